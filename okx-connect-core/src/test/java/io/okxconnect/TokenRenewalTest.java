package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TokenScene.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.error.RefresherMissingException;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.rest.RestRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When tokens are renewed, by whom, and what happens if that fails. */
class TokenRenewalTest {
    private final TokenScene scene = new TokenScene();
    private final Connection alice = scene.connect();
    private final List<Thread> callers = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        scene.close();
    }

    private long calls() {
        return scene.exchange.okx.journal().count("GET", "/api/v5/account/balance");
    }

    /** What each of some callers at once got: null, or the failure. */
    private List<OkxConnectException> callTogether(int count) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work);
            callers.add(thread);
            return thread;
        });
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<OkxConnectException>> ends = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ends.add(pool.submit(() -> {
                    go.await();
                    try {
                        alice.call(READ);
                        return null;
                    } catch (OkxConnectException failure) {
                        return failure;
                    }
                }));
            }
            go.countDown();
            List<OkxConnectException> failures = new ArrayList<>();
            for (Future<OkxConnectException> end : ends) {
                failures.add(end.get(60, TimeUnit.SECONDS));
            }
            return failures;
        } finally {
            pool.shutdownNow();
        }
    }

    private long waiting() {
        return callers.stream()
                .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                .count();
    }

    private void failRefresh() {
        scene.beforeRefresh = () -> {
            throw TokenScene.noNetwork();
        };
    }

    @Test
    void connect_tokens_areStoredAndUsed() {
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(alice.balance().currencies()).isNotEmpty();
        assertThat(scene.refreshes).hasValue(0);
        assertThat(scene.connector.connections()).singleElement().satisfies(summary -> {
            assertThat(summary.origin()).hasToString("OAUTH");
            assertThat(summary.toString()).doesNotContain("lease");
        });
    }

    @Test
    void check_tokens_saysNothingOfAddressesAndIdleness() {
        assertThat(alice.check().findings())
                .extracting(finding -> finding.code())
                .noneMatch(code -> code.startsWith("ip-binding"));
    }

    @Test
    void call_fresh_asksNobody() {
        scene.advance(Duration.ofMinutes(54));

        alice.call(READ);

        assertThat(scene.refreshes).hasValue(0);
    }

    @Test
    void call_oneMinuteLeftAnd20Callers_renewsOnce() throws Exception {
        scene.advance(Duration.ofMinutes(59));

        assertThat(callTogether(20)).containsOnlyNulls();

        assertThat(scene.refreshes).hasValue(1);
        assertThat(calls()).isEqualTo(20);
        assertThat(storedReceivedAt()).isEqualTo(scene.now());
    }

    private java.time.Instant storedReceivedAt() {
        try (StoredCredential stored = scene.store.load(ALICE).orElseThrow()) {
            return ((AccessTokenCredential) stored.credential()).receivedAt();
        }
    }

    @Test
    void call_renewed_isStoredBeforeItIsUsed() {
        scene.advance(Duration.ofHours(2));
        scene.store.beforeSave = () -> assertThat(calls()).isZero();

        alice.call(READ);

        assertThat(storedReceivedAt()).isEqualTo(scene.now());
        assertThat(scene.store.load(ALICE).orElseThrow().metadata().attributes())
                .containsOnlyKeys("okx-connect.refresher");
    }

    @Test
    void call_staleAndRenewalFails_goesOnAndPauses() {
        scene.advance(Duration.ofMinutes(56));
        failRefresh();

        alice.call(READ);
        alice.call(READ);

        assertThat(scene.refreshes).hasValue(1);
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void call_expiredAndRenewalFails_sendsNothingAndTriesAgainLater() {
        scene.advance(Duration.ofHours(2));
        failRefresh();

        assertThatThrownBy(() -> alice.call(READ)).isInstanceOf(TransportException.class);
        assertThat(calls()).isZero();
        scene.beforeRefresh = () -> {};

        assertThatCode(() -> alice.call(READ)).doesNotThrowAnyException();
    }

    @Test
    void call_expiredAndRenewalFailsFor20Callers_isTriedOnceForAll() throws Exception {
        scene.advance(Duration.ofHours(2));
        scene.beforeRefresh = () -> {
            // Not before all the others wait for this one.
            while (waiting() < 19) {
                Thread.onSpinWait();
            }
            throw TokenScene.noNetwork();
        };

        assertThat(callTogether(20)).hasOnlyElementsOfType(TransportException.class);

        assertThat(scene.refreshes).hasValue(1);
    }

    @Test
    void call_consentCancelled_needsANewConsentAndAsksOnce() {
        scene.exchange.alice.cancelAuthorization(scene.app);
        scene.advance(Duration.ofHours(2));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> alice.call(READ))
                    .isInstanceOf(ReauthorizationRequiredException.class)
                    .hasMessageContaining("alice");
        }

        assertThat(scene.refreshes).hasValue(1);
        assertThat(calls()).isZero();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
        assertThat(metadata().status()).contains("REAUTHORIZATION_REQUIRED");
    }

    private CredentialMetadata metadata() {
        return scene.connector.grants().stored(ALICE).orElseThrow();
    }

    @Test
    void call_consentCancelledWhileTokensAreFresh_saysSoWithoutARefresh() {
        scene.exchange.alice.cancelAuthorization(scene.app);

        assertThatThrownBy(() -> alice.call(READ)).isInstanceOf(AuthenticationRejectedException.class);

        assertThat(scene.refreshes).hasValue(0);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
    }

    @Test
    void call_renewedByAnotherConnector_takesItsTokensWithoutATokenCall() {
        try (ExchangeConnector other = scene.connector(scene.store)) {
            other.grants().refresh(ALICE, Duration.ZERO);
            assertThat(scene.refreshes).hasValue(1);

            alice.call(READ);

            assertThat(scene.refreshes).hasValue(1);
            assertThat(calls()).isEqualTo(2);
        }
    }

    @Test
    void call_writeWithTokensThatWereRenewedElsewhere_isRefusedAndNotSentAgain() {
        RestRequest write = write();
        try (ExchangeConnector other = scene.connector(scene.store)) {
            other.grants().refresh(ALICE, Duration.ZERO);

            assertThatThrownBy(() -> alice.call(write)).isInstanceOf(AuthenticationRejectedException.class);
            assertThat(writes()).isEqualTo(1);

            assertThatCode(() -> alice.call(write)).doesNotThrowAnyException();
        }
    }

    @Test
    void call_expiredByOkxsClockAlone_isRenewedAndRepeated() {
        // This machine believes in an hour, OKX in less: what OKX says counts.
        scene.exchange
                .okx
                .faults()
                .on("GET", "/api/v5/account/balance")
                .times(1)
                .code("53002");

        alice.call(READ);

        assertThat(scene.refreshes).hasValue(1);
    }

    @Test
    void call_refreshTokenIsTooOld_isNotTried() {
        scene.advance(Duration.ofDays(3));

        assertThatThrownBy(() -> alice.call(READ)).isInstanceOf(ReauthorizationRequiredException.class);

        assertThat(scene.refreshes).hasValue(0);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
    }

    @Test
    void call_clockJumpedAheadAndCameBack_doesNotEndTheConsent() {
        scene.exchange.okx.clock().stopAt(TestExchange.NOW.plus(Duration.ofDays(400)));
        assertThatThrownBy(() -> alice.call(READ)).isInstanceOf(ReauthorizationRequiredException.class);

        scene.exchange.okx.clock().stopAt(TestExchange.NOW.plus(Duration.ofHours(2)));

        assertThatCode(() -> alice.call(READ)).doesNotThrowAnyException();
        assertThat(scene.refreshes).hasValue(1);
    }

    @Test
    void call_clockWasAheadWhenTokensCame_newOnesAreStoredAllTheSame() {
        scene.advance(Duration.ofDays(30));
        scene.connect();
        scene.exchange.okx.clock().stopAt(TestExchange.NOW.plus(Duration.ofHours(2)));

        scene.connector.grants().refresh(ALICE, Duration.ofDays(-60));
        alice.call(READ);

        assertThat(scene.refreshes).hasValue(1);
        assertThat(storedReceivedAt()).isEqualTo(scene.now());
    }

    @Test
    void call_renewedTokensCannotBeStored_areUsedFromMemoryAndStoredLater() {
        scene.advance(Duration.ofHours(2));
        scene.beforeRefresh = () -> scene.store.beforeSave = TokenRenewalTest::diskFull;

        alice.call(READ);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.TEMPORARY_ISSUE);
        alice.check();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.TEMPORARY_ISSUE);
        assertThat(scene.refreshes).hasValue(1);

        scene.store.beforeSave = () -> {};
        alice.check();

        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(storedReceivedAt()).isEqualTo(scene.now());
        assertThat(scene.refreshes).hasValue(1);
        assertThat(scene.store.load(ALICE).orElseThrow().metadata().attributes())
                .containsOnlyKeys("okx-connect.refresher");
    }

    @Test
    void close_tokensInMemoryAlone_areOfferedToTheStoreOnceMore() {
        scene.advance(Duration.ofHours(2));
        scene.beforeRefresh = () -> scene.store.beforeSave = TokenRenewalTest::diskFull;
        alice.call(READ);
        scene.store.beforeSave = () -> {};

        scene.connector.close();

        assertThat(storedReceivedAt()).isEqualTo(scene.now());
    }

    @Test
    void call_storeTakesNothing_renewsExpiredTokensInMemory() {
        scene.store.beforeSave = TokenRenewalTest::diskFull;
        scene.advance(Duration.ofMinutes(56));
        alice.call(READ);
        assertThat(scene.refreshes).hasValue(0);
        scene.advance(Duration.ofHours(1));

        alice.call(READ);

        assertThat(scene.refreshes).hasValue(1);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.TEMPORARY_ISSUE);
        scene.store.beforeSave = () -> {};
        alice.call(READ);
        assertThat(storedReceivedAt()).isEqualTo(scene.now());
    }

    private static void diskFull() {
        throw new CredentialStoreException(CredentialStoreException.Reason.IO, "Disk full.", "Make room.", null);
    }

    @Test
    void call_tokensCouldNotBeStoredAndTheUserConsentsAnew_theNewTokensStay() {
        scene.advance(Duration.ofHours(2));
        scene.beforeRefresh = () -> scene.store.beforeSave = TokenRenewalTest::diskFull;
        alice.call(READ);
        scene.store.beforeSave = () -> {};
        scene.advance(Duration.ofMinutes(1));

        scene.connect();
        alice.call(READ);

        assertThat(storedReceivedAt()).isEqualTo(scene.now());
        try (ExchangeConnector restarted = scene.connector(scene.store)) {
            assertThatCode(() -> restarted.connection(ALICE).call(READ)).doesNotThrowAnyException();
        }
    }

    @Test
    void call_storeOfTheAppFailsInItsOwnWay_newTokensAreNotLost() {
        scene.advance(Duration.ofHours(2));
        scene.beforeRefresh = () -> scene.store.beforeSave = () -> {
            throw new IllegalStateException("no connection left in the pool");
        };

        alice.call(READ);

        assertThat(alice.status().state()).isEqualTo(ConnectionState.TEMPORARY_ISSUE);
        scene.store.beforeSave = () -> {};
        alice.call(READ);
        assertThat(scene.refreshes).hasValue(1);
        assertThat(storedReceivedAt()).isEqualTo(scene.now());
    }

    @Test
    void call_consentSeemedOverAndAnotherProcessHasNewTokens_takesThem() {
        scene.advance(Duration.ofHours(2));
        scene.beforeRefresh = () -> {
            throw new ReauthorizationRequiredException("alice", "OKX does not take the refresh token.");
        };
        assertThatThrownBy(() -> alice.call(READ)).isInstanceOf(ReauthorizationRequiredException.class);
        scene.beforeRefresh = () -> {};

        try (ExchangeConnector other = scene.connector(scene.store)) {
            other.grants().refresh(ALICE, Duration.ZERO);
        }

        assertThatCode(() -> alice.call(READ)).doesNotThrowAnyException();
        assertThat(scene.refreshes).hasValue(2);
    }

    @Test
    void call_oldTokensEndWhileTheUserConsentsAnew_theNewConsentIsNotDoubted() {
        scene.advance(Duration.ofHours(2));
        scene.beforeRefresh = () -> {
            scene.connect();
            throw new ReauthorizationRequiredException("alice", "OKX does not take the refresh token.");
        };

        assertThatThrownBy(() -> alice.call(READ)).isInstanceOf(OkxConnectException.class);

        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(metadata().status()).contains("CONNECTED");
        assertThatCode(() -> alice.call(READ)).doesNotThrowAnyException();
    }

    @Test
    void checkAll_consentCancelled_asksOkxOnce() {
        scene.exchange.alice.cancelAuthorization(scene.app);
        scene.advance(Duration.ofHours(2));
        try (ExchangeConnector restarted = scene.connector(scene.store)) {
            for (int i = 0; i < 3; i++) {
                assertThat(restarted.checkAll().results()).hasSize(1);
            }
        }

        assertThat(scene.refreshes).hasValue(1);
    }

    private static RestRequest write() {
        return RestRequest.post("/api/v5/account/set-position-mode")
                .body(Map.of("posMode", "net_mode"))
                .build();
    }

    private long writes() {
        return scene.exchange.okx.journal().count("POST", "/api/v5/account/set-position-mode");
    }

    @Test
    void call_renewalTookAllTheTimeOfAWrite_itIsNotSentLate() {
        AtomicLong nanos = new AtomicLong();
        CallSeams seams = new CallSeams(scene.exchange.okx.clock(), nanos::get, pause -> {}, () -> 0.5);
        try (ExchangeConnector slow = scene.connector(
                scene.exchange.builder().pipeline((transport, clock) -> new OkxCalls(transport, seams)))) {
            Connection same = slow.connection(ALICE);
            scene.advance(Duration.ofHours(2));
            scene.beforeRefresh = () -> nanos.addAndGet(Duration.ofSeconds(6).toNanos());

            assertThatThrownBy(() -> same.call(write()))
                    .isInstanceOfSatisfying(TransportTimeoutException.class, late -> {
                        assertThat(late.requestMayHaveBeenSent()).isFalse();
                        assertThat(late.limit()).isEqualTo(Duration.ofSeconds(5));
                    });
            assertThat(writes()).isZero();

            same.call(write());
            assertThat(writes()).isEqualTo(1);
            assertThat(scene.refreshes).hasValue(1);
        }
    }

    @Test
    void call_writeWithTokensThatStillWork_doesNotWaitForNewOnes() {
        scene.advance(Duration.ofMinutes(56));

        alice.call(write());

        assertThat(writes()).isEqualTo(1);
        assertThat(scene.refreshes).hasValue(0);
        alice.call(READ);
        assertThat(scene.refreshes).hasValue(1);
    }

    @Test
    void call_nobodyRenews_saysWhatToBuild() {
        try (ExchangeConnector forgetful = scene.exchange.connector(scene.store)) {
            Connection same = forgetful.connection(ALICE);
            scene.advance(Duration.ofMinutes(56));
            assertThatCode(() -> same.call(READ)).doesNotThrowAnyException();
            scene.advance(Duration.ofHours(1));

            assertThatThrownBy(() -> same.call(READ))
                    .isInstanceOf(RefresherMissingException.class)
                    .hasMessageContaining("'test'");
        }
    }

    @Test
    void call_connectedAnewMeanwhile_oldTokensAreNotPutBack() {
        scene.advance(Duration.ofHours(2));
        scene.beforeRefresh = () -> {
            scene.beforeRefresh = () -> {};
            scene.connect();
        };

        assertThatThrownBy(() -> alice.call(READ)).isInstanceOf(OkxConnectException.class);

        assertThat(storedReceivedAt()).isEqualTo(scene.now());
        assertThatCode(() -> scene.connector.connection(ALICE).call(READ)).doesNotThrowAnyException();
    }

    @Test
    void connect_again_goesOnWithTheSameConnection() {
        scene.advance(Duration.ofDays(4));
        assertThatThrownBy(() -> alice.call(READ)).isInstanceOf(ReauthorizationRequiredException.class);

        Connection again = scene.connect();

        assertThat(again).isSameAs(alice);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThatCode(() -> alice.call(READ)).doesNotThrowAnyException();
    }

    @Test
    void lost_storedAccount_needsANewConsent() {
        scene.connector.grants().lost(ALICE, "Its key was deleted for a new one, which could not be made.");

        assertThat(alice.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
        assertThat(alice.status().toString()).doesNotContain("null");
        assertThat(metadata().status()).contains("REAUTHORIZATION_REQUIRED");
    }

    @Test
    void diagnose_storedTokensAreOld_renewsThemFirst() {
        scene.advance(Duration.ofHours(2));

        assertThat(scene.connector.diagnose(ALICE).cause()).hasToString("HEALTHY");

        assertThat(scene.refreshes).hasValue(1);
    }

    @Test
    void diagnose_consentCancelled_saysSo() {
        scene.exchange.alice.cancelAuthorization(scene.app);
        assertThat(scene.connector.diagnose(ALICE).cause()).hasToString("CONSENT_ENDED");

        scene.advance(Duration.ofHours(2));
        assertThat(scene.connector.diagnose(ALICE).cause()).hasToString("CONSENT_ENDED");
    }

    @Test
    void diagnose_storedTokens_worksAsForAKey() {
        assertThat(scene.connector.diagnose(ALICE).cause()).hasToString("HEALTHY");
    }
}
