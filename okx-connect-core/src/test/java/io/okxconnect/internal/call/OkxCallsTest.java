package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.signing.RequestSigner;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.TransportRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OkxCallsTest {
    private static final String OK = "{\"code\":\"0\",\"data\":[],\"msg\":\"\"}";
    private static final String BUSY = "{\"code\":\"50026\",\"data\":[],\"msg\":\"System error\"}";
    private static final String TOO_MANY = "{\"msg\":\"Too Many Requests\",\"code\":\"50011\"}";
    private static final String EXPIRED = "{\"msg\":\"Timestamp request expired\",\"code\":\"50102\"}";
    private static final RestRequest READ =
            RestRequest.get("/api/v5/account/balance").query("ccy", "BTC").build();
    private static final RestRequest WRITE = RestRequest.post("/api/v5/account/set-position-mode")
            .body(Map.of("posMode", "net_mode"))
            .build();

    private final FakeOkx okx = new FakeOkx();

    @Test
    void call_signedRead_sendsExactlyWhatWasSigned() {
        okx.answer(200, OK);

        okx.calls.call(FakeOkx.signed(), READ);

        TransportRequest sent = okx.requests.get(0);
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.base()).isEqualTo(FakeOkx.SITE.restBase());
        assertThat(sent.requestPath()).isEqualTo("/api/v5/account/balance?ccy=BTC");
        assertThat(sent.headers())
                .containsEntry("OK-ACCESS-TIMESTAMP", "2026-11-22T10:00:00.000Z")
                .containsEntry("OK-ACCESS-SIGN", "2026-11-22T10:00:00.000ZGET/api/v5/account/balance?ccy=BTC")
                .containsEntry("Content-Type", "application/json")
                .doesNotContainKeys("x-simulated-trading", "expTime");
        assertThat(sent.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(sent.maxBodyBytes()).isEqualTo(1024 * 1024);
    }

    @Test
    void call_signedWrite_signsTheBodyItSends() {
        okx.answer(200, OK);

        okx.calls.call(FakeOkx.signed(), WRITE);

        TransportRequest sent = okx.requests.get(0);
        assertThat(sent.headers().get("OK-ACCESS-SIGN"))
                .endsWith("POST/api/v5/account/set-position-mode" + "{\"posMode\":\"net_mode\"}");
        assertThat(sent.body()).asString().isEqualTo("{\"posMode\":\"net_mode\"}");
        assertThat(sent.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void call_demo_marksSignedAndPublicCalls() {
        okx.answer(200, OK).answer(200, OK);

        okx.calls.call(FakeOkx.signed(TradingEnvironment.DEMO), READ);
        okx.calls.call(
                new CallTarget(FakeOkx.SITE, TradingEnvironment.DEMO, null),
                RestRequest.get("/api/v5/public/instruments").unsigned().build());

        assertThat(okx.requests).allSatisfy(r -> assertThat(r.headers()).containsEntry("x-simulated-trading", "1"));
    }

    @Test
    void call_unsigned_carriesNoCredential() {
        okx.answer(200, OK);

        okx.calls.call(
                FakeOkx.signed(),
                RestRequest.get("/api/v5/public/instruments").unsigned().build());

        assertThat(okx.requests.get(0).headers()).containsOnlyKeys("Content-Type", "Accept");
    }

    @Test
    void call_expTime_isSentInMilliseconds() {
        okx.answer(200, OK);

        okx.calls.call(
                FakeOkx.signed(),
                RestRequest.post("/api/v5/trade/order")
                        .expTime(Instant.ofEpochMilli(1597026383085L))
                        .build());

        assertThat(okx.requests.get(0).headers()).containsEntry("expTime", "1597026383085");
    }

    @Test
    void call_signedWithoutCredential_isRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> okx.calls.call(new CallTarget(FakeOkx.SITE, TradingEnvironment.LIVE, null), READ))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(okx.requests).isEmpty();
    }

    @Test
    void call_readThatFailsTwice_isRepeatedWithFreshSignatures() {
        okx.answer(500, BUSY).answer(503, "<html>").answer(200, OK);

        okx.calls.call(FakeOkx.signed(), READ);

        assertThat(okx.sleeps).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(okx.requests)
                .extracting(r -> r.headers().get("OK-ACCESS-SIGN"))
                .doesNotHaveDuplicates();
        assertThat(okx.requests.get(2).timeout()).isEqualTo(Duration.ofMillis(10_000 - 150 - 20));
    }

    @Test
    void call_readThatFailsForGood_endsAfterThreeAttempts() {
        okx.answer(500, BUSY).answer(500, BUSY).answer(500, BUSY);

        assertThatThrownBy(() -> okx.calls.call(FakeOkx.signed(), READ))
                .isInstanceOfSatisfying(ExchangeUnavailableException.class, e -> {
                    assertThat(e.code()).isEqualTo("50026");
                    assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE);
                    assertThat(e.isRetryable()).isTrue();
                });
        assertThat(okx.requests).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429})
    void call_tooManyReads_waitsForTheWindowPlusJitter(int status) {
        okx.answer(status, TOO_MANY).answer(200, OK);

        okx.calls.call(FakeOkx.signed(), READ);

        assertThat(okx.sleeps).containsExactly(Duration.ofMillis(2_500));
    }

    @Test
    void call_retryAfterBeyondTheDeadline_failsAtOnce() {
        okx.answer(429, Map.of("Retry-After", "1000000000"), TOO_MANY);

        assertThatThrownBy(() -> okx.calls.call(FakeOkx.signed(), READ))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
        assertThat(okx.sleeps).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "soon", "1e9", "Wed, 21 Oct 2026 07:28:00 GMT", "99999999999999999999", ""})
    void call_absurdRetryAfter_isTheDefaultWindow(String header) {
        okx.answer(429, Map.of("Retry-After", header), TOO_MANY).answer(200, OK);

        okx.calls.call(FakeOkx.signed(), READ);

        assertThat(okx.sleeps).containsExactly(Duration.ofMillis(2_500));
    }

    @Test
    void call_readLostOnTheWay_isRepeated() {
        okx.then(r -> {
            throw new TransportTimeoutException(TransportPhase.CONNECT, Duration.ofSeconds(3), true);
        });
        okx.answer(200, OK);

        okx.calls.call(FakeOkx.signed(), READ);

        assertThat(okx.requests).hasSize(2);
    }

    @Test
    void call_anyFailureOfAWrite_isSentOnce() {
        List<Runnable> failures = List.of(
                () -> okx.answer(500, BUSY),
                () -> okx.answer(429, TOO_MANY),
                () -> okx.answer(503, "<html>"),
                () -> okx.answer(302, ""),
                () -> okx.answer(200, "{"),
                () -> okx.answer(401, EXPIRED),
                () -> okx.then(r -> {
                    throw new TransportTimeoutException(TransportPhase.RESPONSE_HEAD, Duration.ofSeconds(5), true);
                }),
                () -> okx.then(r -> {
                    throw new TransportTimeoutException(TransportPhase.CONNECT, Duration.ofSeconds(3), false);
                }),
                () -> okx.then(r -> {
                    throw new IllegalStateException(Canary.PASSPHRASE.substring(0, 3));
                }));
        for (int i = 0; i < failures.size(); i++) {
            failures.get(i).run();
            assertThatThrownBy(() -> okx.calls.call(FakeOkx.signed(), WRITE))
                    .isInstanceOf(io.okxconnect.error.OkxConnectException.class);
            assertThat(okx.sent("POST /api/v5/account/set-position-mode")).isEqualTo(i + 1L);
        }
        assertThat(okx.sleeps).isEmpty();
    }

    @Test
    void call_writeTimedOutInsideOkx_hasAnUnknownOutcome() {
        okx.answer(400, "{\"code\":\"50004\",\"msg\":\"API endpoint request timeout\"}");

        assertThatThrownBy(() -> okx.calls.call(FakeOkx.signed(), WRITE))
                .isInstanceOfSatisfying(ExchangeUnavailableException.class, e -> {
                    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(e.retryAdvice()).isEqualTo(RetryAdvice.ASK);
                });
    }

    @Test
    void call_foreignFailureOfTheTransport_namesItsClassOnly() {
        okx.then(r -> {
            throw new IllegalStateException("text of the transport");
        });

        assertThatThrownBy(() -> okx.calls.call(FakeOkx.signed(), WRITE))
                .isInstanceOfSatisfying(TransportException.class, e -> {
                    assertThat(e).hasNoCause().hasMessageContaining("java.lang.IllegalStateException");
                    assertThat(e.getMessage()).doesNotContain("text of the transport");
                    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
                });
    }

    @Test
    void call_clockRefusalOfARead_measuresOnceAndRepeatsOnce() {
        okx.wallAhead = Duration.ofSeconds(40);
        okx.answer(401, EXPIRED).answer(200, OK);

        okx.calls.call(FakeOkx.signed(), READ);

        assertThat(okx.sent("GET /api/v5/public/time")).isEqualTo(3);
        TransportRequest repeat = okx.requests.get(4);
        Instant signed = Instant.parse(repeat.headers().get("OK-ACCESS-TIMESTAMP"));
        assertThat(Duration.between(signed, okx.serverNow()).abs()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void call_clockRefusalThatStays_endsAfterOneRepeat() {
        okx.answer(401, EXPIRED).answer(401, EXPIRED);

        assertThatThrownBy(() -> okx.calls.call(FakeOkx.signed(), READ))
                .isInstanceOf(AuthenticationRejectedException.class);
        assertThat(okx.sent("GET /api/v5/account/balance")).isEqualTo(2);
        assertThat(okx.sent("GET /api/v5/public/time")).isEqualTo(3);
    }

    @Test
    void call_clockRefusalOfAWrite_repairsTheClockForTheNextCall() {
        okx.wallAhead = Duration.ofMinutes(-10);
        okx.answer(401, EXPIRED).answer(200, OK);

        AuthenticationRejectedException refused = catchThrowableOfType(
                AuthenticationRejectedException.class, () -> okx.calls.call(FakeOkx.signed(), WRITE));
        okx.calls.call(FakeOkx.signed(), WRITE);

        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_DONE);
        Instant signed = Instant.parse(okx.requests.get(4).headers().get("OK-ACCESS-TIMESTAMP"));
        assertThat(Duration.between(signed, okx.serverNow()).abs()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void call_clockCannotBeMeasured_failsWithTheRefusal() {
        okx.timeScript.add(r -> FakeOkx.response(503, Map.of(), ""));
        okx.timeScript.add(r -> FakeOkx.response(200, Map.of(), OK));
        okx.timeScript.add(r -> FakeOkx.response(200, Map.of(), "{"));
        okx.answer(401, EXPIRED);

        assertThatThrownBy(() -> okx.calls.call(FakeOkx.signed(), READ))
                .isInstanceOf(AuthenticationRejectedException.class);
    }

    @Test
    void call_oneBogusTime_stopsNoLaterCall() {
        for (int i = 0; i < 3; i++) {
            okx.timeScript.add(r -> FakeOkx.response(
                    200, Map.of(), "{\"code\":\"0\",\"data\":[{\"ts\":\"999999999999999\"}],\"msg\":\"\"}"));
        }
        okx.answer(401, EXPIRED).answer(200, OK);

        assertThatThrownBy(() -> okx.calls.call(FakeOkx.signed(), WRITE))
                .isInstanceOf(AuthenticationRejectedException.class);
        okx.calls.call(FakeOkx.signed(), WRITE);

        assertThat(okx.sent("POST /api/v5/account/set-position-mode")).isEqualTo(2);
    }

    @Test
    void call_clockSetAfterTheLastMeasurement_measuresBeforeSigning() {
        okx.calls.clock(FakeOkx.SITE).synchronise(Duration.ofSeconds(1));
        okx.wallAhead = Duration.ofHours(1);
        okx.answer(200, OK);

        okx.calls.call(FakeOkx.signed(), WRITE);

        TransportRequest sent = okx.requests.get(okx.requests.size() - 1);
        Instant signed = Instant.parse(sent.headers().get("OK-ACCESS-TIMESTAMP"));
        assertThat(Duration.between(signed, okx.serverNow()).abs()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void call_clockSetAndTimeStalls_isStillSentWithTheKnownOffset() {
        okx.calls.clock(FakeOkx.SITE).synchronise(Duration.ofSeconds(1));
        okx.wallAhead = Duration.ofSeconds(2);
        stallTime();
        okx.answer(200, OK);

        okx.calls.call(FakeOkx.signed(), WRITE);

        TransportRequest sent = okx.requests.get(okx.requests.size() - 1);
        assertThat(sent.endpoint()).isEqualTo("POST /api/v5/account/set-position-mode");
        assertThat(sent.timeout()).isBetween(Duration.ofMillis(3_900), Duration.ofSeconds(4));
        Instant signed = Instant.parse(sent.headers().get("OK-ACCESS-TIMESTAMP"));
        assertThat(Duration.between(signed, okx.serverNow()).abs()).isLessThan(Duration.ofMillis(2_100));
    }

    @Test
    void call_shortDeadlineAndTimeStalls_keepsTwoThirdsForTheCall() {
        okx.calls.clock(FakeOkx.SITE).synchronise(Duration.ofSeconds(1));
        okx.wallAhead = Duration.ofSeconds(2);
        stallTime();
        okx.answer(200, OK);

        okx.calls.call(
                FakeOkx.signed(),
                RestRequest.post("/api/v5/trade/cancel-order")
                        .timeout(Duration.ofMillis(900))
                        .build());

        assertThat(okx.requests.get(okx.requests.size() - 1).timeout())
                .isBetween(Duration.ofMillis(580), Duration.ofMillis(600));
    }

    @Test
    void call_clockCouldNotBeMeasured_isNotTriedAgainForHalfAMinute() {
        okx.calls.clock(FakeOkx.SITE).synchronise(Duration.ofSeconds(1));
        okx.wallAhead = Duration.ofSeconds(2);
        stallTime();
        okx.answer(200, OK).answer(200, OK).answer(200, OK);
        okx.calls.call(FakeOkx.signed(), WRITE);
        long asked = okx.sent("GET /api/v5/public/time");

        okx.pass(Duration.ofSeconds(25));
        okx.calls.call(FakeOkx.signed(), WRITE);
        assertThat(okx.sent("GET /api/v5/public/time")).isEqualTo(asked);

        okx.pass(Duration.ofSeconds(5));
        okx.calls.call(FakeOkx.signed(), WRITE);
        assertThat(okx.sent("GET /api/v5/public/time")).isGreaterThan(asked);
    }

    @Test
    void call_clockRefusalSoonAfterAFailedMeasurement_measuresAllTheSame() {
        okx.calls.clock(FakeOkx.SITE).synchronise(Duration.ofSeconds(1));
        okx.wallAhead = Duration.ofHours(1);
        stallTime();
        okx.answer(200, OK).answer(401, EXPIRED).answer(200, OK);
        okx.calls.call(FakeOkx.signed(), READ);
        okx.timeScript.clear();

        okx.calls.call(FakeOkx.signed(), READ);

        TransportRequest repeat = okx.requests.get(okx.requests.size() - 1);
        Instant signed = Instant.parse(repeat.headers().get("OK-ACCESS-TIMESTAMP"));
        assertThat(Duration.between(signed, okx.serverNow()).abs()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void call_clockRefusalAndTimeStalls_leavesTimeForOtherCalls() {
        stallTime();
        okx.answer(401, EXPIRED);

        assertThatThrownBy(() -> okx.calls.call(FakeOkx.signed(), WRITE))
                .isInstanceOf(AuthenticationRejectedException.class);
        assertThat(okx.requests.get(1).timeout()).isLessThan(Duration.ofSeconds(2));
    }

    /** The clock's endpoint takes every request and answers none. */
    private void stallTime() {
        for (int i = 0; i < 3; i++) {
            okx.timeScript.add(request -> {
                okx.pass(request.timeout());
                throw new TransportTimeoutException(TransportPhase.RESPONSE_HEAD, request.timeout(), true);
            });
        }
    }

    @Test
    void call_slowFailures_endWithinTheDeadline() {
        okx.roundTrip = Duration.ofSeconds(6);
        okx.answer(500, BUSY).answer(500, BUSY).answer(500, BUSY);

        assertThatThrownBy(() -> okx.calls.call(FakeOkx.signed(), READ))
                .isInstanceOf(ExchangeUnavailableException.class);
        assertThat(okx.requests).hasSize(2);
        assertThat(okx.requests.get(1).timeout()).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void call_interruptedWhileWaiting_failsAndKeepsTheInterrupt() {
        FakeOkx interrupted = new FakeOkx();
        OkxCalls calls = new OkxCalls(
                interrupted,
                new CallSeams(
                        java.time.Clock.fixed(FakeOkx.START, java.time.ZoneOffset.UTC),
                        () -> 0,
                        duration -> {
                            throw new InterruptedException();
                        },
                        () -> 0.5));
        interrupted.answer(500, BUSY);

        assertThatThrownBy(() -> calls.call(FakeOkx.signed(), READ)).isInstanceOf(ExchangeUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void apiKeyHeaders_ofACredential_areTheFourOkxWants() {
        RequestSigner signer = new RequestSigner() {
            @Override
            public String sign(String timestamp, String method, String requestPath, byte[] body) {
                return "signature";
            }

            @Override
            public void close() {}
        };
        ApiKeyCredential credential = ApiKeyCredential.of(Canary.API_KEY, Canary.SECRET_KEY, Canary.PASSPHRASE);
        ApiKeyHeaders headers = new ApiKeyHeaders(credential, signer);
        credential.close();

        assertThat(headers.headers("t", "GET", "/p", new byte[0]))
                .containsExactly(
                        Map.entry("OK-ACCESS-KEY", Canary.API_KEY),
                        Map.entry("OK-ACCESS-SIGN", "signature"),
                        Map.entry("OK-ACCESS-TIMESTAMP", "t"),
                        Map.entry("OK-ACCESS-PASSPHRASE", Canary.PASSPHRASE));
        assertThat(headers.toString()).doesNotContain(Canary.API_KEY);
        headers.close();
        assertThatThrownBy(() -> headers.headers("t", "GET", "/p", new byte[0]))
                .isInstanceOf(IllegalStateException.class);
    }
}
