package io.okxconnect.credential;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The key in a variable of the environment.
 *
 * @param variable its name
 * @param environment values by name
 */
record EnvironmentKeyProvider(String variable, UnaryOperator<@Nullable String> environment) implements KeyProvider {

    @Override
    public Secret keyEncryptionKey() {
        String value = environment.apply(variable);
        if (value == null) {
            throw KeyText.unavailable("The environment variable " + variable + " is not set");
        }
        return KeyText.base64(value.getBytes(StandardCharsets.ISO_8859_1))
                .orElseThrow(() ->
                        KeyText.unavailable("The environment variable " + variable + " is not 32 bytes in Base64"));
    }

    @Override
    public String toString() {
        return "KeyProvider[environment " + variable + "]";
    }
}
