package io.okxconnect.credential;

/**
 * The token that opens a {@link Secret}. Code that holds it can read key material, so every place that does is found by
 * searching for {@code SecretAccess.insecure()}; keep those places few, and never pass the token on.
 *
 * <p>okx-connect itself asks for it where a key is signed with, sent or encrypted. An app needs it only if it brings its
 * own signer or keeps secrets in a form of its own (the idea is that of Tink's {@code SecretKeyAccess}).
 */
public final class SecretAccess {
    private static final SecretAccess TOKEN = new SecretAccess();

    private SecretAccess() {}

    /**
     * The token. The name is a warning to the reader of the calling code: from here on, wiping is the caller's job.
     *
     * @return the one token
     */
    public static SecretAccess insecure() {
        return TOKEN;
    }
}
