package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.check.RemedyReport;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** An ended connection signs nothing more and harms nothing that came after it. */
class ConnectionEndsTest extends ConnectorScene {
    @Test
    void disconnect_ofAReplacedConnection_leavesTheNewerKey() {
        Connection older = connect(exchange.tradingKey());
        exchange.okx.clock().advance(Duration.ofSeconds(1));
        Connection newer = connect(exchange.tradingKey());
        assertThat(older.status().state()).isEqualTo(ConnectionState.DISCONNECTED);

        DisconnectReport report = older.disconnect();

        assertThat(report.remaining().maskedApiKey()).isEqualTo(older.maskedApiKey());
        assertThat(store.list()).hasSize(1);
        assertThat(okx.connection(ALICE)).isSameAs(newer);
        assertThat(newer.check().isReady()).isTrue();
    }

    @Test
    void disconnect_whileAReadWaitsForItsRepeat_signsNoSecondTime() {
        AnswerThenDisconnect transport = new AnswerThenDisconnect();
        try (ApiKeyCredential credential = credential(exchange.tradingKey());
                ExchangeConnector scripted = exchange.builder()
                        .sharedCredentialStore(store)
                        .transport(transport)
                        .build()) {
            Connection alice = scripted.connect(ALICE, credential);
            transport.endOnNextSignedCall = alice;
            int before = transport.signed;

            assertThatThrownBy(() -> alice.call(
                            RestRequest.get("/api/v5/account/balance").build()))
                    .isInstanceOf(ConnectionClosedException.class);

            assertThat(transport.signed - before).isEqualTo(1);
        }
    }

    /** Answers what a connect asks; then disconnects in the middle of a call and refuses it in a way that reads repeat. */
    private static final class AnswerThenDisconnect implements HttpTransport {
        private Connection endOnNextSignedCall;
        private int signed;

        @Override
        public TransportResponse execute(TransportRequest request) {
            if (!request.headers().containsKey("OK-ACCESS-SIGN")) {
                return answer(
                        200,
                        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"" + TestExchange.NOW.toEpochMilli()
                                + "\"}]}");
            }
            signed++;
            if (endOnNextSignedCall != null) {
                endOnNextSignedCall.disconnect();
                return answer(503, "{\"code\":\"50001\",\"msg\":\"Unavailable\"}");
            }
            return answer(
                    200,
                    "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"uid\":\"1\",\"mainUid\":\"1\",\"acctLv\":\"2\","
                            + "\"posMode\":\"net_mode\",\"perm\":\"read_only,trade\",\"ip\":\"\"}]}");
        }

