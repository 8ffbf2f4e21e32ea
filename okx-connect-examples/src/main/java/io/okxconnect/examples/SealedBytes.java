package io.okxconnect.examples;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM around the bytes that a store keeps. In a real app the key comes from its key service. */
final class SealedBytes {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    private SealedBytes(SecretKey key) {
        this.key = key;
    }

    static SealedBytes withFreshKey() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            return new SealedBytes(generator.generateKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no AES", e);
        }
    }

    /** Encrypts the bytes and wipes them. */
    byte[] close(byte[] open) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(open);
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encrypting failed: " + e.getClass().getSimpleName());
        } finally {
            Arrays.fill(open, (byte) 0);
        }
    }

    /** Decrypts for the reader, and wipes the bytes when it has read them. */
    <R> R open(byte[] sealed, Function<byte[], R> reader) {
        byte[] open;
        try {
            open = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Decrypting failed: " + e.getClass().getSimpleName());
        }
        try {
            return reader.apply(open);
        } finally {
            Arrays.fill(open, (byte) 0);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
