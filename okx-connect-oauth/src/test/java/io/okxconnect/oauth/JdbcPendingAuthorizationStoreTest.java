package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.CanaryGraph;
import io.okxconnect.canary.CanaryScanner;
import io.okxconnect.credential.JdbcDialect;
import io.okxconnect.credential.KeyProvider;
import io.okxconnect.credential.Secret;
import io.okxconnect.database.HookedDataSource;
import io.okxconnect.database.TestDatabase;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.contract.PendingAuthorizationStoreContract;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on each kind of database, and what a database does that a map does not. */
@ParameterizedClass
@MethodSource("io.okxconnect.database.TestDatabase#available")
class JdbcPendingAuthorizationStoreTest extends PendingAuthorizationStoreContract {
    private static final String DRIVER_TEXT = "text-of-the-driver-with-values";
    private static final String STATE = "state-that-the-browser-holds";

    @Parameter
    TestDatabase kind;

    private final SettableClock clock = new SettableClock();
    private final List<JdbcPendingAuthorizationStore> opened = new ArrayList<>();
    private DataSource database;
    private HookedDataSource hooked;

    @Override
    protected JdbcPendingAuthorizationStore createStore() {
        database = kind.create();
        hooked = new HookedDataSource(database);
        JdbcPendingAuthorizationStore.createSchema(database);
        return node(1_000);
    }

    @Override
    protected PendingAuthorizationStore otherNode(PendingAuthorizationStore store) {
        return node(1_000);
    }

    private JdbcPendingAuthorizationStore node(int capacity) {
        try (Secret key = key(1)) {
            JdbcPendingAuthorizationStore node = JdbcPendingAuthorizationStore.builder(hooked.dataSource())
                    .key(key)
                    .clock(clock)
                    .capacity(capacity)
                    .open();
            opened.add(node);
            return node;
        }
    }

    @AfterEach
    void closeAll() {
        opened.forEach(JdbcPendingAuthorizationStore::close);
        if (hooked != null) {
            assertThat(hooked.openConnections())
                    .as("connections not given back")
                    .isZero();
        }
    }

    @Test
    void save_everyColumn_holdsNoSecretStateOrAccount() throws SQLException {
        save(createStore(), Records.pending(STATE, "global"));
        String all = dump();
        assertThat(all).contains(PendingAuthorization.idOf(STATE));
        assertThat(CanaryScanner.canaries().find(all)).isEmpty();
        assertThat(all)
                .doesNotContain(STATE)
                .doesNotContain("alice")
                .doesNotContain(Desk.REDIRECT.toString())
                .doesNotContain(Desk.SESSION.digest());
    }

