package io.okxconnect.oauth;

import io.okxconnect.credential.KeyProvider;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.jdbc.PendingSeal;
import io.okxconnect.oauth.internal.jdbc.PendingTable;
import io.okxconnect.oauth.internal.jdbc.StoreFailure;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens a {@link JdbcPendingAuthorizationStore}; made by {@link JdbcPendingAuthorizationStore#builder}. For use by one thread, and for one
 * {@link #open()}.
 */
public final class JdbcPendingAuthorizationStoreBuilder {
    private static final int LARGEST_CAPACITY = 1_000_000;

    private final DataSource dataSource;
    private Clock clock = Clock.systemUTC();
    private int capacity = InMemoryPendingAuthorizationStore.DEFAULT_CAPACITY;
    private @Nullable KeyProvider keyProvider;

    JdbcPendingAuthorizationStoreBuilder(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Encrypts with a key. This or {@link #keyProvider} is required.
     *
     * @param value 32 random bytes, the same for each node; read by {@link #open()}, and left for the caller to close afterwards
     * @return this builder
     */
    public JdbcPendingAuthorizationStoreBuilder key(Secret value) {
        Objects.requireNonNull(value, "key");
        return keyProvider(value::copy);
    }

    /**
     * Encrypts with a key that comes from elsewhere: environment, file, key management service. It may be that of the credential store:
     * what is used here is derived from it for this use only. After a change of the key, what was pending must be begun again.
     *
     * @param value asked for 32 bytes by {@link #open()}
     * @return this builder
     */
    public JdbcPendingAuthorizationStoreBuilder keyProvider(KeyProvider value) {
        this.keyProvider = Objects.requireNonNull(value, "keyProvider");
        return this;
    }

    /**
     * Sets how many records the table holds. 10,000 by default.
     *
     * @param value 1 to 1,000,000, the same for each node
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public JdbcPendingAuthorizationStoreBuilder capacity(int value) {
        if (value < 1 || value > LARGEST_CAPACITY) {
            throw new InvalidArgumentException("capacity", "must be 1 to 1000000", "10000 suits most apps.");
        }
        this.capacity = value;
        return this;
    }

    /**
     * Tells when records expire. The system's clock by default.
     *
     * @param value the clock
     * @return this builder
     */
    public JdbcPendingAuthorizationStoreBuilder clock(Clock value) {
        this.clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Opens the store.
     *
     * @return the store; the caller closes it
     * @throws CredentialStoreException with reason {@code SCHEMA_MISSING}, {@code NEWER_FORMAT}, {@code IO}, or {@code KEY_UNAVAILABLE} if
     *     the key provider fails
     * @throws InvalidArgumentException if neither key nor key provider is set, or it is not 32 bytes
     */
    public JdbcPendingAuthorizationStore open() {
        KeyProvider provider = keyProvider;
        if (provider == null) {
            throw new InvalidArgumentException(
                    "key, keyProvider", "must be one of the two", "Set a key or a key provider.");
        }
        PendingTable table = new PendingTable(dataSource);
        table.requireVersion();
        try (Secret key = supplied(provider)) {
            return new JdbcPendingAuthorizationStore(table, new PendingSeal(key, new SecureRandom()), clock, capacity);
        }
    }

    private static Secret supplied(KeyProvider provider) {
        try {
            return Objects.requireNonNull(provider.keyEncryptionKey(), "keyEncryptionKey");
        } catch (CredentialStoreException ofOurs) {
            throw ofOurs;
        } catch (RuntimeException foreign) {
            throw StoreFailure.keyUnavailable(foreign);
        }
    }
}
