package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.internal.pacing.Pacing;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.TradingEnvironment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pipeline with OKX's limits. A round trip takes 10 ms here, so a place is free 2 s and 10 ms after its call left. */
class PacedCallsTest {
    private static final String OK = "{\"code\":\"0\",\"data\":[],\"msg\":\"\"}";
    private static final String BUSY = "{\"code\":\"50026\",\"data\":[],\"msg\":\"System error\"}";
    private static final String TOO_MANY = "{\"msg\":\"Too Many Requests\",\"code\":\"50011\"}";
    private static final RestRequest CONFIG =
            RestRequest.get("/api/v5/account/config").build();
    private static final RestRequest SET_MODE = RestRequest.post("/api/v5/account/set-position-mode")
            .body(Map.of("posMode", "net_mode"))
            .build();

    private final FakeOkx okx = new FakeOkx();
    private final OkxCalls calls = new OkxCalls(okx, okx.seams, new Pacing());

    private static CallTarget account(String name) {
        return new CallTarget(
                FakeOkx.SITE, TradingEnvironment.LIVE, FakeOkx.signed().credential(), name);
    }

    private void call(RestRequest request) {
        okx.answer(200, OK);
        calls.call(account("alice"), request);
    }

    @Test
    void call_limitUsedUp_waitsAndIsSignedWhenItLeaves() {
        for (int i = 0; i < 6; i++) {
            call(CONFIG);
        }

        assertThat(okx.sleeps).containsExactly(Duration.ofMillis(2_010 - 50));
        assertThat(okx.requests.get(5).headers()).containsEntry("OK-ACCESS-TIMESTAMP", "2026-11-22T10:00:02.010Z");
        assertThat(okx.requests.get(5).timeout())
                .isEqualTo(Duration.ofSeconds(10).minus(okx.sleeps.get(0)));
    }