    /** All rows, each column as text, as hex and as what its bytes spell. */
    private String dump() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM okx_connect_pending")) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    all.append(rows.getString(i)).append('\n');
                    if (rows.getObject(i) instanceof byte[] bytes) {
                        all.append(java.util.HexFormat.of().formatHex(bytes)).append('\n');
                        all.append(new String(bytes, StandardCharsets.ISO_8859_1))
                                .append('\n');
                    }
                }
            }
        }
        return all.toString();
    }

    @Test
    void save_full_forgetsTheOldestOnAllNodes() throws SQLException {
        createStore();
        JdbcPendingAuthorizationStore store = node(3);
        JdbcPendingAuthorizationStore other = node(3);
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMillis(1));
            save(i % 2 == 0 ? store : other, record(i));
        }
        assertThat(rows()).isEqualTo(3);
        for (int i = 17; i < 20; i++) {
            assertThat(store.take(id(i))).isTrue();
        }
    }

    @Test
    void save_sameSessionOften_forgetsItsOwnOldestOnly() throws SQLException {
        JdbcPendingAuthorizationStore store = createStore();
        save(store, record(1));
        for (int i = 0; i < 20; i++) {
            save(store, pendingUntil("state " + i, Duration.ofSeconds(600L + i)));
        }
        assertThat(rows()).isEqualTo(9);
        assertThat(store.find(id(1)).isPresent()).isTrue();
        assertThat(store.find(PendingAuthorization.idOf("state 11"))).isEmpty();
        assertThat(store.find(PendingAuthorization.idOf("state 12"))).isPresent();
    }

    @Test
    void save_expiredOnes_areForgottenAMinuteLater() throws SQLException {
        JdbcPendingAuthorizationStore store = createStore();
        save(store, record(1));
        clock.advance(Duration.ofMinutes(10).plusSeconds(59));
        save(store, pendingUntil("later", Duration.ofMinutes(20)));
        assertThat(rows()).as("another node's clock may be behind").isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        save(store, pendingUntil("last", Duration.ofMinutes(20)));
        assertThat(rows()).isEqualTo(2);
        assertThat(store.find(id(1))).isEmpty();
    }

    @Test
    void save_sameIdAgain_replaces() throws SQLException {
        JdbcPendingAuthorizationStore store = createStore();
        save(store, Records.pending(STATE, "global"));
        save(store, Records.pending(STATE, "eea"));
        assertThat(rows()).isEqualTo(1);
        try (PendingAuthorization found =
                store.find(PendingAuthorization.idOf(STATE)).orElseThrow()) {
            assertThat(found.siteName()).isEqualTo("eea");
        }
    }

    @Test
    void find_rowMovedOrChanged_isCorrupt() {
        for (String change : List.of(
                "UPDATE okx_connect_pending SET sealed = (SELECT sealed FROM other)",
                "UPDATE okx_connect_pending SET expires = expires + 1",
                "UPDATE okx_connect_pending SET session = id",
                "UPDATE okx_connect_pending SET sealed = id")) {
            JdbcPendingAuthorizationStore store = createStore();
            save(store, record(1));
            save(store, record(2));
            execute("CREATE TABLE other AS SELECT sealed FROM okx_connect_pending WHERE expires > 0");
            store.take(id(2));
            execute("DELETE FROM other WHERE sealed = (SELECT sealed FROM okx_connect_pending)");
            store.find(id(1)).orElseThrow().close();
            execute(change);
            assertFails(Reason.CORRUPT, () -> store.find(id(1)));
            assertThat(store.take(id(1))).as("it can still be removed").isTrue();
        }
    }

    @Test
    void find_writtenWithAnotherKey_isToldApartFromDamage() {
        save(createStore(), record(1));
        try (Secret another = key(2);
                JdbcPendingAuthorizationStore node = JdbcPendingAuthorizationStore.open(database, another)) {
            assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> node.find(id(1)));
        }
    }

    @Test
    void open_noTableOrLaterVersion_isRefused() {
        DataSource empty = kind.create();
        assertFails(Reason.SCHEMA_MISSING, () -> JdbcPendingAuthorizationStore.open(empty, key(1)));
        createStore();
        JdbcPendingAuthorizationStore.createSchema(database);
        execute("UPDATE okx_connect_schema SET version = 2");
        assertFails(Reason.NEWER_FORMAT, () -> JdbcPendingAuthorizationStore.open(database, key(1)));
        execute("DELETE FROM okx_connect_schema");
        assertFails(Reason.SCHEMA_MISSING, () -> JdbcPendingAuthorizationStore.open(database, key(1)));
    }

    @Test
    void open_badKeyOrProvider_isTyped() {
        createStore();
        JdbcPendingAuthorizationStoreBuilder builder = JdbcPendingAuthorizationStore.builder(database);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(builder::open)
                .satisfies(e -> assertThat(e.argument()).isEqualTo("key, keyProvider"));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> builder.key(Secret.of("short")).open());
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> builder.capacity(0));
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> builder.capacity(1_000_001));
        assertFails(
                Reason.KEY_UNAVAILABLE,
                () -> builder.keyProvider(() -> {
                            throw new IllegalStateException(DRIVER_TEXT);
                        })
                        .open());
        assertFails(
                Reason.KEY_UNAVAILABLE,
                () -> builder.keyProvider(KeyProvider.environment("OKX_CONNECT_NO_SUCH_VARIABLE"))
                        .open());
    }

    @Test
    void take_rolledBackByTheDatabase_isRepeatedAFewTimes() {
        JdbcPendingAuthorizationStore store = createStore();
        save(store, record(1));
        save(store, record(2));
        AtomicInteger failures = new AtomicInteger(4);
        hooked.hook = (sql, execution) -> {
            if (sql.startsWith("DELETE") && failures.getAndDecrement() > 0) {
                throw new SQLException("deadlock", "40001");
            }
            return execution.call();
        };
        assertThat(store.take(id(1))).isTrue();
        failures.set(5);
        assertFails(Reason.IO, () -> store.take(id(2)));
        assertThat(store.take(id(2))).isTrue();
    }

    @Test
    void take_answerLost_failsAndNobodyGoesOn() {
        JdbcPendingAuthorizationStore store = createStore();
        save(store, record(1));
        hooked.hook = (sql, execution) -> {
            execution.call();
            throw new SQLException("connection lost", "08006");
        };
        assertFails(Reason.IO, () -> store.take(id(1)));
        hooked.hook = (sql, execution) -> execution.call();
        assertThat(store.take(id(1))).isFalse();
    }

    @Test
    void calls_driverFailing_areIoWithoutTheDriversText() {
        JdbcPendingAuthorizationStore store = createStore();
        hooked.hook = (sql, execution) -> {
            throw new SQLException(DRIVER_TEXT, "08S01", new IllegalStateException(DRIVER_TEXT));
        };
        assertEachCallFails(store, Reason.IO);
        hooked.hook = (sql, execution) -> {
            throw new IllegalStateException(DRIVER_TEXT);
        };
        assertEachCallFails(store, Reason.IO);
        hooked.hook = (sql, execution) -> execution.call();
        execute("DROP TABLE okx_connect_pending");
        assertEachCallFails(store, Reason.SCHEMA_MISSING);
    }

    @Test
    void calls_poolWithoutAutoCommitAndSerializable_workAndLeaveTheConnectionSo() {
        JdbcPendingAuthorizationStore store = createStore();
        AtomicInteger changed = new AtomicInteger();
        hooked.start = connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
        };
        hooked.end = connection -> changed.addAndGet(connection.getAutoCommit() ? 1 : 0);
        save(store, record(1));
        store.find(id(1)).orElseThrow().close();
        assertThat(store.take(id(1))).isTrue();
        assertThat(changed).as("connections given back with another setting").hasValue(0);
    }

    @Test
    void close_thenUse_saysClosed() {
        JdbcPendingAuthorizationStore store = createStore();
        store.close();
        store.close();
        assertEachCallFails(store, Reason.CLOSED);
        assertThat(store).hasToString("JdbcPendingAuthorizationStore");
    }

    @Test
    void schemaScript_ofEachDialect_changesNothingThatIsThere() {
        for (JdbcDialect dialect : JdbcDialect.values()) {
            assertThat(JdbcPendingAuthorizationStore.schemaScript(dialect))
                    .startsWith("-- Pending authorizations of okx-connect, version 1")
                    .doesNotContainPattern("CREATE TABLE (?!IF NOT EXISTS)");
        }
    }

    private void assertEachCallFails(JdbcPendingAuthorizationStore store, Reason reason) {
        assertFails(reason, () -> save(store, record(1)));
        assertFails(reason, () -> store.find(id(1)));
        assertFails(reason, () -> store.take(id(1)));
    }

    private static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e).hasNoCause())
                .satisfies(e -> assertThat(e.getMessage() + e.nextStep()).doesNotContain(DRIVER_TEXT))
                .satisfies(e -> assertThat(CanaryGraph.find(e)).isEmpty());
    }

    private static void save(PendingAuthorizationStore store, PendingAuthorization pending) {
        try (pending) {
            store.save(pending);
        }
    }

    private String id(int number) {
        try (PendingAuthorization pending = record(number)) {
            return pending.id();
        }
    }

    private static PendingAuthorization pendingUntil(String state, Duration lifetime) {
        try (PendingAuthorization some = Records.pending(state, "global")) {
            String text = new String(some.toBytes(), StandardCharsets.UTF_8)
                    .replace(
                            Long.toString(some.expiresAt().toEpochMilli()),
                            Long.toString(some.createdAt().plus(lifetime).toEpochMilli()));
            return PendingAuthorization.fromBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private int rows() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM okx_connect_pending")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) {
        TestDatabase.execute(database, sql);
    }

    private static Secret key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Secret.of(bytes);
    }
}
