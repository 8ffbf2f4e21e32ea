package io.okxconnect;

import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.error.CredentialStoreException;
import java.time.Instant;

/** Renewed tokens that the store did not take: the old ones are dead, so these must not get lost. Never leaves the connector. */
@SuppressWarnings("serial") // Never leaves the thread, let alone the process.
final class UnsavedTokensException extends RuntimeException {
    private final transient AccessTokenCredential tokens;
    private final transient Instant replaced;
    private final transient CredentialStoreException failure;

    UnsavedTokensException(AccessTokenCredential tokens, Instant replaced, CredentialStoreException failure) {
        super("Renewed tokens could not be stored", failure);
        this.tokens = tokens;
        this.replaced = replaced;
        this.failure = failure;
    }

    AccessTokenCredential tokens() {
        return tokens;
    }

    /** When the tokens came that these were made of. */
    Instant replaced() {
        return replaced;
    }

    CredentialStoreException failure() {
        return failure;
    }
}
