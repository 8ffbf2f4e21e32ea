package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.CanaryGraph;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.database.HookedDataSource;
import io.okxconnect.database.TestDatabase;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.RetryAdvice;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the database store must do with tables that somebody else touched, or that are not there. */
@ParameterizedClass
@MethodSource("io.okxconnect.database.TestDatabase#available")
class JdbcSafetyTest {
    private static final AccountId ALICE = AccountId.of("alice");
    private static final AccountId BOB = AccountId.of("bob");
    private static final String DRIVER_TEXT = "text-of-the-driver-with-values";

    @Parameter
    TestDatabase kind;

    private DataSource database;
    private HookedDataSource hooked;
    private JdbcCredentialStore store;

    @BeforeEach
    void createStoreWithTwoAccounts() {
        database = kind.create();
        hooked = new HookedDataSource(database);
        store = TestJdbcStores.create(hooked.dataSource());
        save("alice", 1);
        execute("CREATE TABLE was AS SELECT * FROM okx_connect_credential");
        save("bob", 1);
    }

    @AfterEach
    void close() {
        store.close();
        assertThat(hooked.openConnections()).as("connections not given back").isZero();
    }

    @Test
    void open_noTables_saysWhatToDoAndCreatesNone() {
        DataSource empty = kind.create();
        for (int i = 0; i < 2; i++) {
            assertFails(Reason.SCHEMA_MISSING, () -> TestJdbcStores.open(empty));
        }
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> TestJdbcStores.open(empty))
                .satisfies(e -> assertThat(e.nextStep()).contains("JdbcCredentialStore.createSchema"))
                .satisfies(e -> assertThat(e.retryAdvice()).isEqualTo(RetryAdvice.FIX));
    }

    @Test
    void open_tablesOfALaterVersion_isRefused() {
        execute("UPDATE okx_connect_schema SET version = 2");
        assertFails(Reason.NEWER_FORMAT, () -> TestJdbcStores.open(database));
        execute("DELETE FROM okx_connect_schema");
        assertFails(Reason.SCHEMA_MISSING, () -> TestJdbcStores.open(database));
        JdbcCredentialStore.createSchema(database);
        TestJdbcStores.open(database).close();
    }

    @Test
    void createSchema_again_changesNothing() {
        JdbcCredentialStore.createSchema(database);
        assertThat(store.list()).hasSize(2);
        store.load(ALICE).orElseThrow().close();
    }

    @Test
    void open_wrongPasswordOrKey_isToldApartFromDamage() {
        assertFails(
                Reason.WRONG_PASSWORD_OR_KEY,
                () -> builder().password("wrong-password".toCharArray()).open());
        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> builder().key(key(1)).open());
        TestJdbcStores.open(database).close();
    }

    @Test
    void open_keyOrKeyProvider_opensOnlyWithThatKey() {
        DataSource byKey = kind.create();
        JdbcCredentialStore.createSchema(byKey);
        JdbcCredentialStore.open(byKey, key(1)).close();
        JdbcCredentialStore.builder(byKey).keyProvider(() -> key(1)).open().close();
        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> JdbcCredentialStore.open(byKey, key(2)));
        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> TestJdbcStores.open(byKey));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> JdbcCredentialStore.builder(byKey).open());
    }

    @Test
    void open_keysetMissingBesideAccounts_isNeverMadeAnew() {
        execute("CREATE TABLE k AS SELECT * FROM okx_connect_keyset", "DELETE FROM okx_connect_keyset");
        assertFails(Reason.CORRUPT, () -> TestJdbcStores.open(database));
        execute("INSERT INTO okx_connect_keyset SELECT * FROM k");
        TestJdbcStores.open(database).close();
    }

    @Test
    void open_keysetOfAnotherStoreUnderThisOnesId_isCorrupt() {
        execute("CREATE TABLE k AS SELECT * FROM okx_connect_keyset", "DELETE FROM okx_connect_keyset");
        execute("CREATE TABLE c AS SELECT * FROM okx_connect_credential", "DELETE FROM okx_connect_credential");
        TestJdbcStores.open(database).close();
        execute("UPDATE okx_connect_keyset SET store_id = (SELECT store_id FROM k)");
        assertFails(Reason.CORRUPT, () -> TestJdbcStores.open(database));
    }

    @Test
    void calls_databaseEmptiedOrReplaced_areRefused() {
        execute("DELETE FROM okx_connect_keyset", "DELETE FROM okx_connect_credential");
        assertEachCallFails(Reason.CORRUPT);
        TestJdbcStores.open(database).close();
        assertEachCallFails(Reason.CORRUPT);
        assertThat(rows()).isZero();
        execute("DROP TABLE okx_connect_keyset");
        assertEachCallFails(Reason.SCHEMA_MISSING);
    }

    @Test
    void save_databaseReplacedBetweenReadAndWrite_isRefusedAndNotWritten() {
        for (String verb : List.of("INSERT", "UPDATE", "DELETE")) {
            hooked.beforeNext(
                    verb,
                    () -> execute(
                            "CREATE TABLE k_" + verb + " AS SELECT * FROM okx_connect_keyset",
                            "DELETE FROM okx_connect_keyset"));
            assertFails(Reason.CORRUPT, () -> {
                switch (verb) {
                    case "INSERT" -> save("carol", 1);
                    case "UPDATE" -> save("alice", 2);
                    default -> store.delete(ALICE);
                }
            });
            execute("INSERT INTO okx_connect_keyset SELECT * FROM k_" + verb);
            assertThat(store.list()).hasSize(2);
        }
    }

    @Test
    void load_olderRowPutBack_isRolledBackAndHidesNoOther() {
        save("alice", 2);
        execute(
                "DELETE FROM okx_connect_credential WHERE revision = 2",
                "INSERT INTO okx_connect_credential SELECT * FROM was");
        assertFails(Reason.ROLLED_BACK, () -> store.load(ALICE));
        assertFails(Reason.ROLLED_BACK, () -> save("alice", 2));
        assertThat(store.list()).containsExactly(CredentialSamples.metadata("bob"));
        assertThat(store.damagedRecords()).hasSize(1).allMatch(each -> each.matches("[0-9a-f]{64}"));
        assertThat(store.delete(ALICE)).isTrue();
        assertThat(store.damagedRecords()).isEmpty();
    }

    @Test
    void load_olderThanWhatThisNodeOnlyRead_isRolledBack() {
        try (JdbcCredentialStore reader = TestJdbcStores.open(database);
                JdbcCredentialStore lister = TestJdbcStores.open(database)) {
            save("alice", 2);
            reader.load(ALICE).orElseThrow().close();
            lister.list();
            execute(
                    "DELETE FROM okx_connect_credential WHERE revision = 2",
                    "INSERT INTO okx_connect_credential SELECT * FROM was");
            assertFails(Reason.ROLLED_BACK, () -> reader.load(ALICE));
            assertFails(Reason.ROLLED_BACK, () -> lister.load(ALICE));
        }
    }

    @Test
    void load_deletedRowPutBack_isRolledBack() {
        assertThat(store.delete(ALICE)).isTrue();
        execute("INSERT INTO okx_connect_credential SELECT * FROM was");
        assertFails(Reason.ROLLED_BACK, () -> store.load(ALICE));
        assertThat(store.delete(ALICE)).isTrue();
        save("alice", 1);
        store.load(ALICE).orElseThrow().close();
    }

    @Test
    void load_deletedWithoutEverBeingReadThenPutBack_isRolledBack() {
        try (JdbcCredentialStore fresh = TestJdbcStores.open(database)) {
            assertThat(fresh.delete(ALICE)).isTrue();
            execute("INSERT INTO okx_connect_credential SELECT * FROM was");
            assertFails(Reason.ROLLED_BACK, () -> fresh.load(ALICE));
        }
    }

    @Test
    void load_deletedAndStoredAgainByAnotherNode_isAccepted() {
        save("alice", 2);
        try (JdbcCredentialStore other = TestJdbcStores.open(database)) {
            other.delete(ALICE);
            try (StoredCredential next = CredentialSamples.stored("alice", 1)) {
                other.save(next);
            }
        }
        try (StoredCredential seen = store.load(ALICE).orElseThrow()) {
            assertThat(seen.revision()).isEqualTo(1);
        }
    }

    @Test
    void load_rowOfAnotherAccount_isCorrupt() {
        execute("CREATE TABLE names AS SELECT name FROM okx_connect_credential"
                + " WHERE name NOT IN (SELECT name FROM was)");
        execute("DELETE FROM okx_connect_credential WHERE name IN (SELECT name FROM names)");
        execute("UPDATE okx_connect_credential SET name = (SELECT name FROM names)");
        assertFails(Reason.CORRUPT, () -> store.load(BOB));
        assertFails(Reason.CORRUPT, () -> save("bob", 2));
        assertThatThrownBy(() -> store.load(BOB))
                .hasMessageMatching("(?s).*row [0-9a-f]{64} of table okx_connect_credential.*");
        assertThat(store.list()).isEmpty();
        assertThat(store.delete(BOB)).isTrue();
        save("bob", 1);
    }

    @Test
    void load_columnThatDecidesWhoWinsChanged_isCorrupt() {
        execute("UPDATE okx_connect_credential SET revision = 7");
        assertFails(Reason.CORRUPT, () -> store.load(ALICE));
        assertFails(Reason.CORRUPT, () -> save("alice", 8));
        assertThat(store.damagedRecords()).hasSize(2);
        execute("UPDATE okx_connect_credential SET revision = 1");
        store.load(ALICE).orElseThrow().close();
        execute("UPDATE okx_connect_credential SET incarnation = "
                + "(SELECT MAX(incarnation) FROM was) WHERE name NOT IN (SELECT name FROM was)");
        assertFails(Reason.CORRUPT, () -> store.load(BOB));
    }

    @Test
    void list_secretsDamaged_isStillListedAndRefusedOnLoad() {
        execute("UPDATE okx_connect_credential SET secrets = name");
        assertThat(store.list()).hasSize(2);
        assertFails(Reason.CORRUPT, () -> store.load(ALICE));
    }

    @Test
    void list_headDamaged_isLeftOut() {
        execute("UPDATE okx_connect_credential SET head = name WHERE name IN (SELECT name FROM was)");
        assertThat(store.list()).containsExactly(CredentialSamples.metadata("bob"));
        assertFails(Reason.CORRUPT, () -> store.load(ALICE));
    }

    @Test
    void calls_driverFailing_areIoWithoutTheDriversText() {
        hooked.hook = (sql, execution) -> {
            throw new SQLException(DRIVER_TEXT, "08S01", new IllegalStateException(DRIVER_TEXT));
        };
        assertEachCallFails(Reason.IO);
        hooked.hook = (sql, execution) -> {
            throw new SQLException(DRIVER_TEXT, DRIVER_TEXT);
        };
        assertEachCallFails(Reason.IO);
        hooked.hook = (sql, execution) -> {
            throw new IllegalStateException(DRIVER_TEXT);
        };
        assertEachCallFails(Reason.IO);
        hooked.hook = (sql, execution) -> execution.call();
        assertThat(store.list()).hasSize(2);
    }

    @Test
    void calls_tidyingUpFails_countAsDone() {
        hooked.start = connection -> connection.setAutoCommit(false);
        hooked.end = connection -> {
            connection.setAutoCommit(true);
            connection.close();
            throw new SQLException("already broken", "08003");
        };
        save("alice", 2);
        hooked.end = connection -> {};
        try (StoredCredential seen = store.load(ALICE).orElseThrow()) {
            assertThat(seen.revision()).isEqualTo(2);
        }
        hooked.forgetOpenConnections();
    }

    @Test
    void close_thenUse_saysClosedAndLeavesTheDataSource() {
        store.close();
        store.close();
        assertEachCallFails(Reason.CLOSED);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void close_noAccounts_saysClosedToo() {
        store.delete(ALICE);
        store.delete(AccountId.of("bob"));
        store.close();
        assertFails(Reason.CLOSED, store::list);
        assertFails(Reason.CLOSED, store::damagedRecords);
    }

    @Test
    void toString_holdsNothingOfTheDataSource() {
        assertThat(store).hasToString("JdbcCredentialStore");
    }

    private void assertEachCallFails(Reason reason) {
        assertFails(reason, () -> store.load(ALICE));
        assertFails(reason, () -> store.load(AccountId.of("nobody")));
        assertFails(reason, () -> save("alice", 2));
        assertFails(reason, () -> save("carol", 1));
        assertFails(reason, () -> store.delete(ALICE));
        assertFails(reason, store::list);
        assertFails(reason, store::damagedRecords);
    }

    private JdbcCredentialStoreBuilder builder() {
        return JdbcCredentialStore.builder(database).seams(VaultSeams.production(), TestVaults.QUICK);
    }

    private void execute(String... sql) {
        TestDatabase.execute(database, sql);
    }

    private int rows() {
        return new JdbcCalls(database).statement("count", "SELECT COUNT(*) FROM okx_connect_credential", statement -> {
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private void save(String accountId, long revision) {
        try (StoredCredential next = CredentialSamples.stored(accountId, revision)) {
            store.save(next);
        }
    }

    private static Secret key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Secret.of(bytes);
    }

    private static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e).hasNoCause())
                .satisfies(e -> assertThat(e.getMessage() + e.nextStep()).doesNotContain(DRIVER_TEXT))
                .satisfies(e -> assertThat(CanaryGraph.find(e)).isEmpty());
    }
}
