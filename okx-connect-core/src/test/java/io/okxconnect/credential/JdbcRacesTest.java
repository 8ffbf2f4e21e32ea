package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.database.HookedDataSource;
import io.okxconnect.database.TestDatabase;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Several nodes on one database, and a database that fails in between. */
@ParameterizedClass
@MethodSource("io.okxconnect.database.TestDatabase#available")
class JdbcRacesTest {
    private static final AccountId ALICE = AccountId.of("alice");

    @Parameter
    TestDatabase kind;

    private DataSource database;
    private HookedDataSource hooked;
    private JdbcCredentialStore store;
    private JdbcCredentialStore other;

    @BeforeEach
    void openTwice() {
        database = kind.create();
        other = TestJdbcStores.create(database);
        hooked = new HookedDataSource(database);
        store = TestJdbcStores.open(hooked.dataSource());
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
        assertThat(hooked.openConnections()).as("connections not given back").isZero();
    }

    @Test
    void save_otherNodeBetweenReadAndWrite_isConflict() {
        assertThat(lostUpdates(sql -> sql)).isZero();
    }

    @Test
    void save_statementWithoutRevision_losesAnUpdateThatTheTestAboveWouldShow() {
        assertThat(lostUpdates(sql -> sql.replace("AND revision = ?", "AND ? > 0")))
                .isEqualTo(1);
    }

    /** How many acknowledged updates are gone after two nodes stored the same revision at the same time. */
    private int lostUpdates(java.util.function.UnaryOperator<String> rewrite) {
        save(other, "alice", 1, "first");
        hooked.rewrite = rewrite;
        hooked.beforeNext("UPDATE", () -> save(other, "alice", 2, "theirs"));
        int acknowledged = 1;
        try {
            save(store, "alice", 2, "mine");
            acknowledged++;
        } catch (CredentialStoreException conflict) {
            assertThat(conflict.reason()).isEqualTo(Reason.CONFLICT);
            assertThat(label(other)).isEqualTo("theirs");
        }
        return acknowledged - 1;
    }

    @Test
    void save_firstRevisionOfOtherNodeInBetween_isConflict() {
        hooked.beforeNext("INSERT", () -> save(other, "alice", 1, "theirs"));
        assertFails(Reason.CONFLICT, () -> save(store, "alice", 1, "mine"));
        assertThat(label(store)).isEqualTo("theirs");
    }

    @Test
    void save_accountConnectedAnewInBetween_isConflictThoughTheRevisionFits() {
        save(other, "alice", 1, "first");
        hooked.beforeNext("UPDATE", () -> {
            other.delete(ALICE);
            save(other, "alice", 1, "anew");
        });
        assertFails(Reason.CONFLICT, () -> save(store, "alice", 2, "mine"));
        assertThat(label(store)).isEqualTo("anew");
    }

    @Test
    void delete_accountConnectedAnewInBetween_deletesThatToo() {
        save(other, "alice", 1, "first");
        hooked.beforeNext("DELETE", () -> {
            other.delete(ALICE);
            save(other, "alice", 1, "anew");
        });
        assertThat(store.delete(ALICE)).isTrue();
        assertThat(other.load(ALICE)).isEmpty();
        save(store, "alice", 1, "third");
        assertThat(label(other)).isEqualTo("third");
    }

    @Test
    void delete_accountDeletedInBetween_isNotThere() {
        save(other, "alice", 1, "first");
        hooked.beforeNext("DELETE", () -> other.delete(ALICE));
        assertThat(store.delete(ALICE)).isFalse();
    }

    @Test
    void delete_accountConnectedAnewEachTime_givesUpWithConflict() {
        save(other, "alice", 1, "first");
        hooked.hook = (sql, execution) -> {
            if (sql.startsWith("DELETE")) {
                other.delete(ALICE);
                save(other, "alice", 1, "anew");
            }
            return execution.call();
        };
        assertFails(Reason.CONFLICT, () -> store.delete(ALICE));
        assertThat(hooked.executed).filteredOn(sql -> sql.startsWith("DELETE")).hasSize(10);
    }

    @Test
    void open_firstOpenersTogether_useTheSameKeys() throws Exception {
        DataSource empty = kind.create();
        List<JdbcCredentialStore> opened = together(8, () -> TestJdbcStores.create(empty));
        save(opened.get(0), "alice", 1, "first");
        opened.forEach(each -> assertThat(label(each)).isEqualTo("first"));
        opened.forEach(JdbcCredentialStore::close);
    }

