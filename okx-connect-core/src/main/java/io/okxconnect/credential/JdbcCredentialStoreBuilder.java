package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import javax.sql.DataSource;

/**
 * Opens a {@link JdbcCredentialStore}; made by {@link JdbcCredentialStore#builder}. For use by one thread, and for one
 * {@link #open()}.
 */
public final class JdbcCredentialStoreBuilder {
    private final DataSource dataSource;
    private final VaultUnlockChoice choice = new VaultUnlockChoice();
    private VaultSeams seams = VaultSeams.production();

    JdbcCredentialStoreBuilder(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Opens with a password, which takes a second or more because it is stretched. This, {@link #key} or {@link #keyProvider}
     * is required.
     *
     * @param value at least 8 characters; read by {@link #open()}, and left for the caller to wipe afterwards
     * @return this builder
     * @throws InvalidArgumentException if it is too short
     */
    public JdbcCredentialStoreBuilder password(char[] value) {
        choice.password(value);
        return this;
    }

    /**
     * Opens with a key.
     *
     * @param value 32 random bytes; read by {@link #open()}, and left for the caller to close afterwards
     * @return this builder
     * @throws InvalidArgumentException if it is not 32 bytes
     */
    public JdbcCredentialStoreBuilder key(Secret value) {
        choice.key(value);
        return this;
    }

    /**
     * Opens with a key that comes from elsewhere: environment, file, key management service, HSM.
     *
     * @param value asked for 32 bytes by {@link #open()}
     * @return this builder
     */
    public JdbcCredentialStoreBuilder keyProvider(KeyProvider value) {
        choice.keyProvider(value);
        return this;
    }

    /**
     * Sets how often PBKDF2-HMAC-SHA256 is repeated when the store's keys are made. An existing store keeps its number.
     *
     * @param value 600,000 (the default, as OWASP asks) to 10,000,000; a million takes some seconds
     * @return this builder
     * @throws InvalidArgumentException if it is outside that range
     */
    public JdbcCredentialStoreBuilder kdfIterations(int value) {
        choice.iterations(value);
        return this;
    }

    /** For tests: a password that is not stretched. */
    JdbcCredentialStoreBuilder seams(VaultSeams value, VaultUnlock.Limits allowed) {
        this.seams = value;
        choice.limits(allowed);
        return this;
    }

    /**
     * Opens the store, or makes its keys if the tables are empty.
     *
     * @return the store; the caller closes it
     * @throws io.okxconnect.error.CredentialStoreException as in {@link JdbcCredentialStore#open(DataSource, Secret)}, or with
     *     reason {@code KEY_UNAVAILABLE} if the key provider fails
     * @throws InvalidArgumentException if not exactly one of password, key and key provider is set, or the provider supplies
     *     no 32 bytes
     */
    public JdbcCredentialStore open() {
        try (VaultUnlock unlock = choice.unlock()) {
            return JdbcCredentialStore.open(dataSource, unlock, choice.limits(), seams);
        }
    }
}
