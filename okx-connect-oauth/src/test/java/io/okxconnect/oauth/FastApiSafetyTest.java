package io.okxconnect.oauth;

import static io.okxconnect.oauth.FastApiScene.ALICE;
import static io.okxconnect.oauth.FastApiScene.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionState;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.HttpTransports;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.oauth.error.FastApiException.KeyAtOkx;
import io.okxconnect.oauth.error.FastApiException.Step;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connect leaves behind when the process dies, the store fails, or others connect at the same time. */
class FastApiSafetyTest {

    /** The process ends before or after the nth call; from then on nothing leaves it any more. */
    private static final class DyingTransport implements HttpTransport {
        private final HttpTransport inner = HttpTransports.create();
        private final int last;
        private final boolean carriedOut;
        private int calls;

        DyingTransport(int last, boolean carriedOut) {
            this.last = last;
            this.carriedOut = carriedOut;
        }

        @Override
        public TransportResponse execute(TransportRequest request) {
            calls++;
            if (calls < last) {
                return inner.execute(request);
            }
            if (calls == last && carriedOut) {
                inner.execute(request);
            }
            throw new Death();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void processDies_atAnyCall_theNextLookTellsTheTruthAndTheNextConnectMends(int call) {
        for (boolean carriedOut : new boolean[] {false, true}) {
            try (FastApiScene scene = new FastApiScene()) {
                scene.connect();
                scene.connector.close();
                dies(scene, call, carriedOut);
                boolean keyLives = scene.okx.journal().find("POST", FastApiScene.DELETE).stream()
                                .filter(each -> each.code().filter("0"::equals).isPresent())
                                .count()
                        == 0;

                try (ExchangeConnector restarted = scene.connector(builder -> {});
                        FastApiConnector fast = scene.fast(restarted, builder -> {})) {
                    Connection connection = restarted.connection(ALICE);
                    ConnectionState truth = state(connection);
                    assertThat(truth)
                            .as("call %s, carried out %s", call, carriedOut)
                            .isEqualTo(keyLives ? ConnectionState.CONNECTED : ConnectionState.REAUTHORIZATION_REQUIRED);
                    URI callback =
                            scene.alice.agreeTo(fast.begin(ALICE, SESSION).uri());
                    assertThat(fast.complete(callback, SESSION)).isSameAs(connection);
                    connection.check();
                    assertThat(scene.alice.apiKeyIds()).hasSize(1);
                }
            }
        }
    }

    private static void dies(FastApiScene scene, int call, boolean carriedOut) {
        DyingTransport transport = new DyingTransport(call, carriedOut);
        try (transport;
                ExchangeConnector connector = scene.connector(builder -> builder.transport(transport));
                FastApiConnector fast = scene.fast(connector, builder -> {})) {
            URI callback = scene.alice.agreeTo(fast.begin(ALICE, SESSION).uri());
            fast.complete(callback, SESSION);
            throw new AssertionError("there are fewer than " + call + " calls");
        } catch (Death expected) {
            // Nothing of this process goes on.
        }
    }

    private static ConnectionState state(Connection connection) {
        try {
            connection.check();
        } catch (OkxConnectException told) {
            // The status says it.
        }
        return connection.status().state();
    }

    /** A store that takes nothing new. */
    private static final class FullStore implements CredentialStore {
        private final CredentialStore inner = new InMemoryCredentialStore();
        private boolean full;

        @Override
        public Optional<StoredCredential> load(AccountId accountId) {
            return inner.load(accountId);
        }

        @Override
        public void save(StoredCredential next) {
            if (full) {
                throw new CredentialStoreException(
                        CredentialStoreException.Reason.IO, "The disk is full.", "Make room.", null);
            }
            inner.save(next);
        }

        @Override
        public boolean delete(AccountId accountId) {
            return inner.delete(accountId);
        }

        @Override
        public List<CredentialMetadata> list() {
            return inner.list();
        }
    }

    @Test
    void storeFails_theFreshKeyIsDeletedAndTheConnectionSaysSo() {
        FullStore store = new FullStore();
        try (FastApiScene scene = new FastApiScene(builder -> builder.sharedCredentialStore(store), builder -> {})) {
            Connection connection = scene.connect();
            store.full = true;
            FastApiException failure = scene.failed();
            assertThat(failure.step()).isEqualTo(Step.CONNECT);
            assertThat(failure.keyAtOkx()).isEqualTo(KeyAtOkx.GONE);
            assertThat(failure).hasCauseInstanceOf(CredentialStoreException.class);
            assertThat(scene.alice.apiKeyIds()).isEmpty();
            assertThat(connection.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
        }
    }

    @Test
    void policyOfTheAppThrows_theFreshKeyIsDeleted() {
        try (FastApiScene scene = new FastApiScene(
                builder -> builder.duplicatePolicy(duplicate -> {
                    throw new IllegalArgumentException("the app's own");
                }),
                builder -> {})) {
            scene.connect();
            URI callback = scene.agreed(AccountId.of("bob"), scene.alice);
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> scene.fast.complete(callback, SESSION))
                    .withMessage("the app's own");
            assertThat(scene.alice.apiKeyIds()).isEmpty();
            assertThat(scene.connector.connection(ALICE).status().state())
                    .isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
        }
    }

    @Test
    void eightConnectsOfOneAccountAtOnce_allSucceedAndOneKeyIsLeft() throws Exception {
        try (FastApiScene scene = new FastApiScene()) {
            List<Callable<Connection>> connects = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                URI callback = scene.agreed(ALICE, scene.alice);
                connects.add(() -> scene.fast.complete(callback, SESSION));
            }
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Future<Connection>> done = threads.invokeAll(connects);
                Connection connection = scene.connector.connection(ALICE);
                for (Future<Connection> each : done) {
                    assertThat(each.get()).isSameAs(connection);
                }
                connection.check();
            } finally {
                threads.shutdownNow();
            }
            assertThat(scene.alice.apiKeyIds()).hasSize(1);
        }
    }

    @Test
    void oneCallbackInEightThreads_makesOneKey() throws Exception {
        try (FastApiScene scene = new FastApiScene()) {
            URI callback = scene.agreed(ALICE, scene.alice);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                Callable<Boolean> attempt = () -> {
                    try {
                        scene.fast.complete(callback, SESSION);
                        return true;
                    } catch (io.okxconnect.oauth.error.CallbackRejectedException rejected) {
                        return false;
                    }
                };
                long successes = 0;
                for (Future<Boolean> each : threads.invokeAll(java.util.Collections.nCopies(8, attempt))) {
                    successes += each.get() ? 1 : 0;
                }
                assertThat(successes).isEqualTo(1);
            } finally {
                threads.shutdownNow();
            }
            assertThat(scene.okx.journal().count("POST", FastApiScene.TOKEN)).isEqualTo(1);
            assertThat(scene.okx.journal().count("POST", FastApiScene.CREATE)).isEqualTo(1);
        }
    }

    @Test
    void turns_areForgottenWhenNobodyWaits() {
        AccountTurns turns = new AccountTurns();
        assertThat(turns.with(ALICE, () -> turns.with(AccountId.of("bob"), turns::size)))
                .isEqualTo(2);
        assertThat(turns.size()).isZero();
    }
}
