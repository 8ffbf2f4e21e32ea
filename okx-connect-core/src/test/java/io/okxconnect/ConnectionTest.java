package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.account.PositionMode;
import io.okxconnect.check.CheckReport;
import io.okxconnect.check.RemedyReport;
import io.okxconnect.credential.AccountId;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxPermission;
import io.okxconnect.testkit.SandboxPositionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an app does with a connection, until it ends it. */
class ConnectionTest extends ConnectorScene {
    private static final String SET_POSITION_MODE = "/api/v5/account/set-position-mode";

    private SandboxApiKey key;

    @BeforeEach
    void makeKey() {
        key = exchange.tradingKey();
    }

    private Connection connected() {
        return connect(key);
    }

    @Test
    void apply_hedgeMode_isFixedByOneCallAndReported() {
        exchange.alice.demo().setPositionMode(SandboxPositionMode.LONG_SHORT);
        Connection alice = connected();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.SETUP_REQUIRED);
        assertThat(alice.status().toString()).contains("SETUP_REQUIRED", "posMode=long_short_mode", "How to fix it");
        assertThat(exchange.alice.demo().positionMode())
                .as("connecting changes nothing")
                .isEqualTo(SandboxPositionMode.LONG_SHORT);

        RemedyReport report = alice.apply(alice.check().automaticRemedies());

        assertThat(report.isComplete()).isTrue();
        assertThat(report.changes()).hasSize(1);
        assertThat(exchange.alice.demo().positionMode()).isEqualTo(SandboxPositionMode.NET);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(okx.connections().get(0).lastState()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void apply_openPositionBlocks_saysWhichAndChangesNothing() {
        exchange.alice.demo().setPositionMode(SandboxPositionMode.LONG_SHORT);
        exchange.alice.demo().openPosition("BTC-USDT-SWAP", "isolated", "1");
        Connection alice = connected();

        RemedyReport report = alice.apply(alice.check().automaticRemedies());

        assertThat(report.isComplete()).isFalse();
        assertThat(report.results().toString()).contains("BTC-USDT-SWAP");
        assertThat(report.changes()).isEmpty();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.SETUP_REQUIRED);
    }

    @Test
    void check_stateChanges_isSeenEachTime() {
        Connection alice = connected();

        exchange.okx.faults().on("GET", "/api/v5/account/config").times(3).code(503, "50001", "Unavailable");
        assertThatThrownBy(alice::check).isInstanceOf(ExchangeUnavailableException.class);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.TEMPORARY_ISSUE);
        assertThat(alice.status().failure()).containsInstanceOf(ExchangeUnavailableException.class);

