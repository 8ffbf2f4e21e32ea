package io.okxconnect.testkit.internal.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What the exchange keeps of a passphrase: a salted hash, as OKX says it does. */
final class PassphraseHash {
    private final byte[] salt;
    private final byte[] hash;

    PassphraseHash(byte[] salt, String passphrase) {
        this.salt = salt.clone();
        this.hash = digest(this.salt, passphrase);
    }

    boolean matches(String passphrase) {
        return MessageDigest.isEqual(hash, digest(salt, passphrase));
    }

    private static byte[] digest(byte[] salt, String passphrase) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(passphrase.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
