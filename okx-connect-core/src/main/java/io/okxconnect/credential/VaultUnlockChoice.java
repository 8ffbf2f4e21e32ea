package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.InvalidArgumentException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the builders of the encrypted stores were told to open the store with: password, key or key provider. */
final class VaultUnlockChoice {
    private static final int MIN_PASSWORD_LENGTH = 8;

    private VaultUnlock.Limits limits = VaultUnlock.Limits.PRODUCTION;
    private int iterations = limits.min();
    private char @Nullable [] password;
    private @Nullable Secret key;
    private @Nullable KeyProvider keyProvider;

    void password(char[] value) {
        Objects.requireNonNull(value, "password");
        if (value.length < MIN_PASSWORD_LENGTH) {
            throw new InvalidArgumentException(
                    "password", "must be at least 8 characters", "Pass a long passphrase, or a 32-byte key.");
        }
        this.password = value;
    }

    void key(Secret value) {
        requireKeyLength("key", value);
        this.key = value;
    }

    void keyProvider(KeyProvider value) {
        this.keyProvider = Objects.requireNonNull(value, "keyProvider");
    }

    void iterations(int value) {
        if (!limits.allow(value)) {
            throw new InvalidArgumentException(
                    "kdfIterations", "must be 600,000 to 10,000,000", "Leave it out to use 600,000.");
        }
        this.iterations = value;
    }

    /** For tests: a password that is not stretched. */
    void limits(VaultUnlock.Limits value) {
        this.limits = value;
        this.iterations = value.min();
    }

    VaultUnlock.Limits limits() {
        return limits;
    }

    /** What opens the store; asks the key provider, if that was chosen. The caller closes it. */
    VaultUnlock unlock() {
        char[] chosenPassword = password;
        Secret chosenKey = key;
        KeyProvider chosenProvider = keyProvider;
        int chosen = (chosenPassword == null ? 0 : 1) + (chosenKey == null ? 0 : 1) + (chosenProvider == null ? 0 : 1);
        if (chosen != 1) {
            throw new InvalidArgumentException(
                    "password, key, keyProvider",
                    "must be one of the three",
                    "Set a password, a key or a key provider.");
        }
        if (chosenPassword != null) {
            return new VaultUnlock.Password(chosenPassword, iterations);
        }
        if (chosenKey != null) {
            return new VaultUnlock.Key(chosenKey);
        }
        try (Secret supplied = supplied(Objects.requireNonNull(chosenProvider))) {
            requireKeyLength("keyProvider", supplied);
            return new VaultUnlock.Key(supplied);
        }
    }

    private static Secret supplied(KeyProvider provider) {
        try {
            return Objects.requireNonNull(provider.keyEncryptionKey(), "keyEncryptionKey");
        } catch (CredentialStoreException ofOurs) {
            throw ofOurs;
        } catch (RuntimeException foreign) {
            // Neither its text nor its cause: nobody knows what a key management client puts there.
            throw KeyText.unavailable(
                    "The key provider failed (" + foreign.getClass().getName() + ")");
        }
    }

    private static void requireKeyLength(String argument, Secret value) {
        int length = value.use(SecretAccess.insecure(), bytes -> bytes.length);
        if (length != AesGcm.KEY_LENGTH) {
            throw new InvalidArgumentException(
                    argument, "must be 32 bytes", "Make one with SecureRandom, or use a password.");
        }
    }
}