        assertThat(alice.check().isReady()).isTrue();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);

        key.setPermissions(SandboxPermission.READ, SandboxPermission.TRADE, SandboxPermission.WITHDRAW);
        alice.check();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.WITHDRAWAL_ENABLED);

        key.setPermissions(SandboxPermission.READ);
        alice.check();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.INCORRECT_PERMISSIONS);
        assertThat(okx.connections().get(0).lastState()).isEqualTo(ConnectionState.INCORRECT_PERMISSIONS);

        key.delete();
        assertThatThrownBy(alice::check).isInstanceOf(AuthenticationRejectedException.class);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.INVALID);
        assertThat(okx.connections().get(0).lastState()).isEqualTo(ConnectionState.INVALID);
    }

    @Test
    void connection_afterARestart_opensTheStoredKey() {
        connected();
        okx.close();

        try (ExchangeConnector restarted = exchange.connector(store)) {
            Connection alice = restarted.connection(ALICE);

            assertThat(alice.status().state()).isEqualTo(ConnectionState.UNCHECKED);
            assertThat(alice.maskedApiKey())
                    .startsWith(key.apiKey().substring(0, 4))
                    .doesNotContain(key.apiKey());
            assertThat(alice.balance().totalEquity()).isPositive();
            assertThat(alice.check().isReady()).isTrue();
            assertThat(restarted.connection(ALICE)).isSameAs(alice);
        }
    }

    @Test
    void connection_unknownId_saysHowToFindTheRightOne() {
        assertThatThrownBy(() -> okx.connection(AccountId.of("bob")))
                .isInstanceOf(CredentialNotFoundException.class)
                .hasMessageContaining("connections()");
    }

    @Test
    void connections_listsWithoutOpeningASecret() {
        connected();
        AtomicInteger loads = new AtomicInteger();
        StoreProbe counting = new StoreProbe(store);
        counting.beforeLoad = loads::incrementAndGet;
        try (ExchangeConnector lister = exchange.connector(counting)) {
            assertThat(lister.connections())
                    .extracting(ConnectionSummary::accountId)
                    .containsExactly(ALICE);
        }
        assertThat(loads).hasValue(0);
    }

    @Test
    void disconnect_forgetsTheKeyAndSignsNothingMore() {
        Connection alice = connected();

        DisconnectReport report = alice.disconnect();

        assertThat(report.remaining().page().toString()).endsWith("/account/my-api?go-demo-trading=1");
        assertThat(report.toString()).contains(alice.maskedApiKey()).doesNotContain(key.apiKey());
        assertThat(store.list()).isEmpty();
        assertThat(okx.connections()).isEmpty();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
        long before = exchange.signedRequests();
        assertThatThrownBy(alice::balance).isInstanceOf(ConnectionClosedException.class);
        assertThatThrownBy(alice::check).isInstanceOf(ConnectionClosedException.class);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(exchange.signedRequests()).isEqualTo(before);
    }

    @Test
    void disconnect_whileOthersCall_neverSignsWithAWipedKey() throws Exception {
        Connection alice = connected();
        int threads = 8;
        CountDownLatch calling = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<OkxConnectException>> ends = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<OkxConnectException> untilRefused = () -> {
                    while (true) {
                        try {
                            alice.call(
                                    RestRequest.get("/api/v5/account/balance").build());
                            calling.countDown();
                        } catch (OkxConnectException e) {
                            return e;
                        }
                    }
                };
                ends.add(pool.submit(untilRefused));
            }
            calling.await();
            alice.disconnect();
            for (Future<OkxConnectException> end : ends) {
                assertThat(end.get()).isInstanceOf(ConnectionClosedException.class);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(exchange.okx
                        .journal()
                        .find(r -> r.code().filter(c -> !c.equals("0")).isPresent()))
                .as("every request that was sent was signed right")
                .isEmpty();
    }

    @Test
    void write_answerIsLost_isSentOnceAndReportedAsUnknown() {
        Connection alice = connected();
        exchange.okx.faults().on("POST", SET_POSITION_MODE).carriedOut().resetBeforeResponse();
        RestRequest request = RestRequest.post(SET_POSITION_MODE)
                .body(Map.of("posMode", "long_short_mode"))
                .build();

        assertThatThrownBy(() -> alice.call(request))
                .isInstanceOfSatisfying(
                        OkxConnectException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));

        assertThat(exchange.okx.journal().count("POST", SET_POSITION_MODE)).isEqualTo(1);
    }

    @Test
    void setPositionMode_answerIsLost_looksAtTheAccountInsteadOfSendingAgain() {
        Connection alice = connected();
        exchange.okx.faults().on("POST", SET_POSITION_MODE).carriedOut().resetBeforeResponse();

        assertThat(alice.account().setPositionMode(PositionMode.LONG_SHORT).isInForce())
                .isTrue();

        assertThat(exchange.okx.journal().count("POST", SET_POSITION_MODE)).isEqualTo(1);
    }

    @Test
    void close_endsConnectionsButKeepsWhatIsStored() {
        Connection alice = connected();
        okx.close();

        assertThat(alice.status().isUsable()).isFalse();
        assertThatThrownBy(alice::balance).isInstanceOf(ConnectionClosedException.class);
        assertThatThrownBy(okx::connections).isInstanceOf(IllegalStateException.class);
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void check_nothingToSay_reportIsReady() {
        CheckReport report = connected().check();

        assertThat(report.isReady()).isTrue();
        assertThat(report.isRefused()).isFalse();
        assertThat(report.automaticRemedies()).isEmpty();
    }
}