    @Test
    void open_otherNodeMakesTheKeysInBetween_usesThose() {
        DataSource empty = kind.create();
        JdbcCredentialStore.createSchema(empty);
        HookedDataSource slow = new HookedDataSource(empty);
        slow.beforeNext("INSERT INTO okx_connect_keyset", () -> {
            try (JdbcCredentialStore first = TestJdbcStores.open(empty)) {
                save(first, "alice", 1, "first");
            }
        });
        try (JdbcCredentialStore second = TestJdbcStores.open(slow.dataSource())) {
            assertThat(label(second)).isEqualTo("first");
        }
    }

    @Test
    void calls_poolWithoutAutoCommitAndSerializable_workAndLeaveTheConnectionSo() throws Exception {
        AtomicInteger changed = new AtomicInteger();
        hooked.start = connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
        };
        hooked.end = connection -> changed.addAndGet(connection.getAutoCommit() ? 1 : 0);
        for (int revision = 1; revision <= 3; revision++) {
            long next = revision;
            List<Boolean> won = together(4, () -> tryToSave(store, next));
            assertThat(won).containsOnlyOnce(true);
        }
        assertThat(label(other)).isEqualTo("mine");
        assertThat(store.delete(ALICE)).isTrue();
        assertThat(other.load(ALICE)).isEmpty();
        assertThat(changed).as("connections given back with another setting").hasValue(0);
    }

    @Test
    void save_rolledBackByTheDatabase_isRepeatedAFewTimes() {
        AtomicInteger failures = new AtomicInteger(4);
        hooked.hook = (sql, execution) -> {
            if (sql.startsWith("INSERT") && failures.getAndDecrement() > 0) {
                throw new SQLException("deadlock", "40001");
            }
            return execution.call();
        };
        save(store, "alice", 1, "mine");
        failures.set(5);
        assertFails(Reason.IO, () -> save(store, "bob", 1, "mine"));
        assertThat(other.load(AccountId.of("bob"))).isEmpty();
    }

    @Test
    void save_connectionLostAfterTheCommit_isStored() {
        save(store, "alice", 1, "first");
        hooked.hook = (sql, execution) -> {
            Object result = execution.call();
            if (sql.startsWith("UPDATE")) {
                throw new SQLException("connection lost", "08006");
            }
            return result;
        };
        save(store, "alice", 2, "mine");
        save(store, "alice", 3, "mine again");
        assertThat(label(other)).isEqualTo("mine again");
    }

    @Test
    void save_connectionLostBeforeTheCommit_isIoAndNotStored() {
        save(store, "alice", 1, "first");
        hooked.hook = (sql, execution) -> {
            if (sql.startsWith("UPDATE")) {
                throw new SQLException("connection lost", "08006");
            }
            return execution.call();
        };
        assertFails(Reason.IO, () -> save(store, "alice", 2, "mine"));
        assertThat(label(other)).isEqualTo("first");
    }

    @Test
    void save_databaseGoneForGood_isIoAndSaysWhatToDo() {
        save(store, "alice", 1, "first");
        AtomicInteger calls = new AtomicInteger();
        hooked.hook = (sql, execution) -> {
            if (calls.getAndIncrement() > 0) {
                throw new SQLException("connection lost", "08006");
            }
            return execution.call();
        };
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> save(store, "alice", 2, "mine"))
                .withMessageContaining("SQLState 08006")
                .satisfies(e -> assertThat(e.nextStep()).contains("load the account"));
    }

    private static <R> List<R> together(int threads, Callable<R> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> future : executor.invokeAll(java.util.Collections.nCopies(threads, work))) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private static boolean tryToSave(CredentialStore store, long revision) {
        try {
            save(store, "alice", revision, "mine");
            return true;
        } catch (CredentialStoreException e) {
            assertThat(e.reason()).isEqualTo(Reason.CONFLICT);
            return false;
        }
    }

    private static void save(CredentialStore store, String accountId, long revision, String label) {
        CredentialMetadata metadata =
                CredentialSamples.metadata(accountId).toBuilder().label(label).build();
        try (ApiKeyCredential key = CredentialSamples.apiKey();
                StoredCredential next = StoredCredential.of(metadata, revision, key)) {
            store.save(next);
        }
    }

    private static String label(CredentialStore store) {
        try (StoredCredential stored = store.load(ALICE).orElseThrow()) {
            return stored.metadata().label().orElseThrow();
        }
    }

    private static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call)
                .extracting(CredentialStoreException::reason)
                .isEqualTo(reason);
    }
}
