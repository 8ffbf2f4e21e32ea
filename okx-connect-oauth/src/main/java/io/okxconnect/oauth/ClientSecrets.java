package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/** The client secret as an app has it, often from its environment, where it may be missing. */
final class ClientSecrets {
    private ClientSecrets() {}

    static Secret of(char @Nullable [] clientSecret) {
        if (clientSecret == null || clientSecret.length == 0) {
            throw missing();
        }
        return Secret.of(clientSecret);
    }

    static Secret of(@Nullable String clientSecret) {
        if (clientSecret == null || clientSecret.isEmpty()) {
            throw missing();
        }
        return Secret.of(clientSecret);
    }

    private static InvalidArgumentException missing() {
        return new InvalidArgumentException(
                "clientSecret", "must be set and not empty", "Pass the client secret that OKX gave the app.");
    }
}
