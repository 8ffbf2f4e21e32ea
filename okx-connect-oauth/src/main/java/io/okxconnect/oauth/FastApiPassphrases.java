package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import java.security.SecureRandom;

/**
 * Makes the passphrase of each Fast API key. OKX asks for 8 to 32 characters with an upper-case and a lower-case letter, a digit and a
 * special character (OKX's sample app "builder-integration-demo"); what does not keep to that is refused before anything is sent.
 */
@FunctionalInterface
public interface FastApiPassphrases {
    /** Letters, digits and the special characters that were seen to work. */
    String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!@#$%";

    /** The length of a passphrase by default: more than 140 bits. */
    int LENGTH = 24;

    /**
     * Makes one. Called by many threads.
     *
     * @return a passphrase that was never given before; the caller closes it
     */
    Secret next();

    /**
     * The default: {@value #LENGTH} random characters of {@link #ALPHABET}.
     *
     * @param random where they come from
     * @return a generator
     */
    static FastApiPassphrases random(SecureRandom random) {
        return random(random, ALPHABET, LENGTH);
    }

    /**
     * Random characters of another alphabet, for example if OKX refuses one of the default's.
     *
     * @param random where they come from
     * @param alphabet visible ASCII characters, each once, of all four kinds
     * @param length 8 to 32
     * @return a generator
     * @throws InvalidArgumentException if a rule is broken
     */
    static FastApiPassphrases random(SecureRandom random, String alphabet, int length) {
        return new RandomPassphrases(random, alphabet, length);
    }
}
