package io.okxconnect.examples;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.util.Map;

/** Three pasted strings, and where they belong. */
record PastedKey(ApiKeyCredential credential, Site site, TradingEnvironment environment) implements AutoCloseable {
    static final String KEY = "OKX_API_KEY";
    static final String SECRET = "OKX_SECRET_KEY";
    static final String PASSPHRASE = "OKX_PASSPHRASE";

    /** Whether a place is named but no key: a misspelt variable, most likely. */
    static boolean isForgottenIn(Map<String, String> variables) {
        return !isIn(variables) && KeyPlace.isIn(variables);
    }

    static boolean isIn(Map<String, String> variables) {
        return variables.containsKey(KEY) || variables.containsKey(SECRET) || variables.containsKey(PASSPHRASE);
    }

    static PastedKey from(Map<String, String> variables) {
        KeyPlace place = KeyPlace.from(variables);
        return new PastedKey(
                ApiKeyCredential.of(
                        required(variables, KEY), required(variables, SECRET), required(variables, PASSPHRASE)),
                place.site(),
                place.environment());
    }

    private static String required(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new InvalidArgumentException(
                    name, "must be set", "Set " + KEY + ", " + SECRET + " and " + PASSPHRASE + " together, or none.");
        }
        return value;
    }

    @Override
    public void close() {
        credential.close();
    }

    @Override
    public String toString() {
        return "PastedKey[" + credential.maskedApiKey() + ", " + site.name() + ", " + environment + "]";
    }
}
