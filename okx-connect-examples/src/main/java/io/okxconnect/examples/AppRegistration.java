package io.okxconnect.examples;

import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What OKX gave the app when it was approved.
 *
 * @param clientId not secret
 * @param clientSecret closed by whoever holds the registration
 * @param redirectUri one of the registered redirect URLs
 */
record AppRegistration(String clientId, Secret clientSecret, URI redirectUri) implements AutoCloseable {
    private static final String ID = "OKX_CLIENT_ID";
    private static final String SECRET = "OKX_CLIENT_SECRET";
    private static final String REDIRECT = "OKX_REDIRECT_URI";

    static boolean isIn(Map<String, String> variables) {
        return Stream.of(ID, SECRET, REDIRECT).anyMatch(variables::containsKey);
    }

    static AppRegistration from(Map<String, String> variables) {
        List<String> missing = Stream.of(ID, SECRET, REDIRECT)
                .filter(name -> variables.getOrDefault(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidArgumentException(
                    String.join(", ", missing), "must be set", "Take it from the app's registration at OKX.");
        }
        try {
            return new AppRegistration(
                    variables.getOrDefault(ID, ""),
                    Secret.of(variables.getOrDefault(SECRET, "")),
                    new URI(variables.getOrDefault(REDIRECT, "")));
        } catch (URISyntaxException e) {
            throw new InvalidArgumentException(REDIRECT, "must be an address", "Pass it as it is registered.");
        }
    }

    @Override
    public void close() {
        clientSecret.close();
    }

    @Override
    public String toString() {
        return "AppRegistration[" + clientId + ", " + redirectUri + "]";
    }
}
