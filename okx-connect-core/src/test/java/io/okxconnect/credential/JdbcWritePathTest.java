package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.database.HookedDataSource;
import io.okxconnect.database.TestDatabase;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moments of a database store's calls at which something rare happens. */
class JdbcWritePathTest {
    private static final AccountId ALICE = AccountId.of("alice");

    private final DataSource database = TestDatabase.H2.create();
    private final HookedDataSource hooked = new HookedDataSource(database);
    private JdbcCredentialStore store;

    @BeforeEach
    void createStoreWithOneAccount() {
        store = TestJdbcStores.create(hooked.dataSource());
        save(1);
    }

    @AfterEach
    void close() {
        store.close();
        assertThat(hooked.openConnections()).as("connections not given back").isZero();
    }

    private void save(long revision) {
        try (StoredCredential next = CredentialSamples.stored("alice", revision)) {
            store.save(next);
        }
    }

    private static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void save_tableGoneBetweenReadAndWrite_saysSo() {
        hooked.beforeNext("UPDATE", () -> TestDatabase.execute(database, "DROP TABLE okx_connect_credential"));
        assertFails(Reason.SCHEMA_MISSING, () -> save(2));
    }

    @Test
    void list_closedInBetween_saysClosedAndCallsNothingDamaged() {
        hooked.beforeNext("SELECT", store::close);
        assertFails(Reason.CLOSED, store::list);
    }

    @Test
    void calls_each_areOneStatementThatMayTakeTenSeconds() {
        hooked.executed.clear();
        hooked.limits.clear();
        save(2);
        store.load(ALICE).orElseThrow().close();
        store.list();
        store.delete(ALICE);
        assertThat(hooked.executed)
                .extracting(sql -> sql.substring(0, 6))
                .containsExactly("SELECT", "UPDATE", "SELECT", "SELECT", "SELECT", "DELETE");
        assertThat(hooked.limits).hasSize(6).containsOnly(10);
    }

    @Test
    void createSchema_eachStatementFailingOnce_createsAllTables() {
        HookedDataSource shaky = new HookedDataSource(TestDatabase.H2.create());
        AtomicInteger connections = new AtomicInteger();
        // The first connection asks for the database's kind; of the others, each second one fails.
        shaky.start = connection -> {
            if (connections.getAndIncrement() % 2 == 1) {
                throw new SQLException("relation exists", "42P07");
            }
        };
        JdbcCredentialStore.createSchema(shaky.dataSource());
        assertThat(connections).hasValueGreaterThan(6);
        shaky.start = connection -> {};
        TestJdbcStores.open(shaky.dataSource()).close();
    }

    @Test
    void open_keysetCannotBeStored_isIo() {
        DataSource empty = TestDatabase.H2.create();
        JdbcCredentialStore.createSchema(empty);
        HookedDataSource failing = new HookedDataSource(empty);
        failing.hook = (sql, execution) -> {
            if (sql.startsWith("INSERT")) {
                throw new SQLException("full", "53100");
            }
            return execution.call();
        };
        assertFails(Reason.IO, () -> TestJdbcStores.open(failing.dataSource()));
    }

    @Test
    void changePassword_storedAccounts_openWithTheNewOne() {
        store.changePassword(Canary.CLIENT_SECRET.toCharArray());
        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> TestJdbcStores.open(database));
        try (CredentialStore next = JdbcCredentialStore.builder(database)
                .seams(VaultSeams.production(), TestVaults.QUICK)
                .password(Canary.CLIENT_SECRET.toCharArray())
                .open()) {
            next.load(ALICE).orElseThrow().close();
        }
    }
}
