package io.okxconnect.examples;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/** Three pasted strings, and where they belong. */
record PastedKey(ApiKeyCredential credential, Site site, TradingEnvironment environment) implements AutoCloseable {
    private static final String KEY = "OKX_API_KEY";
    private static final String SECRET = "OKX_SECRET_KEY";
    private static final String PASSPHRASE = "OKX_PASSPHRASE";
    private static final String SITE = "OKX_SITE";
    private static final String ENVIRONMENT = "OKX_ENVIRONMENT";

    /** Whether a place is named but no key: a misspelt variable, most likely. */
    static boolean isForgottenIn(Map<String, String> variables) {
        return !isIn(variables) && (variables.containsKey(SITE) || variables.containsKey(ENVIRONMENT));
    }

    static boolean isIn(Map<String, String> variables) {
        return variables.containsKey(KEY) || variables.containsKey(SECRET) || variables.containsKey(PASSPHRASE);
    }

    static PastedKey from(Map<String, String> variables) {
        Site site = site(variables.getOrDefault(SITE, "global"));
        TradingEnvironment environment =
                switch (variables.getOrDefault(ENVIRONMENT, "live").toLowerCase(Locale.ROOT)) {
                    case "live" -> TradingEnvironment.LIVE;
                    case "demo" -> TradingEnvironment.DEMO;
                    default ->
                        throw new InvalidArgumentException(
                                ENVIRONMENT, "must be live or demo", "Set it to what the key was made for.");
                };
        return new PastedKey(
                ApiKeyCredential.of(
                        required(variables, KEY), required(variables, SECRET), required(variables, PASSPHRASE)),
                site,
                environment);
    }

    private static Site site(String text) {
        if (text.contains("://")) {
            try {
                return Site.custom("custom", new URI(text));
            } catch (URISyntaxException e) {
                throw new InvalidArgumentException(SITE, "must be an address", "Pass one like http://127.0.0.1:8080.");
            }
        }
        return Site.named(text)
                .orElseThrow(() -> new InvalidArgumentException(
                        SITE,
                        "must be global, eea, us or tr, or an address",
                        "Set it to the site where the account was opened."));
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
