package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.PassphraseForm;
import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/** Draws until a passphrase keeps OKX's rule: so each one that does is as likely as any other. */
final class RandomPassphrases implements FastApiPassphrases {
    private final SecureRandom random;
    private final char[] alphabet;
    private final int length;

    RandomPassphrases(SecureRandom random, String alphabet, int length) {
        this.random = Objects.requireNonNull(random, "random");
        this.alphabet = alphabet.toCharArray();
        this.length = length;
        if (length < PassphraseForm.SHORTEST || length > PassphraseForm.LONGEST) {
            throw new InvalidArgumentException("length", "must be 8 to 32", "24 suits every app.");
        }
        if (!PassphraseForm.hasAllKinds(alphabet) || alphabet.chars().distinct().count() != alphabet.length()) {
            throw new InvalidArgumentException(
                    "alphabet",
                    "must hold visible ASCII characters, each once, with an upper-case and a lower-case letter, a digit and a"
                            + " special character",
                    "Begin with FastApiPassphrases.ALPHABET and take away what OKX refuses.");
        }
    }

    @Override
    public Secret next() {
        char[] drawn = new char[length];
        try {
            do {
                for (int i = 0; i < length; i++) {
                    drawn[i] = alphabet[random.nextInt(alphabet.length)];
                }
            } while (!PassphraseForm.isKept(CharBuffer.wrap(drawn)));
            return Secret.of(drawn);
        } finally {
            Arrays.fill(drawn, '\0');
        }
    }

    /** {@return the length alone} */
    @Override
    public String toString() {
        return "FastApiPassphrases[" + length + " random characters]";
    }
}
