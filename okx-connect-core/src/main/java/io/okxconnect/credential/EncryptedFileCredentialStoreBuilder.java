package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.nio.file.Path;

/**
 * Opens an {@link EncryptedFileCredentialStore} with settings of one's own; made by
 * {@link EncryptedFileCredentialStore#builder}. For use by one thread, and for one {@link #open()}.
 */
public final class EncryptedFileCredentialStoreBuilder {
    private final Path directory;
    private final VaultUnlockChoice choice = new VaultUnlockChoice();
    private VaultSeams seams = VaultSeams.production();

    EncryptedFileCredentialStoreBuilder(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens with a password. This, {@link #key} or {@link #keyProvider} is required.
     *
     * @param value at least 8 characters; read by {@link #open()}, and left for the caller to wipe afterwards
     * @return this builder
     * @throws InvalidArgumentException if it is too short
     */
    public EncryptedFileCredentialStoreBuilder password(char[] value) {
        choice.password(value);
        return this;
    }

    /**
     * Opens with a key, for servers that have a place to keep one.
     *
     * @param value 32 random bytes; read by {@link #open()}, and left for the caller to close afterwards
     * @return this builder
     * @throws InvalidArgumentException if it is not 32 bytes
     */
    public EncryptedFileCredentialStoreBuilder key(Secret value) {
        choice.key(value);
        return this;
    }

    /**
     * Opens with a key that comes from elsewhere: environment, file, key management service, HSM.
     *
     * @param value asked for 32 bytes by {@link #open()}
     * @return this builder
     */
    public EncryptedFileCredentialStoreBuilder keyProvider(KeyProvider value) {
        choice.keyProvider(value);
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
        choice.iterations(value);
        return this;
    }

    /** For tests: another disk, and a password that is not stretched. */
    EncryptedFileCredentialStoreBuilder seams(VaultSeams value, VaultUnlock.Limits allowed) {
        this.seams = value;
        choice.limits(allowed);
        return this;
    }

    /**
     * Opens the store, or creates it if the directory is absent or empty.
     *
     * @return the store; the caller closes it
     * @throws io.okxconnect.error.CredentialStoreException as in {@link EncryptedFileCredentialStore#open(Path, char[])}
     * @throws InvalidArgumentException if not exactly one of password, key and key provider is set, the provider
     *     supplies no 32 bytes, or the directory holds other things
     */
    public EncryptedFileCredentialStore open() {
        try (VaultUnlock unlock = choice.unlock()) {
            return EncryptedFileCredentialStore.open(directory, unlock, choice.limits(), seams);
        }
    }
}
