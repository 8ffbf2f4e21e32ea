package io.okxconnect.credential;

/**
 * What an account is called with. Closing it wipes its secrets; whoever creates, copies or loads one closes it.
 *
 * <p>Implementations are safe for use by many threads, print no secret, and are equal only to themselves.
 */
public sealed interface Credential extends AutoCloseable permits ApiKeyCredential, AccessTokenCredential {

    /**
     * The kind of this credential.
     *
     * @return the kind
     */
    CredentialKind kind();

    /**
     * A second credential with the same content, which lives on when this one is closed.
     *
     * @return the copy; the caller closes it
     * @throws IllegalStateException if this one was closed
     */
    Credential copy();

    /** Wipes the secrets. Closing twice has no effect. */
    @Override
    void close();
}
