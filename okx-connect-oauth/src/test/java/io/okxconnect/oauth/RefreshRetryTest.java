package io.okxconnect.oauth;

import static io.okxconnect.oauth.OAuthScene.ALICE;
import static io.okxconnect.oauth.OAuthScene.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionState;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.error.RefresherMissingException;
import io.okxconnect.error.RequestRejectedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a refresh is sent, and where to: the refresh row of the retry table, F35, and what is never sent at all. */
class RefreshRetryTest {
    private final OAuthScene scene = new OAuthScene(OAuthProfile.AUTHORIZATION_CODE);
    private final Connection connection = scene.connected();

    @BeforeEach
    void expire() {
        scene.advance(Duration.ofHours(2));
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    private <T extends OkxConnectException> T failure(Class<T> type) {
        List<T> caught = new ArrayList<>();
        assertThatExceptionOfType(type).isThrownBy(() -> connection.call(READ)).satisfies(caught::add);
        return caught.get(0);
    }

    @Test
    void answerLostBeforeOkxActed_isSentOnceMore() {
        scene.onToken().notCarriedOut().resetBeforeResponse();

        assertThat(connection.call(READ).data()).isNotEmpty();

        assertThat(scene.tokenCalls()).isEqualTo(2);
        assertThat(scene.pauses).hasSize(1);
    }

    @Test
    void answerLostAfterOkxActed_needsANewConsentAndNoLoop() {
        scene.onToken().carriedOut().resetBeforeResponse();

        assertThat(failure(ReauthorizationRequiredException.class)).hasMessageContaining("53005");
        failure(ReauthorizationRequiredException.class);

        assertThat(scene.tokenCalls()).isEqualTo(2);
        assertThat(scene.state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
    }

    @Test
    void answerLostTwice_leavesThePairAsItWas() {
        scene.onToken().times(2).notCarriedOut().html(502);

        assertThat(failure(TokenEndpointException.class).reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(scene.tokenCalls()).isEqualTo(2);

        assertThat(connection.call(READ).data()).isNotEmpty();
    }

    @Test
    void refusedAtTheDoor_isSentTwiceMore() {
        scene.onToken().times(2).code("50011");

        assertThat(connection.call(READ).data()).isNotEmpty();

        assertThat(scene.tokenCalls()).isEqualTo(3);
        assertThat(scene.pauses).hasSize(2);
    }

    @Test
    void refusedAtTheDoorAlways_givesUpAfterThree() {
        scene.onToken().always().code("50011");

        failure(RateLimitedException.class);

        assertThat(scene.tokenCalls()).isEqualTo(3);
    }

    @Test
    void refusedForTheSettings_isNotRepeatedAndIsNoEndOfTheConsent() {
        scene.onToken().code("53010");

        failure(RequestRejectedException.class);

        assertThat(scene.tokenCalls()).isEqualTo(1);
        assertThat(connection.call(READ).data()).isNotEmpty();
    }

    @Test
    void notSent_isTriedThreeTimesMore() {
        AtomicInteger tries = new AtomicInteger();
        RefreshTries rules = new RefreshTries(scene.pauses::add, new SecureRandom());

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> rules.of(Duration.ofSeconds(15), limit -> {
                    tries.incrementAndGet();
                    throw new TransportException("Not sent.", "Wait.", RetryAdvice.WAIT, TransportPhase.CONNECT, false);
                }));

        assertThat(tries).hasValue(4);
    }

    @Test
    void slowTries_endBeforeAnotherProcessTakesOver() {
        AtomicLong nanos = new AtomicLong();
        List<Duration> limits = new ArrayList<>();
        RefreshTries rules =
                new RefreshTries(pause -> nanos.addAndGet(pause.toNanos()), new SecureRandom(), nanos::get);

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> rules.of(Duration.ofSeconds(20), limit -> {
                    limits.add(limit);
                    nanos.addAndGet(limit.toNanos());
                    throw new TransportException("Not sent.", "Wait.", RetryAdvice.WAIT, TransportPhase.CONNECT, false);
                }));

        assertThat(nanos.get()).isLessThanOrEqualTo(Duration.ofSeconds(40).toNanos());
        assertThat(limits).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void interruptedPause_givesUpAndKeepsTheInterrupt() {
        RefreshTries rules = new RefreshTries(
                pause -> {
                    throw new InterruptedException();
                },
                new SecureRandom());

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> rules.of(Duration.ofSeconds(1), limit -> {
                    throw new TransportException("Not sent.", "Wait.", RetryAdvice.WAIT, TransportPhase.CONNECT, false);
                }));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void row38_scopeGrows_theTokensAreNotUsed() {
        scene.onToken()
                .body("{\"access_token\":\"2" + Canary.ACCESS_TOKEN + "\",\"refresh_token\":\"" + Canary.REFRESH_TOKEN
                        + "\",\"token_type\":\"bearer\",\"expires_in\":3600,\"scope\":\"read_only,trade,withdraw\"}");

        assertThat(failure(ReauthorizationRequiredException.class)).hasMessageNotContaining("withdraw");

        assertThat(scene.reads()).isZero();
        assertThat(scene.storedAccessToken()).isEqualTo(Canary.ACCESS_TOKEN);
        assertThat(scene.state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
    }

    @Test
    void refreshTokenNotReplaced_livesNoLongerThanBefore() {
        scene.onToken()
                .body("{\"access_token\":\"2" + Canary.ACCESS_TOKEN
                        + "\",\"token_type\":\"bearer\",\"expires_in\":3600}");
        scene.okx.faults().on("GET", OAuthScene.BALANCE).always().body("{\"code\":\"0\",\"msg\":\"\",\"data\":[{}]}");
        connection.call(READ);
        scene.advance(Duration.ofHours(71));

        failure(ReauthorizationRequiredException.class);

        assertThat(scene.tokenCalls()).isEqualTo(1);
    }

    @Test
    @SuppressWarnings("try") // open is enough
    void storedHostOfNoEnabledSite_getsNothing() {
        try (StoredCredential stored = scene.store.load(ALICE).orElseThrow()) {
            scene.store.save(stored.next(stored.metadata().toBuilder()
                    .attribute(TokenHome.ATTRIBUTE, "http://127.0.0.1:9")
                    .build()));
        }
        try (var restarted = scene.connector();
                OAuthConnector ignored = scene.oauth(restarted)) {
            assertThatExceptionOfType(TokenEndpointException.class)
                    .isThrownBy(() -> restarted.connection(ALICE).call(READ))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.HOST_NOT_ENABLED));
        }
        assertThat(scene.tokenCalls()).isZero();
    }

    @Test
    @SuppressWarnings("try") // open is enough
    void restarted_theSameClientRenews() {
        try (var restarted = scene.connector();
                OAuthConnector ignored = scene.oauth(restarted)) {
            assertThat(restarted.connection(ALICE).call(READ).data()).isNotEmpty();
        }
        assertThat(scene.tokenCalls()).isEqualTo(1);
    }

    @Test
    void connectorClosed_nobodyRenews() {
        scene.oauth.close();

        failure(RefresherMissingException.class);

        assertThat(scene.tokenCalls()).isZero();
    }

    @Test
    void keepFresh_young_makesNoCall() {
        assertThat(scene.oauth.keepFresh().fresh()).containsExactly(ALICE);
        assertThat(scene.tokenCalls()).isZero();
    }

    @Test
    void keepFresh_accountsOfEachKind_areToldApart() {
        scene.onToken().code("53010");
        KeepFreshReport failed = scene.oauth.keepFresh(Duration.ZERO);
        assertThat(failed.failures()).containsOnlyKeys(ALICE);
        assertThat(failed.failures().get(ALICE)).isInstanceOf(RequestRejectedException.class);

        scene.onToken().code("53001");
        assertThat(scene.oauth.keepFresh(Duration.ZERO).reauthorizationRequired())
                .containsExactly(ALICE);
        int calls = scene.tokenCalls();
        assertThat(scene.oauth.keepFresh(Duration.ZERO).reauthorizationRequired())
                .containsExactly(ALICE);
        assertThat(scene.tokenCalls()).isEqualTo(calls);
    }

    @Test
    void keepFresh_otherClientsAccounts_areLeftAlone() {
        OAuthConnector other = OAuthConnector.pkce(scene.connector)
                .clientId("other")
                .deviceId(DeviceId.inMemory())
                .build();
        try (other) {
            assertThat(other.keepFresh(Duration.ZERO).fresh()).isEmpty();
        }
        assertThat(scene.tokenCalls()).isZero();
    }
}
