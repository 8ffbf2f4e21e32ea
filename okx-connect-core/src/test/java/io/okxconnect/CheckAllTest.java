package io.okxconnect;

import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.okxconnect.check.AccountCheck;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.check.CheckContext;
import io.okxconnect.check.Finding;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.ForwardingStore;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A look at all accounts at once, and the monitor's view of stored connections, against the sandbox. */
class CheckAllTest {
    private static final int ACCOUNTS = 12;

    private final InMemoryCredentialStore store = new InMemoryCredentialStore();
    private final Map<AccountId, SandboxApiKey> keys = new HashMap<>();
    private TestExchange exchange;
    private ExchangeConnector okx;

    @BeforeEach
    void connectAll() {
        exchange = new TestExchange();
        try (ExchangeConnector first = exchange.connector(store)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                SandboxUser user = exchange.okx.createUser("user" + i);
                SandboxApiKey key =
                        user.createApiKey(exchange.keyRequest().read().trade());
                try (ApiKeyCredential credential = credential(key)) {
                    first.connect(id(i), credential);
                }
                keys.put(id(i), key);
            }
        }
        okx = exchange.connector(store);
    }

    @AfterEach
    void stop() {
        okx.close();
        store.close();
        exchange.close();
    }

    private static AccountId id(int number) {
        return AccountId.of("account" + (char) ('a' + number));
    }

    @Test
    void checkAll_allIsWell_reportsEachInOrder() {
        CheckAllReport report = okx.checkAll();

        assertThat(report.results())
                .extracting(result -> result.accountId().value())
                .hasSize(ACCOUNTS)
                .isSorted();
        assertThat(report.countByState()).containsExactly(Map.entry(ConnectionState.CONNECTED, ACCOUNTS));
        assertThat(report.unusable()).isEmpty();
        assertThat(report).hasToString("CheckAllReport{CONNECTED=12}");
    }

    @Test
    void checkAll_someKeysAreDead_tellsWhichAndWhy() {
        keys.get(id(3)).delete();
        keys.get(id(7)).delete();

        CheckAllReport report = okx.checkAll();

        assertThat(report.unusable()).extracting(CheckAllResult::accountId).containsExactly(id(3), id(7));
        assertThat(report.of(id(3)).orElseThrow().status().failure())
                .get()
                .isInstanceOf(AuthenticationRejectedException.class);
        assertThat(report.countByState())
                .containsOnly(Map.entry(ConnectionState.CONNECTED, 10), Map.entry(ConnectionState.INVALID, 2));
        assertThat(okx.connection(id(3)).status().state()).isEqualTo(ConnectionState.INVALID);
    }

    @Test
    void checkAll_some_looksAtThoseOnlyAndTellsOfEachOnce() {
        int before = exchange.okx.journal().count("GET", "/api/v5/account/config");
        List<AccountId> told = new ArrayList<>();
        Thread caller = Thread.currentThread();

        CheckAllReport report = okx.checkAll(List.of(id(5), id(2), id(5)), result -> {
            told.add(result.accountId());
            assertThat(Thread.currentThread()).isSameAs(caller);
        });

        assertThat(report.results()).extracting(CheckAllResult::accountId).containsExactly(id(5), id(2));
        assertThat(told).containsExactlyInAnyOrder(id(5), id(2));
        assertThat(exchange.okx.journal().count("GET", "/api/v5/account/config") - before)
                .isEqualTo(2);
    }

    @Test
    void checkAll_accountIsNotStored_isReportedAsDisconnected() {
        AccountId nobody = AccountId.of("nobody");

        ConnectionStatus status = okx.checkAll(List.of(nobody), result -> {})
                .of(nobody)
                .orElseThrow()
                .status();

        assertThat(status.state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(status.failure()).get().isInstanceOf(CredentialNotFoundException.class);
    }

    @Test
    void checkAll_storeCannotReadAnAccount_isReportedForThatOne() {
        try (ExchangeConnector lame = exchange.connector(new Lame(id(4)))) {
            CheckAllReport report = lame.checkAll();

            assertThat(report.unusable()).extracting(CheckAllResult::accountId).containsExactly(id(4));
            assertThat(report.unusable().get(0).status().failure()).get().isInstanceOf(CredentialStoreException.class);
        }
    }

    @Test
    void checkAll_progressFails_endsTheWhole() {
        assertThatThrownBy(() -> okx.checkAll(List.of(id(0), id(1)), result -> {
                    throw new IllegalArgumentException("app");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void checkAll_lookThrowsAnError_throwsItAfterAllLooks() {
        AssertionError error = new AssertionError("app");
        try (ExchangeConnector strict = failing(id(4), error)) {
            List<AccountId> told = new ArrayList<>();

            assertThatThrownBy(() ->
                            bounded(() -> strict.checkAll(keys.keySet(), result -> told.add(result.accountId()))))
                    .isSameAs(error);

            assertThat(told).hasSize(ACCOUNTS - 1).doesNotContain(id(4));
        }
    }

    @Test
    void checkAll_lookThrowsACheckedException_namesItsClass() {
        try (ExchangeConnector strict = failing(id(4), new IOException("the secret"))) {
            assertThatThrownBy(() -> bounded(strict::checkAll))
                    .isInstanceOf(IllegalStateException.class)
                    .hasNoCause()
                    .hasMessageContaining("java.io.IOException")
                    .hasMessageNotContaining("secret");
        }
    }

    /** Looks at all accounts; a look that does not come back fails the test instead of holding it up. */
    private static CheckAllReport bounded(Supplier<CheckAllReport> looks) {
        return assertTimeoutPreemptively(Duration.ofMinutes(1), looks::get);
    }

    /** A connector with an own check of the app that throws at one account. */
    private ExchangeConnector failing(AccountId accountId, Throwable failure) {
        String uid = store.list().stream()
                .filter(stored -> stored.accountId().equals(accountId))
                .findFirst()
                .flatMap(CredentialMetadata::uid)
                .orElseThrow();
        AccountCheck broken = new AccountCheck() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public List<Finding> examine(CheckContext context) {
                if (context.config().uid().equals(uid)) {
                    CheckAllTest.<RuntimeException>sneak(failure);
                }
                return List.of();
            }
        };
        return exchange.builder()
                .sharedCredentialStore(store)
                .requirements(AccountRequirements.futuresTrading().toBuilder()
                        .addCheck(broken)
                        .build())
                .build();
    }

    @SuppressWarnings("unchecked") // the cast is what hides the exception from the compiler
    private static <E extends Throwable> void sneak(Throwable e) throws E {
        throw (E) e;
    }

    @Test
    void checkAll_interrupted_reportsWhatWasDone() {
        Thread.currentThread().interrupt();

        CheckAllReport report = okx.checkAll();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.results().size()).isLessThanOrEqualTo(ACCOUNTS);
    }

    @Test
    void checkAll_noAccounts_isAnEmptyReport() {
        assertThat(okx.checkAll(List.of(), result -> {}).results()).isEmpty();
    }

    @Test
    void checkAll_connectorIsClosed_isRefused() {
        okx.close();

        assertThatThrownBy(() -> okx.checkAll()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> okx.checkAll(List.of(id(0)), result -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void checkAll_keysOpenedForTheLook_doNotStayInMemory() {
        okx.connection(id(0)).balance();

        okx.checkAll();

        assertThat(okx.connection(id(0)).session().holdsKey()).isTrue();
        for (int i = 1; i < ACCOUNTS; i++) {
            assertThat(okx.connection(id(i)).session().holdsKey()).isFalse();
        }
        assertThat(okx.connection(id(1)).balance().totalEquity()).isNotNull();
    }

    @Test
    void look_keyWasReplacedBefore_staysUsable() {
        StoredConnections watched = new StoredConnections(okx);
        assertThat(watched.look(id(1))).isEqualTo(LookResult.ANSWERED);
        Connection connection = okx.connection(id(1));
        SandboxUser user = exchange.okx.user("user1").orElseThrow();
        try (ApiKeyCredential next =
                credential(user.createApiKey(exchange.keyRequest().read().trade()))) {
            connection.replaceCredential(next);
        }

        assertThat(watched.look(id(1))).isEqualTo(LookResult.ANSWERED);
        assertThat(connection.balance().totalEquity()).isNotNull();
    }

    @Test
    void look_whileKeysAreReplaced_neverLosesTheKeyInUse() throws Exception {
        SandboxUser user = exchange.okx.user("user1").orElseThrow();
        AtomicBoolean replacing = new AtomicBoolean(true);
        ExecutorService looker = Executors.newSingleThreadExecutor();
        try {
            Future<Set<LookResult>> looks = looker.submit(() -> {
                Set<LookResult> results = EnumSet.noneOf(LookResult.class);
                StoredConnections watched = new StoredConnections(okx);
                while (replacing.get()) {
                    results.add(watched.look(id(1)));
                }
                return results;
            });
            Connection connection = okx.connection(id(1));
            for (int i = 0; i < 20; i++) {
                try (ApiKeyCredential next = credential(
                        user.createApiKey(exchange.keyRequest().read().trade()))) {
                    connection.replaceCredential(next);
                }
                assertThat(connection.balance().totalEquity()).isNotNull();
            }
            replacing.set(false);

            assertThat(looks.get()).isSubsetOf(LookResult.ANSWERED);
        } finally {
            replacing.set(false);
            looker.shutdown();
        }
    }

    @Test
    void look_eachOutcome_isToldApart() {
        StoredConnections watched = new StoredConnections(okx);
        keys.get(id(3)).delete();
        okx.connection(id(4)).disconnect();

        assertThat(watched.look(id(0))).isEqualTo(LookResult.ANSWERED);
        assertThat(watched.look(id(3))).isEqualTo(LookResult.REFUSED);
        assertThat(watched.look(id(4))).isEqualTo(LookResult.GONE);
        assertThat(watched.list())
                .hasSize(ACCOUNTS - 1)
                .containsEntry(id(0), false)
                .containsEntry(id(3), true);
        exchange.close();
        assertThat(watched.look(id(1))).isEqualTo(LookResult.FAILED_FOR_NOW);
    }

    @Test
    void list_decryptsNothing() {
        Lame counting = new Lame(AccountId.of("nobody"));
        try (ExchangeConnector lazy = exchange.connector(counting)) {
            assertThat(new StoredConnections(lazy).list()).hasSize(ACCOUNTS);
        }

        assertThat(counting.loads).isZero();
    }

    @Test
    void monitor_twoAtATime_areRefused() {
        ConnectionMonitor monitor = okx.monitor(MonitorSettings.defaults());
        assertThatThrownBy(() -> okx.monitor(MonitorSettings.defaults())).isInstanceOf(IllegalStateException.class);
        monitor.close();

        ConnectionMonitor next = okx.monitor(MonitorSettings.defaults());
        okx.close();

        assertThat(next.isClosed()).isTrue();
        assertThatThrownBy(() -> okx.monitor(MonitorSettings.defaults())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void monitor_threads_areDaemonsAndEndWithTheConnector() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        MonitorSeams system = MonitorSeams.system();
        MonitorSeams seams = new MonitorSeams(
                system.nanoTime(),
                system.random(),
                system.parking(),
                work -> {
                    Thread thread = system.threads().newThread(work);
                    threads.add(thread);
                    return thread;
                },
                Duration.ofSeconds(30));
        try (ConnectionMonitor monitor =
                ConnectionMonitor.start(new StoredConnections(okx), MonitorSettings.defaults(), seams)) {
            assertThat(monitor.isClosed()).isFalse();
        }

        assertThat(threads).hasSize(4).allSatisfy(thread -> {
            assertThat(thread.isAlive()).isFalse();
            assertThat(thread.getName()).startsWith("okx-connect-monitor-");
        });
    }

    /** The store of this test, with one account that cannot be read. */
    private final class Lame extends ForwardingStore {
        private final AccountId unreadable;
        private int loads;

        Lame(AccountId unreadable) {
            super(store);
            this.unreadable = unreadable;
        }

        @Override
        public synchronized Optional<StoredCredential> load(AccountId accountId) {
            loads++;
            if (accountId.equals(unreadable)) {
                throw new CredentialStoreException(
                        CredentialStoreException.Reason.CORRUPT, "A record is damaged.", "Connect it again.", null);
            }
            return super.load(accountId);
        }
    }
}
