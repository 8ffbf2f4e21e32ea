package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.Pkce;
import io.okxconnect.oauth.internal.RandomText;
import io.okxconnect.oauth.internal.SecretText;
import java.security.SecureRandom;
import java.util.Objects;

/**
 * The secret of one authorization that proves, at the token endpoint, that the same party began it (PKCE, RFC 7636). Only its
 * S256 challenge travels through the browser; the method {@code plain} does not exist here.
 *
 * <p>Use one verifier for one authorization. Safe for use by many threads; whoever creates one closes it.
 */
public final class CodeVerifier implements AutoCloseable {
    private final Secret value;

    private CodeVerifier(Secret value) {
        this.value = value;
    }

    /**
     * A new verifier of 256 random bits, 43 characters long (RFC 7636, section 4.1).
     *
     * @return the verifier; the caller closes it
     */
    public static CodeVerifier generate() {
        return generate(new SecureRandom());
    }

    static CodeVerifier generate(SecureRandom random) {
        return new CodeVerifier(Secret.of(RandomText.next(random)));
    }

    /**
     * A verifier that was kept elsewhere, for example in the user's session.
     *
     * @param value 43 to 128 of {@code A-Z a-z 0-9 - . _ ~}; copied
     * @return the verifier; the caller closes it
     * @throws InvalidArgumentException if it is no verifier
     */
    public static CodeVerifier of(Secret value) {
        Objects.requireNonNull(value, "value");
        if (!Pkce.isVerifier(SecretText.of(value))) {
            throw new InvalidArgumentException(
                    "value", "must be 43 to 128 of A-Z a-z 0-9 - . _ ~", "Use CodeVerifier.generate().");
        }
        return new CodeVerifier(value.copy());
    }

    /**
     * What goes on the authorization URL: BASE64URL(SHA-256(verifier)) without padding.
     *
     * @return 43 characters
     * @throws IllegalStateException if the verifier is closed
     */
    public String challenge() {
        return Pkce.s256(SecretText.of(value));
    }

    /**
     * The verifier itself, to be kept until the callback comes.
     *
     * @return the secret; it is closed together with this verifier
     */
    public Secret secret() {
        return value;
    }

    /** Overwrites the verifier. Closing twice has no effect. */
    @Override
    public void close() {
        value.close();
    }

    /** {@return no part of the verifier} */
    @Override
    public String toString() {
        return "CodeVerifier[redacted]";
    }
}
