package io.okxconnect.examples;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.doctor.Diagnosis;
import java.util.Arrays;
import java.util.Map;

/** The three strings as the user gave them, right or wrong; wiped when closed. */
final class PastedParts implements AutoCloseable {
    private final char[] apiKey;
    private final char[] secretKey;
    private final char[] passphrase;

    PastedParts(char[] apiKey, char[] secretKey, char[] passphrase) {
        this.apiKey = apiKey;
        this.secretKey = secretKey;
        this.passphrase = passphrase;
    }

    /** What the environment's variables hold; a missing one is empty, which the doctor knows how to say. */
    static PastedParts from(Map<String, String> variables) {
        return new PastedParts(
                variables.getOrDefault(PastedKey.KEY, "").toCharArray(),
                variables.getOrDefault(PastedKey.SECRET, "").toCharArray(),
                variables.getOrDefault(PastedKey.PASSPHRASE, "").toCharArray());
    }

    Diagnosis diagnosedBy(ExchangeConnector okx) {
        return okx.diagnose(apiKey, secretKey, passphrase);
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
}
