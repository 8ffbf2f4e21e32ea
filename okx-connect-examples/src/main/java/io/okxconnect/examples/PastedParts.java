package io.okxconnect.examples;

import io.okxconnect.credential.ApiKeyCredential;
import java.util.Arrays;
import java.util.Map;

/** The three strings as the user gave them, right or wrong. */
record PastedParts(char[] apiKey, char[] secretKey, char[] passphrase) implements AutoCloseable {

    /** What the environment's variables hold; a missing one is empty, which the doctor knows how to say. */
    static PastedParts from(Map<String, String> variables) {
        return new PastedParts(
                variables.getOrDefault(PastedKey.KEY, "").toCharArray(),
                variables.getOrDefault(PastedKey.SECRET, "").toCharArray(),
                variables.getOrDefault(PastedKey.PASSPHRASE, "").toCharArray());
    }

    ApiKeyCredential credential() {
        return ApiKeyCredential.of(apiKey, secretKey, passphrase);
    }

    @Override
    public void close() {
        Arrays.fill(apiKey, ' ');
        Arrays.fill(secretKey, ' ');
        Arrays.fill(passphrase, ' ');
    }

    @Override
    public String toString() {
        return "PastedParts";
    }
}
