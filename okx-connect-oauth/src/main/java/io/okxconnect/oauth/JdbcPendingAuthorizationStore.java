package io.okxconnect.oauth;

import io.okxconnect.credential.JdbcDialect;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.jdbc.PendingRow;
import io.okxconnect.oauth.internal.jdbc.PendingSeal;
import io.okxconnect.oauth.internal.jdbc.PendingTable;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Remembers authorizations in a database that any number of nodes share, so that one node begins and another takes the callback:
 * PostgreSQL, MariaDB, MySQL or H2. The table is described in {@code docs/vault-format.md}.
 *
 * <p>The database sees no secret: a row's key is the digest of the state, and everything else (code verifier, account, redirect URI) is
 * encrypted with AES-256-GCM and bound to that row. In clear are when a row expires, and which rows are of one browser session.
 *
 * <p>One {@code DELETE} decides who takes an authorization. If its answer is lost, {@link #take} fails and may have taken it: nobody goes
 * on then, and the user begins again. It holds up to {@linkplain JdbcPendingAuthorizationStoreBuilder#capacity its capacity}, and a few
 * more for a moment while several nodes save at once; 8 of one browser session; the oldest make room. What expired a minute ago is
 * removed by the next {@link #save}, by the clock of the node that saves: keep the nodes' clocks together.
 *
 * <p>Create the table once with {@link #createSchema}, or run {@link #schemaScript} by hand; nothing is created silently. The {@code
 * DataSource} connects to the primary. Every call is single statements with auto-commit, whatever the pool's default; a statement may take
 * ten seconds. A modular app says {@code requires java.sql} itself.
 *
 * <p>Calls fail with {@link CredentialStoreException}: reason {@code IO} if the database fails, {@code CORRUPT} if a row was changed from
 * outside, {@code WRONG_PASSWORD_OR_KEY} if it was written with another key, {@code CLOSED} after {@link #close}. Safe for use by many
 * threads. Whoever opens a store closes it; the {@code DataSource} stays open.
 */
public final class JdbcPendingAuthorizationStore implements PendingAuthorizationStore, AutoCloseable {
    /** So that a node whose clock is ahead forgets nothing that lives on another one. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final PendingTable table;
    private final PendingSeal seal;
    private final Clock clock;
    private final int capacity;

    JdbcPendingAuthorizationStore(PendingTable table, PendingSeal seal, Clock clock, int capacity) {
        this.table = table;
        this.seal = seal;
        this.clock = clock;
        this.capacity = capacity;
    }

    /**
     * Creates the store's table in the connection's default schema, where it is absent. Several nodes may call it at once. The user needs
     * the right to create tables, which it does not need afterwards.
     *
     * @param dataSource leads to PostgreSQL, MariaDB, MySQL or H2
     * @throws CredentialStoreException with reason {@code IO} if the table cannot be created
     * @throws InvalidArgumentException if it leads to another database
     */
    public static void createSchema(DataSource dataSource) {
        new PendingTable(Objects.requireNonNull(dataSource, "dataSource")).create();
    }

    /**
     * The script that creates the table, for whoever changes the database's schema by hand or by a migration tool. It creates what is
     * absent and can be run again.
     *
     * @param dialect the database's kind
     * @return SQL, statements end in semicolons; names are not qualified, so that the connection's default schema decides
     */
    public static String schemaScript(JdbcDialect dialect) {
        return PendingTable.script(Objects.requireNonNull(dialect, "dialect"));
    }

    /**
     * Opens the store with a key.
     *
     * @param dataSource a pool, used as long as the store is open; never closed
     * @param key 32 random bytes, kept elsewhere and the same for each node, for example that of the credential store; copied, and left
     *     for the caller to close
     * @return the store; the caller closes it
     * @throws CredentialStoreException with reason {@code SCHEMA_MISSING}, {@code NEWER_FORMAT} or {@code IO}
     * @throws InvalidArgumentException if the key is not 32 bytes
     */
    public static JdbcPendingAuthorizationStore open(DataSource dataSource, Secret key) {
        return builder(dataSource).key(key).open();
    }

    /**
     * Starts to open a store.
     *
     * @param dataSource a pool, used as long as the store is open; never closed
     * @return a builder
     */
    public static JdbcPendingAuthorizationStoreBuilder builder(DataSource dataSource) {
        return new JdbcPendingAuthorizationStoreBuilder(Objects.requireNonNull(dataSource, "dataSource"));
    }

    @Override
    public void save(PendingAuthorization pending) {
        Objects.requireNonNull(pending, "pending");
        seal.requireOpen();
        byte[] plaintext = pending.toBytes();
        try {
            PendingRow row = seal.seal(
                    HexFormat.of().parseHex(pending.id()),
                    seal.session(pending.sessionDigest()),
                    pending.expiresAt().toEpochMilli(),
                    plaintext);
            table.add(
                    row,
                    new PendingTable.Room(
                            clock.instant().minus(CLOCKS_APART).toEpochMilli(),
                            capacity,
                            InMemoryPendingAuthorizationStore.MOST_OF_A_SESSION));
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    @Override
    public Optional<PendingAuthorization> find(String id) {
        seal.requireOpen();
        return key(id).flatMap(table::find).map(this::open);
    }

    private PendingAuthorization open(PendingRow row) {
        byte[] plaintext = seal.open(row);
        try {
            return PendingAuthorization.fromBytes(plaintext);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    @Override
    public boolean take(String id) {
        seal.requireOpen();
        return key(id).map(table::take).orElse(false);
    }

    /** The row's key; empty if it cannot be an id, which are never compared loosely. */
    private static Optional<byte[]> key(String id) {
        return ID.matcher(id).matches() ? Optional.of(HexFormat.of().parseHex(id)) : Optional.empty();
    }

    /** Wipes the key; later calls fail with reason {@code CLOSED}. The {@code DataSource} stays open. */
    @Override
    public void close() {
        seal.close();
    }

    /** {@return the name of the class; a data source's own text may hold its password} */
    @Override
    public String toString() {
        return "JdbcPendingAuthorizationStore";
    }
}
