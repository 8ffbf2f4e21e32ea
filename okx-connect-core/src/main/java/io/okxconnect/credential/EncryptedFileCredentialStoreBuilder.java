package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens an {@link EncryptedFileCredentialStore} with settings of one's own; made by
 * {@link EncryptedFileCredentialStore#builder}. For use by one thread, and for one {@link #open()}.
 */
public final class EncryptedFileCredentialStoreBuilder {
    private static final int MIN_PASSWORD_LENGTH = 8;

    private final Path directory;
    private VaultUnlock.Limits limits = VaultUnlock.Limits.PRODUCTION;
    private VaultSeams seams = VaultSeams.production();
    private int iterations = VaultUnlock.Limits.PRODUCTION.min();
    private char @Nullable [] password;
    private @Nullable Secret key;

    EncryptedFileCredentialStoreBuilder(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens with a password. Either this or {@link #key} is required.
     *
     * @param value at least 8 characters; read by {@link #open()}, and left for the caller to wipe afterwards
     * @return this builder
     * @throws InvalidArgumentException if it is too short
     */
    public EncryptedFileCredentialStoreBuilder password(char[] value) {
        Objects.requireNonNull(value, "password");
        if (value.length < MIN_PASSWORD_LENGTH) {
            throw new InvalidArgumentException(
                    "password", "must be at least 8 characters", "Pass a long passphrase, or a 32-byte key.");
        }
        this.password = value;
        return this;
    }

    /**
     * Opens with a key, for servers that have a place to keep one. Either this or {@link #password} is required.
     *
     * @param value 32 random bytes; read by {@link #open()}, and left for the caller to close afterwards
     * @return this builder
     * @throws InvalidArgumentException if it is not 32 bytes
     */
    public EncryptedFileCredentialStoreBuilder key(Secret value) {
        int length = value.use(SecretAccess.insecure(), bytes -> bytes.length);
        if (length != AesGcm.KEY_LENGTH) {
            throw new InvalidArgumentException(
                    "key", "must be 32 bytes", "Make one with SecureRandom, or use a password.");
        }
        this.key = value;
        return this;
    }

    /**
     * Sets how often PBKDF2-HMAC-SHA256 is repeated when the store is created. An existing store keeps its number.
     *
     * @param value 600,000 (the default, as OWASP asks) to 10,000,000; a million takes some seconds
     * @return this builder
     * @throws InvalidArgumentException if it is outside that range
     */
    public EncryptedFileCredentialStoreBuilder kdfIterations(int value) {
        if (!limits.allow(value)) {
            throw new InvalidArgumentException(
                    "kdfIterations", "must be 600,000 to 10,000,000", "Leave it out to use 600,000.");
        }
        this.iterations = value;
        return this;
    }

    /** For tests: another disk, and a password that is not stretched. */
    EncryptedFileCredentialStoreBuilder seams(VaultSeams value, VaultUnlock.Limits allowed) {
        this.seams = value;
        this.limits = allowed;
        this.iterations = allowed.min();
        return this;
    }

    /**
     * Opens the store, or creates it if the directory is absent or empty.
     *
     * @return the store; the caller closes it
     * @throws io.okxconnect.error.CredentialStoreException as in {@link EncryptedFileCredentialStore#open(Path, char[])}
     * @throws InvalidArgumentException if neither or both of password and key are set, or the directory holds other things
     */
    public EncryptedFileCredentialStore open() {
        char[] chosenPassword = password;
        Secret chosenKey = key;
        if ((chosenPassword == null) == (chosenKey == null)) {
            throw new InvalidArgumentException(
                    "password, key", "must be one of the two", "Set either a password or a key.");
        }
        try (VaultUnlock unlock = chosenKey != null
                ? new VaultUnlock.Key(chosenKey)
                : new VaultUnlock.Password(Objects.requireNonNull(chosenPassword), iterations)) {
            return EncryptedFileCredentialStore.open(directory, unlock, limits, seams);
        }
    }
}