        private static TransportResponse answer(int status, String body) {
            return new TransportResponse(
                    status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }

    @Test
    void call_keyWasReplacedByAnotherConnector_neverGoesOutInTheOldPlace() {
        connect(exchange.tradingKey());
        try (ExchangeConnector lazy = exchange.connector(store);
                ExchangeConnector live = exchange.builder()
                        .environment(TradingEnvironment.LIVE)
                        .sharedCredentialStore(store)
                        .build()) {
            Connection demo = lazy.connection(ALICE);
            exchange.alice.live().setPositionMode(SandboxPositionMode.NET);
            SandboxApiKey liveKey = exchange.alice.createApiKey(exchange.keyRequest()
                    .environment(SandboxEnvironment.LIVE)
                    .read()
                    .trade());
            store.delete(ALICE);
            try (ApiKeyCredential credential = credential(liveKey)) {
                live.connect(ALICE, credential);
            }
            exchange.okx.journal().clear();

            assertThatThrownBy(demo::balance).isInstanceOf(ConnectionClosedException.class);

            assertThat(exchange.signedRequests()).isZero();
        }
    }

    @Test
    void check_disconnectedByAnotherConnector_endsHereToo() {
        Connection alice = connect(exchange.tradingKey());
        try (ExchangeConnector other = exchange.connector(store)) {
            other.connection(ALICE).disconnect();
        }

        assertThatThrownBy(alice::check).isInstanceOf(ConnectionClosedException.class);

        assertThat(alice.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThatThrownBy(alice::balance).isInstanceOf(ConnectionClosedException.class);
        assertThat(store.list()).isEmpty();
    }

    @Test
    void check_anotherUserWasConnectedMeanwhile_doesNotTouchItsRecord() {
        Connection alice = connect(exchange.tradingKey());
        SandboxUser bob = exchange.okx.createUser("bob");
        store.delete(ALICE);
        try (ExchangeConnector other = exchange.connector(store);
                ApiKeyCredential bobs =
                        credential(bob.createApiKey(exchange.keyRequest().read().trade()))) {
            other.connect(ALICE, bobs);
        }
        CredentialMetadata before = store.list().get(0);

        assertThatThrownBy(alice::check).isInstanceOf(ConnectionClosedException.class);

        assertThat(store.list()).containsExactly(before);
    }

    @Test
    void connect_manyAtOnceForOneId_storeAndConnectorAgree() throws Exception {
        List<SandboxApiKey> keys = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            keys.add(exchange.tradingKey());
        }
        ExecutorService pool = Executors.newFixedThreadPool(keys.size());
        try {
            List<Future<Connection>> connects = new ArrayList<>();
            keys.forEach(key -> connects.add(pool.submit(() -> connect(key))));
            for (Future<Connection> connect : connects) {
                connect.get();
            }
        } finally {
            pool.shutdownNow();
        }
        Connection alice = okx.connection(ALICE);
        assertThat(alice.maskedApiKey())
                .isEqualTo(store.list().get(0).maskedApiKey().orElseThrow());
        assertThat(alice.check().isReady()).isTrue();
    }

    @Test
    void connection_connectorIsClosedMeanwhile_signsNothing() {
        connect(exchange.tradingKey());
        StoreProbe closing = new StoreProbe(store);
        ExchangeConnector other = exchange.connector(closing);
        closing.beforeLoad = other::close;

        assertThatThrownBy(() -> other.connection(ALICE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void apply_lookAfterwardsFails_stillTellsWhatWasChanged() {
        exchange.alice.demo().setPositionMode(SandboxPositionMode.LONG_SHORT);
        Connection alice = connect(exchange.tradingKey());
        // The configuration is read by check(), by apply() before and after its change, and by the look that follows:
        // the fourth
        // is the one to fail.
        exchange.okx
                .faults()
                .on("GET", "/api/v5/account/config")
                .skipping(3)
                .always()
                .code(503, "50001", "Unavailable");

        RemedyReport report = alice.apply(alice.check().automaticRemedies());

        assertThat(report.changes()).hasSize(1);
        assertThat(exchange.alice.demo().positionMode()).isEqualTo(SandboxPositionMode.NET);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.TEMPORARY_ISSUE);
    }

    @Test
    void disconnect_connectionIsAskedForMeanwhile_noneSurvives() throws Exception {
        Connection alice = connect(exchange.tradingKey());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<DisconnectReport> disconnect = okx.locks().with(ALICE, () -> {
                Future<DisconnectReport> waiting = other.submit(alice::disconnect);
                while (!alice.session().isClosed()) {
                    Thread.onSpinWait();
                }
                assertThatThrownBy(() -> okx.connection(ALICE)).isInstanceOf(ConnectionClosedException.class);
                return waiting;
            });
            disconnect.get();
        } finally {
            other.shutdownNow();
        }
        assertThat(store.list()).isEmpty();
        assertThatThrownBy(() -> okx.connection(ALICE)).isInstanceOf(CredentialNotFoundException.class);
    }

    @Test
    void disconnect_anotherConnectionOfTheSameKeyIsOpen_endsItToo() {
        Connection alice = connect(exchange.tradingKey());
        alice.end();
        Connection twin = okx.connection(ALICE);
        assertThat(twin).isNotSameAs(alice);

        alice.disconnect();

        assertThatThrownBy(twin::balance).isInstanceOf(ConnectionClosedException.class);
        assertThat(twin.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
    }

    @Test
    void disconnect_storeCannotRemoveTheKey_nothingIsSignedUntilItCan() {
        StoreProbe probe = new StoreProbe(store);
        EventRecorder heard = new EventRecorder();
        try (ExchangeConnector lame = exchange.builder()
                        .sharedCredentialStore(probe)
                        .listener(heard)
                        .build();
                ApiKeyCredential credential = credential(exchange.tradingKey())) {
            Connection alice = lame.connect(ALICE, credential);
            probe.beforeDelete = () -> {
                throw new CredentialStoreException(Reason.IO, "The disk is full.", "Make room.", null);
            };
            long before = exchange.signedRequests();

            assertThatThrownBy(alice::disconnect).isInstanceOf(CredentialStoreException.class);

            assertThatThrownBy(() -> lame.connection(ALICE)).isInstanceOf(ConnectionClosedException.class);
            assertThat(lame.checkAll().of(ALICE).orElseThrow().status().state())
                    .isEqualTo(ConnectionState.DISCONNECTED);
            assertThat(new StoredConnections(lame).look(ALICE)).isEqualTo(LookResult.GONE);
            assertThat(exchange.signedRequests()).isEqualTo(before);
            probe.beforeDelete = () -> {};
            alice.disconnect();
            assertThat(store.list()).isEmpty();
            assertThatThrownBy(() -> lame.connection(ALICE)).isInstanceOf(CredentialNotFoundException.class);
        }
        assertThat(heard.story()).containsExactly("CONNECTED CONNECTED", "DISCONNECTED DISCONNECTED");
    }

    @Test
    void disconnect_storeCannotRemoveTheKey_olderConnectionDoesNotBringItBackButConnectingDoes() {
        StoreProbe probe = new StoreProbe(store);
        try (ExchangeConnector lame = exchange.connector(probe);
                ApiKeyCredential first = credential(exchange.tradingKey());
                ApiKeyCredential second = credential(exchange.tradingKey())) {
            Connection older = lame.connect(ALICE, first);
            exchange.okx.clock().advance(Duration.ofSeconds(1));
            Connection newer = lame.connect(ALICE, second);
            probe.beforeDelete = () -> {
                throw new CredentialStoreException(Reason.IO, "The disk is full.", "Make room.", null);
            };
            assertThatThrownBy(newer::disconnect).isInstanceOf(CredentialStoreException.class);

            older.disconnect();

            assertThatThrownBy(() -> lame.connection(ALICE)).isInstanceOf(ConnectionClosedException.class);
            exchange.okx.clock().advance(Duration.ofSeconds(1));
            Connection again = lame.connect(ALICE, first);
            assertThat(lame.connection(ALICE)).isSameAs(again);
            assertThat(again.check().isReady()).isTrue();
        }
    }

    @Test
    void connect_connectorIsClosedWhileTheKeyIsStored_tellsNobody() {
        StoreProbe closing = new StoreProbe(store);
        EventRecorder heard = new EventRecorder();
        ExchangeConnector other = exchange.builder()
                .sharedCredentialStore(closing)
                .listener(heard)
                .build();
        closing.beforeSave = other::close;

        try (ApiKeyCredential credential = credential(exchange.tradingKey())) {
            assertThatThrownBy(() -> other.connect(ALICE, credential)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(heard.events()).isEmpty();
    }
}
