package io.okxconnect.credential;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What opens the store: a password, stretched by PBKDF2-HMAC-SHA256, or a 32-byte key. Closing it wipes it. */
abstract sealed class VaultUnlock implements AutoCloseable {
    private static final String WRAPPING_KEY = "okx-connect vault 1: wrapping key";

    /** The iterations a store may ask for: too few are weak, too many block whoever opens it. */
    record Limits(int min, int max) {
        static final Limits PRODUCTION = new Limits(600_000, 10_000_000);

        boolean allow(int iterations) {
            return iterations >= min && iterations <= max;
        }
    }

    abstract int iterationsForNewStore();

    /** The key that the store's keys are wrapped with; the caller wipes it. */
    abstract byte[] wrappingKey(VaultKeyset keyset);

    @Override
    public abstract void close();

    static final class Password extends VaultUnlock {
        private final char[] password;
        private final int iterations;

        Password(char[] password, int iterations) {
            this.password = password.clone();
            this.iterations = iterations;
        }

        @Override
        int iterationsForNewStore() {
            return iterations;
        }

        @Override
        byte[] wrappingKey(VaultKeyset keyset) {
            if (!keyset.isForPassword()) {
                throw VaultFailure.wrongPasswordOrKey();
            }
            PBEKeySpec spec =
                    new PBEKeySpec(password, keyset.salt(), keyset.iterations(), AesGcm.KEY_LENGTH * Byte.SIZE);
            try {
                return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java lacks PBKDF2WithHmacSHA256.", e);
            } finally {
                spec.clearPassword();
            }
        }

        @Override
        public void close() {
            Arrays.fill(password, '\0');
        }
    }

    static final class Key extends VaultUnlock {
        private final Secret key;

        Key(Secret key) {
            this.key = key.copy();
        }

        @Override
        int iterationsForNewStore() {
            return 0;
        }

        @Override
        byte[] wrappingKey(VaultKeyset keyset) {
            if (keyset.isForPassword()) {
                throw VaultFailure.wrongPasswordOrKey();
            }
            return key.use(SecretAccess.insecure(), bytes -> Hkdf.key(bytes, keyset.salt(), WRAPPING_KEY));
        }

        @Override
        public void close() {
            key.close();
        }
    }
}
