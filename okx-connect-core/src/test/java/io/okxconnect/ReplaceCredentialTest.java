package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.okxconnect.check.CredentialRefusedException;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxFault;
import io.okxconnect.testkit.SandboxPermission;
import io.okxconnect.testkit.SandboxRequest;
import io.okxconnect.testkit.SandboxUser;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection goes on with a new key, or exactly as it was. */
class ReplaceCredentialTest extends ConnectorScene {
    private static final String CONFIG = "/api/v5/account/config";
    private static final RestRequest BALANCE =
            RestRequest.get("/api/v5/account/balance").build();

    private EventRecorder heard;
    private SandboxApiKey first;
    private SandboxApiKey second;

    @Override
    ExchangeConnectorBuilder settings() {
        heard = new EventRecorder();
        return exchange.builder().listener(heard);
    }

    @BeforeEach
    void makeKeys() {
        first = exchange.tradingKey();
        second = exchange.tradingKey();
    }

    private static ReplacementReport replace(Connection connection, SandboxApiKey key) {
        try (ApiKeyCredential credential = credential(key)) {
            return connection.replaceCredential(credential);
        }
    }

    private void assertUnchanged(Connection alice) {
        assertThat(alice.maskedApiKey()).startsWith(first.apiKey().substring(0, 4));
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(alice.check().isReady()).isTrue();
        assertStored(first, 1);
        okx.close();
        assertThat(heard.story()).containsExactly("CONNECTED CONNECTED");
    }

    private void assertStored(SandboxApiKey key, long revision) {
        try (StoredCredential stored = store.load(ALICE).orElseThrow();
                ApiKeyCredential expected = credential(key)) {
            assertThat(stored.revision()).isEqualTo(revision);
            assertThat(((ApiKeyCredential) stored.credential()).secretKey().constantTimeEquals(expected.secretKey()))
                    .isTrue();
        }
    }

    @Test
    void replaceCredential_newKeyOfTheSameAccount_goesOnInTheSameObject() {
        Connection alice = connect(first);
        String oldKey = alice.maskedApiKey();

        ReplacementReport report = replace(alice, second);
        first.delete();

        assertThat(okx.connection(ALICE)).isSameAs(alice);
        assertThat(alice.maskedApiKey())
                .startsWith(second.apiKey().substring(0, 4))
                .isEqualTo(report.maskedApiKey());
        assertThat(alice.balance().totalEquity()).isPositive();
        assertThat(alice.check().isReady()).isTrue();
        assertStored(second, 2);
        assertThat(report.accountId()).isEqualTo(ALICE);
        assertThat(report.remaining().orElseThrow().maskedApiKey()).isEqualTo(oldKey);
        assertThat(report.remaining().orElseThrow().page().toString()).endsWith("/account/my-api?go-demo-trading=1");
        assertThat(report.toString()).contains(oldKey, "Delete the key").doesNotContain(first.apiKey());
        okx.close();
        assertThat(heard.story()).containsExactly("CONNECTED CONNECTED", "CREDENTIAL_REPLACED CONNECTED");
    }

    @Test
    void replaceCredential_afterARestart_survivesAndNeedsNoCallBefore() {
        connect(first);
        try (ExchangeConnector restarted = exchange.connector(store)) {
            Connection alice = restarted.connection(ALICE);

            replace(alice, second);

            first.delete();
            assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(alice.check().isReady()).isTrue();
        }
        try (ExchangeConnector again = exchange.connector(store)) {
            assertThat(again.connection(ALICE).check().isReady()).isTrue();
        }
    }

    @Test
    void replaceCredential_sameKeyWithACorrectedSecret_isNotReportedForDeletion() {
        Connection alice = connect(first);

        ReplacementReport report = replace(alice, first);

        assertThat(report.remaining()).isEmpty();
        assertThat(report.toString()).contains("nothing is left to delete");
        assertThat(alice.check().isReady()).isTrue();
    }

    @Test
    void replaceCredential_keyThatOkxRefuses_changesNothing() {
        Connection alice = connect(first);
        try (ApiKeyCredential wrong = ApiKeyCredential.of(second.apiKey(), second.secretKey(), "Other-phrase-1!")) {
            assertThatThrownBy(() -> alice.replaceCredential(wrong))
                    .isInstanceOf(AuthenticationRejectedException.class);
        }
        assertUnchanged(alice);
    }

    @Test
    void replaceCredential_keyThatMayWithdraw_changesNothing() {
        Connection alice = connect(first);
        second.setPermissions(SandboxPermission.READ, SandboxPermission.TRADE, SandboxPermission.WITHDRAW);

        assertThatThrownBy(() -> replace(alice, second)).isInstanceOf(CredentialRefusedException.class);

        assertUnchanged(alice);
    }

