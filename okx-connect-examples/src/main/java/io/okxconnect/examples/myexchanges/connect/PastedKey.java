package io.okxconnect.examples.myexchanges.connect;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.error.InvalidArgumentException;
import java.util.Arrays;
import java.util.Optional;

/** The three parts of a key, as they were pasted. Closing wipes them. */
public final class PastedKey implements AutoCloseable {
    private final char[] apiKey;
    private final char[] secretKey;
    private final char[] passphrase;

    /**
     * Takes what was pasted, and wipes it in the end.
     *
     * @param apiKey the API key
     * @param secretKey the secret key
     * @param passphrase the passphrase
     */
    public PastedKey(char[] apiKey, char[] secretKey, char[] passphrase) {
        this.apiKey = apiKey;
        this.secretKey = secretKey;
        this.passphrase = passphrase;
    }

    ApiKeyCredential credential() {
        return ApiKeyCredential.of(apiKey, secretKey, passphrase);
    }

    Diagnosis diagnosedBy(ExchangeConnector okx) {
        return okx.diagnose(apiKey, secretKey, passphrase);
    }

    /** {@return which key it is, in masked form; empty if it is none} */
    public Optional<String> masked() {
        try (ApiKeyCredential credential = credential()) {
            return Optional.of(credential.maskedApiKey());
        } catch (InvalidArgumentException e) {
            return Optional.empty();
        }
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
