package io.okxconnect;

import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.check.Finding;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.testkit.SandboxAccountMode;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxPermission;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What listeners hear of accounts: each change once, in its order. */
class ConnectionEventsTest extends ConnectorScene {
    private EventRecorder heard;

    @Override
    ExchangeConnectorBuilder settings() {
        heard = new EventRecorder();
        return exchange.builder().listener(heard);
    }

    private static Set<String> codes(ConnectionStatus status) {
        return status.findings().stream().map(Finding::code).collect(Collectors.toSet());
    }

    /** Each event is a change or one of those that always are, and begins where the one before of its account ended. */
    private static void assertChained(List<ConnectionEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            ConnectionEvent event = events.get(i);
            if (event.kind() == ConnectionEvent.Kind.CHECKED) {
                assertThat(event.before().state() != event.after().state()
                                || !codes(event.before()).equals(codes(event.after())))
                        .as("%s is a change", event)
                        .isTrue();
            }
            if (i > 0) {
                assertThat(event.before().state())
                        .isEqualTo(events.get(i - 1).after().state());
                assertThat(codes(event.before()))
                        .isEqualTo(codes(events.get(i - 1).after()));
            }
        }
    }

    @Test
    void onChange_findingsChangeUnderOneWord_isToldEachTimeAndOnceOnly() {
        Connection alice = connect(exchange.tradingKey());
        alice.check();
        exchange.alice.demo().setPositionMode(SandboxPositionMode.LONG_SHORT);
        alice.check();
        alice.check();
        exchange.alice.demo().setAccountMode(SandboxAccountMode.SPOT);
        alice.check();
        alice.check();
        okx.close();

        assertThat(heard.story())
                .containsExactly("CONNECTED CONNECTED", "CHECKED SETUP_REQUIRED", "CHECKED SETUP_REQUIRED");
        assertChained(heard.events());
        ConnectionEvent first = heard.events().get(0);
        assertThat(first.before().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(first.accountId()).isEqualTo(alice.accountId());
        assertThat(first).hasToString("ConnectionEvent[alice, CONNECTED, DISCONNECTED -> CONNECTED]");
    }

    @Test
    void onChange_connectAnewAndDisconnect_areOneEventEach() {
        SandboxApiKey first = exchange.tradingKey();
        Connection older = connect(first);
        first.setPermissions(SandboxPermission.READ);
        older.check();
        Connection newer = connect(exchange.tradingKey());
        older.disconnect();
        newer.disconnect();
        newer.disconnect();
        okx.close();

        assertThat(heard.story())
                .containsExactly(
                        "CONNECTED CONNECTED",
                        "CHECKED INCORRECT_PERMISSIONS",
                        "CONNECTED CONNECTED",
                        "DISCONNECTED DISCONNECTED");
        assertChained(heard.events());
    }

    @Test
    void onChange_disconnectedByAnotherProcess_isTold() {
        Connection alice = connect(exchange.tradingKey());
        try (ExchangeConnector other = exchange.connector(store)) {
            other.connection(alice.accountId()).disconnect();
        }
        assertThatThrownBy(alice::check).isInstanceOf(ConnectionClosedException.class);
        okx.close();

        assertThat(heard.story()).containsExactly("CONNECTED CONNECTED", "DISCONNECTED DISCONNECTED");
    }

    @Test
    void onChange_connectorIsClosed_isNoEvent() {
        Connection alice = connect(exchange.tradingKey());
        okx.close();

        assertThat(alice.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(heard.story()).containsExactly("CONNECTED CONNECTED");
    }

    @Test
    void onChange_listenerUsesAndClosesTheConnector_holdsNobodyUp() throws Exception {
        List<Boolean> ready = new CopyOnWriteArrayList<>();
        CountDownLatch disconnected = new CountDownLatch(1);
        AtomicReference<ExchangeConnector> self = new AtomicReference<>();
        ExchangeConnector connector = exchange.builder()
                .sharedCredentialStore(store)
                .listener(event -> {
                    if (event.kind() == ConnectionEvent.Kind.CONNECTED) {
                        Connection alice = self.get().connection(event.accountId());
                        ready.add(alice.check().isReady());
                        alice.disconnect();
                        self.get().close();
                    }
                })
                .listener(event -> {
                    if (event.kind() == ConnectionEvent.Kind.DISCONNECTED) {
                        disconnected.countDown();
                    }
                })
                .build();
        self.set(connector);
        try (connector;
                ApiKeyCredential credential = credential(exchange.tradingKey())) {
            connector.connect(TestExchange.ALICE, credential);
            disconnected.await();
        }
        assertThat(ready).containsExactly(true);
        assertThat(store.list()).isEmpty();
    }

    @Test
    void onChange_manyThreadsLook_eachAccountHasOneChainOfChanges() throws Exception {
        SandboxUser bob = exchange.okx.createUser("bob");
        bob.demo().setAccountMode(SandboxAccountMode.FUTURES).setPositionMode(SandboxPositionMode.NET);
        SandboxApiKey alices = exchange.tradingKey();
        SandboxApiKey bobs = bob.createApiKey(exchange.keyRequest().read().trade());
        List<Connection> connections = List.of(connect(alices), connect(AccountId.of("bob"), bobs));
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> looking = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                looking.add(pool.submit(() -> {
                    for (int j = 0; j < 25; j++) {
                        SandboxUser user = j % 2 == 0 ? exchange.alice : bob;
                        user.demo()
                                .setPositionMode(
                                        (number + j / 2) % 2 == 0
                                                ? SandboxPositionMode.LONG_SHORT
                                                : SandboxPositionMode.NET);
                        connections.get(j % 2).check();
                    }
                    return null;
                }));
            }
            for (Future<?> look : looking) {
                look.get();
            }
        } finally {
            pool.shutdownNow();
        }
        ConnectionState last = connections.get(0).status().state();
        okx.close();

        for (Connection connection : connections) {
            List<ConnectionEvent> events = heard.events().stream()
                    .filter(event -> event.accountId().equals(connection.accountId()))
                    .toList();
            assertThat(events).hasSizeGreaterThan(1);
            assertChained(events);
        }
        assertThat(heard.events().stream()
                        .filter(event ->
                                event.accountId().equals(connections.get(0).accountId()))
                        .reduce((earlier, later) -> later)
                        .orElseThrow()
                        .after()
                        .state())
                .isEqualTo(last);
    }
}