    @Test
    void replaceCredential_keyOfAnotherUser_changesNothing() {
        Connection alice = connect(first);
        SandboxUser bob = exchange.okx.createUser("bob");
        SandboxApiKey bobs = bob.createApiKey(exchange.keyRequest().read().trade());

        assertThatThrownBy(() -> replace(alice, bobs))
                .isInstanceOf(DifferentAccountException.class)
                .hasMessageContaining("OKX user id");

        assertUnchanged(alice);
    }

    @Test
    void replaceCredential_okxIsDown_changesNothing() {
        Connection alice = connect(first);
        exchange.okx.faults().on("GET", CONFIG).times(3).code(503, "50001", "Unavailable");

        assertThatThrownBy(() -> replace(alice, second)).isInstanceOf(ExchangeUnavailableException.class);

        assertUnchanged(alice);
    }

    @Test
    void replaceCredential_storeCannotWrite_changesNothing() {
        connect(first);
        StoreProbe probe = new StoreProbe(store);
        try (ExchangeConnector other = exchange.connector(probe)) {
            Connection alice = other.connection(ALICE);
            alice.check();
            probe.beforeSave = () -> {
                throw new CredentialStoreException(Reason.IO, "The disk is full.", "Make room.", null);
            };
            assertThatThrownBy(() -> replace(alice, second))
                    .isInstanceOfSatisfying(
                            CredentialStoreException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.IO));
            probe.beforeSave = () -> {};

            assertUnchanged(alice);
        }
    }

    @Test
    void replaceCredential_storedByAnotherProcessMeanwhile_endsThisConnectionAndLeavesTheOther() {
        Connection alice = connect(first);
        exchange.okx.clock().advance(Duration.ofSeconds(1));
        SandboxApiKey third = exchange.tradingKey();
        try (ExchangeConnector other = exchange.connector(store)) {
            replace(other.connection(ALICE), third);
        }

        assertThatThrownBy(() -> replace(alice, second)).isInstanceOf(ConnectionClosedException.class);

        assertThat(alice.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertStored(third, 2);
    }

    @Test
    void replaceCredential_afterDisconnectOrClose_sendsNothing() {
        Connection disconnected = connect(first);
        disconnected.disconnect();
        Connection closed = connect(second);
        long before = exchange.signedRequests();

        assertThatThrownBy(() -> replace(disconnected, second)).isInstanceOf(ConnectionClosedException.class);
        okx.close();
        assertThatThrownBy(() -> replace(closed, first)).isInstanceOf(IllegalStateException.class);

        assertThat(exchange.signedRequests()).isEqualTo(before);
    }

    @Test
    void replaceCredential_disconnectedWhileTheNewKeyIsTried_storesNothing() {
        Connection alice = connect(first);
        AtomicReference<ConnectionClosedException> refusal = new AtomicReference<>();
        whileHeld(
                holdLook(),
                () -> refusal.set(catchThrowableOfType(ConnectionClosedException.class, () -> replace(alice, second))),
                alice::disconnect);

        assertThat(refusal.get()).isNotNull();
        assertThat(store.list()).isEmpty();
        assertThat(okx.connections()).isEmpty();
    }

    @Test
    void replaceCredential_disconnectedWhileTheNewKeyIsStored_isForgottenAfterwards() throws Exception {
        connect(first);
        StoreProbe probe = new StoreProbe(store);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (ExchangeConnector other = exchange.connector(probe)) {
            Connection alice = other.connection(ALICE);
            AtomicReference<Future<DisconnectReport>> disconnect = new AtomicReference<>();
            probe.beforeSave = () -> {
                disconnect.set(pool.submit(alice::disconnect));
                while (alice.status().state() != ConnectionState.DISCONNECTED) {
                    Thread.onSpinWait();
                }
            };

            ReplacementReport replaced = replace(alice, second);

            assertThat(disconnect.get().get().remaining().maskedApiKey()).isEqualTo(replaced.maskedApiKey());
            assertThat(store.list()).isEmpty();
            assertThat(alice.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
            assertThatThrownBy(alice::balance).isInstanceOf(ConnectionClosedException.class);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Runs the second step while the answer to the first is held back. */
    private static void whileHeld(SandboxFault held, Runnable call, Runnable meanwhile) {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<?> calling = pool.submit(call);
            assertThat(held.awaitHit(Duration.ofMinutes(1))).isTrue();
            meanwhile.run();
            held.release();
            calling.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            held.release();
            pool.shutdownNow();
        }
    }

    private SandboxFault holdLook() {
        return exchange.okx.faults().on("GET", CONFIG).hang();
    }

    @Test
    void check_keyIsReplacedWhileOkxAnswers_looksAgainWithTheNewKey() {
        Connection alice = connect(first);
        whileHeld(holdLook(), () -> assertThat(alice.check().isReady()).isTrue(), () -> replace(alice, second));

        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        List<SandboxRequest> looks = exchange.okx.journal().find("GET", CONFIG);
        assertThat(looks)
                .as("connect, the check, the trial of the new key, the check again")
                .hasSize(4);
        assertThat(looks.get(3).revealHeader("OK-ACCESS-KEY")).contains(second.apiKey());
        assertStored(second, 2);
        okx.close();
        assertThat(heard.story()).containsExactly("CONNECTED CONNECTED", "CREDENTIAL_REPLACED CONNECTED");
    }

    @Test
    void check_oldKeyWasDeletedAfterItsReplacement_saysNothingAboutTheNewOne() {
        Connection alice = connect(first);
        first.delete();
        // The refusal of the dead key is on its way while the key is replaced.
        whileHeld(holdLook(), () -> assertThat(alice.check().isReady()).isTrue(), () -> replace(alice, second));

        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        okx.close();
        assertThat(heard.story()).containsExactly("CONNECTED CONNECTED", "CREDENTIAL_REPLACED CONNECTED");
    }

    @Test
    void call_keyIsReplacedAndDeletedBeforeTheRepeat_repeatsWithTheNewKey() {
        Connection alice = connect(first);
        SandboxFault down = exchange.okx
                .faults()
                .on("GET", BALANCE.requestPath())
                .after(Duration.ofMinutes(1))
                .code(503, "50001", "Unavailable");

        whileHeld(down, () -> alice.call(BALANCE), () -> {
            replace(alice, second);
            first.delete();
        });

        assertThat(exchange.okx.journal().find("GET", BALANCE.requestPath()))
                .extracting(request -> request.revealHeader("OK-ACCESS-KEY").orElseThrow())
                .containsExactly(first.apiKey(), second.apiKey());
    }

    @Test
    void call_answerToTheOldKeyIsStillOnItsWay_arrives() {
        Connection alice = connect(first);
        SandboxFault held =
                exchange.okx.faults().on("GET", BALANCE.requestPath()).hang();

        whileHeld(held, () -> assertThat(alice.call(BALANCE).data()).isNotEmpty(), () -> replace(alice, second));

        assertThat(exchange.okx.journal().count("GET", BALANCE.requestPath())).isEqualTo(1);
    }

    @Test
    void replaceCredential_manyAtOnce_storeAndConnectionAgree() throws Exception {
        Connection alice = connect(first);
        List<SandboxApiKey> keys =
                Stream.generate(exchange::tradingKey).limit(8).toList();
        ExecutorService pool = Executors.newFixedThreadPool(keys.size());
        Set<String> replaced = new HashSet<>();
        try {
            List<Future<ReplacementReport>> reports = keys.stream()
                    .map(key -> pool.submit(() -> replace(alice, key)))
                    .toList();
            for (Future<ReplacementReport> report : reports) {
                replaced.add(report.get().remaining().orElseThrow().maskedApiKey());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(store.list().get(0).maskedApiKey()).contains(alice.maskedApiKey());
        assertThat(alice.check().isReady()).isTrue();
        assertThat(replaced)
                .as("each key but the last was named once")
                .hasSize(keys.size())
                .doesNotContain(alice.maskedApiKey());
    }

    @Test
    void replaceCredential_fastApiKey_becomesAPastedOne() {
        CredentialMetadata granted = CredentialMetadata.builder(ALICE)
                .site(Site.custom("sandbox", exchange.okx.uri()))
                .environment(TradingEnvironment.DEMO)
                .origin(CredentialOrigin.FAST_API)
                .uid(exchange.alice.uid())
                .build();
        try (ApiKeyCredential credential = credential(first);
                StoredCredential stored = StoredCredential.of(granted, 1, credential)) {
            store.save(stored);
        }

        ReplacementReport report = replace(okx.connection(ALICE), second);

        assertThat(okx.connections().get(0).origin()).isEqualTo(CredentialOrigin.MANUAL);
        assertThat(report.remaining().orElseThrow().origin()).isEqualTo(CredentialOrigin.FAST_API);
        assertThat(report.toString()).contains("with your consent");
    }
}
