package io.okxconnect.examples.myexchanges.connect;

import io.okxconnect.credential.ApiKeyCredential;
import java.util.Arrays;

/**
 * The three parts of a key, as they were pasted. Closing wipes them.
 *
 * @param apiKey the API key
 * @param secretKey the secret key
 * @param passphrase the passphrase
 */
public record PastedKey(char[] apiKey, char[] secretKey, char[] passphrase) implements AutoCloseable {
    ApiKeyCredential credential() {
        return ApiKeyCredential.of(apiKey, secretKey, passphrase);
    }

    @Override
    public void close() {
        Arrays.fill(apiKey, '\0');
        Arrays.fill(secretKey, '\0');
        Arrays.fill(passphrase, '\0');
    }

    @Override
    public String toString() {
        return "PastedKey[redacted]";
    }
}