    @Test
    void call_turnBeyondTheDeadline_isHeldBackAtOnce() {
        RestRequest quick = RestRequest.post("/api/v5/account/set-position-mode")
                .timeout(Duration.ofSeconds(1))
                .build();
        for (int i = 0; i < 5; i++) {
            call(SET_MODE);
        }

        assertThatThrownBy(() -> calls.call(account("alice"), quick))
                .isInstanceOfSatisfying(RateLimitedException.class, e -> {
                    assertThat(e.wasSent()).isFalse();
                    assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE);
                    assertThat(e.retryAdvice()).isEqualTo(RetryAdvice.WAIT);
                    assertThat(e.retryAfter()).isEqualTo(Duration.ofMillis(2_010 - 50));
                    assertThat(e).hasMessageContaining("POST /api/v5/account/set-position-mode, not sent");
                });
        assertThat(okx.sleeps).isEmpty();
        assertThat(okx.requests).hasSize(5);
    }

    @Test
    void call_heldBack_leavesNoTraceInTheQueue() {
        call_turnBeyondTheDeadline_isHeldBackAtOnce();

        call(SET_MODE);

        assertThat(okx.sleeps).containsExactly(Duration.ofMillis(2_010 - 50));
    }

    @Test
    void call_interruptedWhileWaiting_wasNotSent() {
        for (int i = 0; i < 5; i++) {
            call(SET_MODE);
        }
        OkxCalls interrupted = new OkxCalls(
                okx,
                new CallSeams(
                        okx.seams.clock(),
                        okx.seams.nanoTime(),
                        wait -> {
                            throw new InterruptedException();
                        },
                        okx.seams.random()),
                new Pacing());
        for (int i = 0; i < 5; i++) {
            okx.answer(200, OK);
            interrupted.call(account("alice"), SET_MODE);
        }

        assertThatThrownBy(() -> interrupted.call(account("alice"), SET_MODE))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(okx.requests).hasSize(10);
    }

    @Test
    void call_okxRefusesAWrite_theNextOneWaitsOutThePause() {
        okx.answer(429, Map.of("Retry-After", "3"), TOO_MANY);
        assertThatThrownBy(() -> calls.call(account("alice"), SET_MODE))
                .isInstanceOfSatisfying(
                        RateLimitedException.class, e -> assertThat(e.wasSent()).isTrue());

        call(SET_MODE);

        assertThat(okx.sleeps).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void call_everyOtherAccount_isNotHeldUp() {
        for (int i = 0; i < 50; i++) {
            okx.answer(200, OK);
            calls.call(account("account" + i), CONFIG);
        }

        assertThat(okx.sleeps).isEmpty();
    }

    @Test
    void synchronise_limitOfTheTimeCallUsedUp_theWaitIsNoRoundTrip() {
        ServerClock clock = calls.clock(FakeOkx.SITE);
        for (int i = 0; i < 3; i++) {
            clock.synchronise(Duration.ofSeconds(5));
        }

        ClockSkew skew = clock.synchronise(Duration.ofSeconds(5));

        assertThat(okx.sleeps).hasSize(1);
        assertThat(okx.sent("GET /api/v5/public/time")).isEqualTo(12);
        assertThat(skew.uncertainty()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void call_hostKeepsFailing_isSparedButCancelsPass() {
        RestRequest cancel = RestRequest.post("/api/v5/trade/cancel-order")
                .bodyJson("{\"instId\":\"BTC-USDT\"}")
                .build();
        for (int i = 0; i < 20; i++) {
            okx.answer(500, BUSY);
            String name = "account" + i;
            assertThatThrownBy(() -> calls.call(account(name), SET_MODE))
                    .isInstanceOf(ExchangeUnavailableException.class);
        }

        for (RestRequest request : new RestRequest[] {SET_MODE, CONFIG}) {
            assertThatThrownBy(() -> calls.call(account("alice"), request))
                    .isInstanceOfSatisfying(TransportException.class, e -> {
                        assertThat(e.requestMayHaveBeenSent()).isFalse();
                        assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE);
                        assertThat(e.isRetryable()).isTrue();
                    });
        }
        assertThat(okx.requests).hasSize(20);
        assertThat(okx.sleeps).isEmpty();

        okx.answer(500, BUSY);
        assertThatThrownBy(() -> calls.call(account("alice"), cancel)).isInstanceOf(ExchangeUnavailableException.class);
        assertThat(okx.requests).hasSize(21);

        okx.pass(Duration.ofSeconds(5));
        call(CONFIG);
        call(CONFIG);
        assertThat(okx.requests).hasSize(23);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cancel-order", "cancel-batch-orders", "cancel-algos", "cancel-all-after", "close-position"})
    void call_hostKeepsFailing_whatReducesRiskPasses(String path) {
        RestRequest wayOut = RestRequest.post("/api/v5/trade/" + path)
                .bodyJson("{\"instId\":\"BTC-USDT\"}")
                .build();
        failTwenty(() -> okx.answer(500, BUSY), SET_MODE);

        call(wayOut);

        assertThat(okx.sent(wayOut.endpoint())).isEqualTo(1);
    }

    @Test
    void call_cancelRefusedForLong_theNextOneWaitsOutOkxsWindowOnly() {
        RestRequest cancel = RestRequest.post("/api/v5/trade/cancel-order")
                .bodyJson("{\"instId\":\"BTC-USDT\"}")
                .build();
        okx.answer(429, Map.of("Retry-After", "30"), TOO_MANY);
        assertThatThrownBy(() -> calls.call(account("alice"), cancel)).isInstanceOf(RateLimitedException.class);

        call(cancel);

        assertThat(okx.sleeps).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void call_oneAccountKeepsFailing_theOthersPass() {
        okx.answer(200, OK);
        calls.call(account("bob"), SET_MODE);
        for (int i = 0; i < 40; i++) {
            okx.answer(500, BUSY);
            RestRequest order = order(i);
            assertThatThrownBy(() -> calls.call(account("alice"), order))
                    .isInstanceOf(ExchangeUnavailableException.class);
        }

        okx.answer(200, OK);
        calls.call(account("bob"), SET_MODE);

        assertThat(okx.requests).hasSize(42);
    }

    @Test
    void call_onlyAccountKeepsFailing_isSpared() {
        for (int i = 0; i < 20; i++) {
            okx.answer(500, BUSY);
            RestRequest order = order(i);
            assertThatThrownBy(() -> calls.call(account("alice"), order))
                    .isInstanceOf(ExchangeUnavailableException.class);
        }

        assertThatThrownBy(() -> calls.call(account("alice"), order(20))).isInstanceOf(TransportException.class);
        assertThat(okx.requests).hasSize(20);
    }

    @Test
    void call_liveKeepsFailing_demoPasses() {
        failTwenty(() -> okx.answer(500, BUSY), SET_MODE);
        okx.answer(200, OK);

        calls.call(
                new CallTarget(
                        FakeOkx.SITE, TradingEnvironment.DEMO, FakeOkx.signed().credential(), "alice"),
                SET_MODE);

        assertThat(okx.requests).hasSize(21);
    }

    @Test
    void call_lostByItsCallersHaste_saysNothingOfTheHost() {
        RestRequest hasty = RestRequest.post("/api/v5/account/set-position-mode")
                .timeout(Duration.ofMillis(2_999))
                .build();
        failTwenty(this::timeOut, hasty);

        call(SET_MODE);

        assertThat(okx.requests).hasSize(21);
    }

    @Test
    void call_timedOutInFairTime_isTheHostsFailure() {
        RestRequest patient = RestRequest.post("/api/v5/account/set-position-mode")
                .timeout(Duration.ofSeconds(3))
                .build();
        failTwenty(this::timeOut, patient);

        assertThatThrownBy(() -> calls.call(account("alice"), patient)).isInstanceOf(TransportException.class);
        assertThat(okx.requests).hasSize(20);
    }

    private void timeOut() {
        okx.then(request -> {
            throw new TransportTimeoutException(TransportPhase.RESPONSE_HEAD, request.timeout(), true);
        });
    }

    @Test
    void call_interrupted_saysNothingOfTheHost() {
        failTwenty(this::interrupt, SET_MODE);

        call(SET_MODE);

        assertThat(okx.requests).hasSize(21);
    }

    private void interrupt() {
        okx.then(request -> {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    "Interrupted.", "Repeat.", RetryAdvice.ASK, TransportPhase.RESPONSE_HEAD, true);
        });
    }

    @ParameterizedTest
    @CsvSource({"400, 50004", "500, 51149", "500, 51054", "200, 50062", "200, 51412"})
    void call_refusedByOneEndpointOnly_saysNothingOfTheHost(int status, String code) {
        failTwenty(() -> okx.answer(status, "{\"code\":\"" + code + "\",\"data\":[],\"msg\":\"\"}"), SET_MODE);

        call(SET_MODE);

        assertThat(okx.requests).hasSize(21);
    }

    @ParameterizedTest
    @CsvSource({"503, 50001", "429, 50013", "500, 50026", "502, ''"})
    void call_hostIsDown_isSpared(int status, String code) {
        failTwenty(() -> okx.answer(status, "{\"code\":\"" + code + "\",\"data\":[],\"msg\":\"\"}"), SET_MODE);

        assertThatThrownBy(() -> calls.call(account("alice"), SET_MODE)).isInstanceOf(TransportException.class);
        assertThat(okx.requests).hasSize(20);
    }

    /** One failure for each of twenty accounts. */
    private void failTwenty(Runnable failure, RestRequest request) {
        for (int i = 0; i < 20; i++) {
            failure.run();
            String name = "account" + i;
            assertThatThrownBy(() -> calls.call(account(name), request)).isInstanceOf(OkxConnectException.class);
            // An interrupt ends with the call that it was meant for.
            Thread.interrupted();
        }
        assertThat(okx.requests).hasSize(20);
    }

    private static RestRequest order(int instrument) {
        return RestRequest.post("/api/v5/trade/order")
                .bodyJson("{\"instId\":\"C" + instrument + "-USDT\"}")
                .build();
    }

    @Test
    void call_budgetForRepeatsSpent_failsAfterOneTry() {
        Pacing pacing = new Pacing();
        OkxCalls poor = new OkxCalls(okx, okx.seams, pacing);
        while (pacing.takeRepeat(
                FakeOkx.SITE.restBase(), "alice", okx.seams.nanoTime().getAsLong())) {
            continue;
        }
        okx.answer(500, BUSY);

        assertThatThrownBy(() -> poor.call(account("alice"), CONFIG)).isInstanceOf(ExchangeUnavailableException.class);

        assertThat(okx.requests).hasSize(1);
    }
}
