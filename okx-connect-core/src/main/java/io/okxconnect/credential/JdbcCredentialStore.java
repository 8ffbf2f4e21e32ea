package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps credentials in a database that any number of nodes share: PostgreSQL, MariaDB, MySQL or H2. Records are encrypted
 * here, as in {@link EncryptedFileCredentialStore}: the database, its backups and its logs see neither a secret nor an account
 * id. Tables and columns are described in {@code docs/vault-format.md}.
 *
 * <p>Create the tables once with {@link #createSchema}, or run {@link JdbcDialect#schemaScript()} by hand; nothing is ever
 * created silently. Then each node opens the store with the same key: the first one makes the store's own keys.
 *
 * <p>What it promises: a record that was damaged, changed, moved to another account, or put back from an older state while
 * the store is open is refused; of two nodes that save the same revision, one gets {@code CONFLICT}; a database that was
 * emptied, restored or replaced while the store is open is refused. When {@link #save} returns, the database has committed;
 * what that survives is the database's own setting (PostgreSQL's {@code synchronous_commit} must not be {@code off}). If
 * the connection fails at the very moment of a commit and cannot be made again, {@code save} and {@code delete} fail with
 * reason {@code IO} and may have taken effect: load the account, then repeat.
 *
 * <p>What to give it: a pool that connects to the primary, because on a replica that lags behind a record can look put back.
 * Every call is single statements, committed one by one with auto-commit, whatever the pool's default; a {@code DataSource}
 * that hands out the connection of a transaction in progress must not be used. A statement may take ten seconds; the pool
 * decides how long a connection may take. Deadlocks and serialisation failures are repeated up to five times.
 *
 * <p>A modular app says {@code requires java.sql} itself: the library needs that module for this class only, and apps that
 * do not use it run without it.
 *
 * <p>Safe for use by many threads. Whoever opens a store closes it; the {@code DataSource} stays open.
 */
public final class JdbcCredentialStore implements CredentialStore {
    private static final int DELETE_ATTEMPTS = 10;

    private final JdbcTables tables;
    private final JdbcRecords records;
    private final VaultSeams seams;
    private final VaultKeys keys;
    private final VaultUnlock.Limits limits;
    private final HighWaterMarks marks = new HighWaterMarks();

    private JdbcCredentialStore(
            JdbcTables tables, JdbcRecords records, VaultSeams seams, VaultKeys keys, VaultUnlock.Limits limits) {
        this.tables = tables;
        this.limits = limits;
        this.records = records;
        this.seams = seams;
        this.keys = keys;
    }

    /**
     * Creates the store's tables in the connection's default schema, where they are absent. Several nodes may call it at once.
     * The user needs the right to create tables, which it does not need afterwards.
     *
     * @param dataSource leads to PostgreSQL, MariaDB, MySQL or H2
     * @throws CredentialStoreException with reason {@code IO} if the tables cannot be created
     * @throws InvalidArgumentException if it leads to another database
     */
    public static void createSchema(DataSource dataSource) {
        new JdbcTables(new JdbcCalls(Objects.requireNonNull(dataSource, "dataSource"))).create();
    }

    /**
     * Opens the store in a database with a key, or makes its keys if it is empty.
     *
     * @param dataSource a pool, used as long as the store is open; never closed
     * @param key 32 random bytes, kept elsewhere and the same for each node; copied, and left for the caller to close
     * @return the store; the caller closes it
     * @throws CredentialStoreException with reason {@code SCHEMA_MISSING}, {@code WRONG_PASSWORD_OR_KEY}, {@code CORRUPT},
     *     {@code NEWER_FORMAT} or {@code IO}; nothing that was stored is changed
     * @throws InvalidArgumentException if the key is not 32 bytes
     */
    public static JdbcCredentialStore open(DataSource dataSource, Secret key) {
        return builder(dataSource).key(key).open();
    }

    /**
     * Starts to open a store, with a password, key or key provider.
     *
     * @param dataSource a pool, used as long as the store is open; never closed
     * @return a builder
     */
    public static JdbcCredentialStoreBuilder builder(DataSource dataSource) {
        return new JdbcCredentialStoreBuilder(Objects.requireNonNull(dataSource, "dataSource"));
    }

    static JdbcCredentialStore open(
            DataSource dataSource, VaultUnlock unlock, VaultUnlock.Limits limits, VaultSeams seams) {
        JdbcCalls calls = new JdbcCalls(dataSource);
        JdbcTables tables = new JdbcTables(calls);
        tables.requireVersion();
        VaultKeyset keyset = tables.keyset(unlock, limits, seams);
        return new JdbcCredentialStore(
                tables, new JdbcRecords(calls, keyset.storeId()), seams, keyset.unwrap(unlock), limits);
    }

    @Override
    public Optional<StoredCredential> load(AccountId accountId) {
        Objects.requireNonNull(accountId, "accountId");
        byte[] name = keys.nameOf(accountId);
        HighWaterMarks.Mark before = marks.of(JdbcRow.keyOf(name));
        return records.find(name).map(row -> {
            VaultRecord record = row.parse();
            return record.open(keys, verified(record.head(), row.key(), before));
        });
    }

    @Override
    public void save(StoredCredential next) {
        byte[] name = keys.nameOf(next.metadata().accountId());
        HighWaterMarks.Mark before = marks.of(JdbcRow.keyOf(name));
        Optional<JdbcRow> row = records.find(name);
        Optional<VaultRecord> stored = row.map(each -> verified(each, before));
        StoreConflict.requireNext(next, stored.map(VaultRecord::revision).orElse(0L));
        byte[] incarnation =
                stored.map(VaultRecord::incarnation).orElseGet(() -> VaultRecord.newIncarnation(seams.random()));
        VaultRecord sealed = VaultRecord.requireReadable(
                JdbcRow.partOf(name), keys, name, VaultRecord.seal(keys, seams.random(), name, incarnation, next));
        if (!write(name, row, sealed)) {
            // Says so if the database was replaced; otherwise somebody was faster.
            records.find(name);
            throw StoreConflict.changedMeanwhile(next);
        }
        marks.advance(JdbcRow.keyOf(name), incarnation, next.revision());
    }

    private boolean write(byte[] name, Optional<JdbcRow> before, VaultRecord sealed) {
        try {
            return before.isPresent() ? records.update(name, before.get(), sealed) : records.insert(name, sealed);
        } catch (CredentialStoreException failure) {
            if (failure.reason() == Reason.IO && isStored(name, sealed)) {
                return true;
            }
            throw failure;
        }
    }

    /** After a failure that leaves open whether the database committed. */
    private boolean isStored(byte[] name, VaultRecord sealed) {
        try {
            return records.find(name).filter(row -> row.holds(sealed)).isPresent();
        } catch (CredentialStoreException stillFailing) {
            return false;
        }
    }

    @Override
    public boolean delete(AccountId accountId) {
        Objects.requireNonNull(accountId, "accountId");
        byte[] name = keys.nameOf(accountId);
        for (int attempt = 0; attempt < DELETE_ATTEMPTS; attempt++) {
            Optional<JdbcRow> row = records.find(name);
            if (row.isEmpty()) {
                return false;
            }
            // A damaged row is deleted too, or its account could never be connected again.
            byte[] incarnation = row.get().incarnation();
            if (records.delete(name, incarnation)) {
                marks.ended(row.get().key(), incarnation);
                return true;
            }
        }
        throw StoreConflict.keepsChanging(accountId);
    }

    /**
     * What is stored, without its secrets, which do not even leave the database. Rows that cannot be read are left out, so that
     * one damaged account does not hide the others; {@link #damagedRecords()} names them.
     *
     * @return metadata of all readable accounts, ordered by account id
     */
    @Override
    public List<CredentialMetadata> list() {
        List<CredentialMetadata> readable = new ArrayList<>();
        visitRows(readable, new ArrayList<>());
        readable.sort(Comparator.comparing(each -> each.accountId().value()));
        return List.copyOf(readable);
    }

    @Override
    public List<String> damagedRecords() {
        List<String> damaged = new ArrayList<>();
        visitRows(new ArrayList<>(), damaged);
        return List.copyOf(damaged);
    }

    private void visitRows(List<CredentialMetadata> readable, List<String> damaged) {
        keys.requireOpen();
        Map<String, HighWaterMarks.Mark> before = marks.snapshot();
        for (JdbcRow row : records.heads()) {
            try {
                VaultRecordHead head = row.parseHead();
                readable.add(verified(head, row.key(), before.getOrDefault(row.key(), HighWaterMarks.Mark.NOTHING)));
            } catch (CredentialStoreException unreadable) {
                if (unreadable.reason() == Reason.CLOSED) {
                    throw unreadable;
                }
                damaged.add(row.key());
            }
        }
    }

    private VaultRecord verified(JdbcRow row, HighWaterMarks.Mark before) {
        VaultRecord record = row.parse();
        verified(record.head(), row.key(), before);
        return record;
    }

    /** The metadata, authenticated, if they are as new as the newest seen before the row was read. */
    private CredentialMetadata verified(VaultRecordHead head, String key, HighWaterMarks.Mark before) {
        CredentialMetadata metadata = head.openMetadata(keys);
        if (before.isNewerThan(head.incarnation(), head.revision())) {
            throw VaultFailure.rolledBack(head.part());
        }
        marks.advance(key, head.incarnation(), head.revision());
        return metadata;
    }

    /**
     * Opens the store with another password from now on, in the place of the present password or key. What is stored stays as it is, and so
     * do the stores that are open, on this node and on others; a backup of the database that was made before still opens with the old one.
     * Takes a second or more, because the password is stretched.
     *
     * @param password at least 8 characters; copied, and left for the caller to wipe
     * @throws CredentialStoreException if the database cannot be written, or this store is closed or was replaced
     * @throws InvalidArgumentException if the password is too short
     */
    public void changePassword(char[] password) {
        VaultUnlockChoice choice = choice();
        choice.password(password);
        rewrap(choice);
    }

    /**
     * Opens the store with another key from now on, as {@link #changePassword}.
     *
     * @param key 32 random bytes, kept elsewhere; copied, and left for the caller to close
     * @throws CredentialStoreException as {@link #changePassword} throws it
     * @throws InvalidArgumentException if the key is not 32 bytes
     */
    public void changeKey(Secret key) {
        VaultUnlockChoice choice = choice();
        choice.key(key);
        rewrap(choice);
    }

    private VaultUnlockChoice choice() {
        VaultUnlockChoice choice = new VaultUnlockChoice();
        choice.limits(limits);
        return choice;
    }

    private void rewrap(VaultUnlockChoice choice) {
        try (VaultUnlock unlock = choice.unlock()) {
            tables.replace(VaultKeyset.around(keys, unlock, seams.random()));
        }
    }

    /** Wipes the store's keys; later calls fail with reason {@code CLOSED}. The {@code DataSource} stays open. */
    @Override
    public void close() {
        keys.close();
    }

    /** {@return the name of the class; a data source's own text may hold its password} */
    @Override
    public String toString() {
        return "JdbcCredentialStore";
    }
}
