package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.site.Site;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerClockTest {
    private final FakeOkx okx = new FakeOkx();
    private final ServerClock clock = okx.calls.clock(FakeOkx.SITE);

    @Test
    void now_beforeAnyMeasurement_isTheWallClock() {
        okx.wallAhead = Duration.ofSeconds(7);

        assertThat(clock.now()).isEqualTo(okx.serverNow().plusSeconds(7));
        assertThat(clock.skew()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600_000, -40_000, 0, 40_000, 3_600_000})
    void synchronise_anyOffset_isFoundWithinTheUncertainty(long aheadMillis) {
        okx.wallAhead = Duration.ofMillis(aheadMillis);
        okx.roundTrip = Duration.ofMillis(200);

        ClockSkew skew = clock.synchronise(Duration.ofSeconds(5));

        Duration error = skew.offset().plus(okx.wallAhead).abs();
        assertThat(error).isLessThanOrEqualTo(Duration.ofMillis(1));
        assertThat(skew.uncertainty()).isEqualTo(Duration.ofMillis(100));
        assertThat(clock.skew()).contains(skew);
        assertThat(Duration.between(clock.now(), okx.serverNow()).abs()).isLessThanOrEqualTo(Duration.ofMillis(1));
        assertThat(okx.requests)
                .hasSize(3)
                .allSatisfy(r -> assertThat(r.headers()).doesNotContainKey("OK-ACCESS-KEY"));
    }

    @Test
    void synchronise_slowFirstSample_countsTheQuickest() {
        okx.timeScript.add(r -> {
            okx.pass(Duration.ofSeconds(1));
            return FakeOkx.response(
                    200,
                    Map.of(),
                    "{\"code\":\"0\",\"data\":[{\"ts\":\"" + okx.serverNow().toEpochMilli() + "\"}]}");
        });

        assertThat(clock.synchronise(Duration.ofSeconds(5)).uncertainty()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void synchronise_oneGoodSample_isEnough() {
        okx.timeScript.add(r -> FakeOkx.response(503, Map.of(), ""));
        okx.timeScript.add(r -> FakeOkx.response(200, Map.of(), "{\"code\":\"0\",\"data\":[{\"ts\":\"\"}]}"));

        assertThat(clock.synchronise(Duration.ofSeconds(5)).offset().abs()).isLessThan(Duration.ofMillis(2));
    }

    @Test
    void synchronise_noGoodSample_failsAndKeepsTheLastOffset() {
        ClockSkew first = clock.synchronise(Duration.ofSeconds(5));
        for (int i = 0; i < 3; i++) {
            okx.timeScript.add(r -> FakeOkx.response(503, Map.of(), ""));
        }

        assertThatThrownBy(() -> clock.synchronise(Duration.ofSeconds(5)))
                .isInstanceOf(ExchangeUnavailableException.class);
        assertThat(clock.skew()).contains(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"ts\":\"soon\"}", "{\"ts\":\"99999999999999999999\"}", "{\"ts\":[]}", "{\"ts\":null}"})
    void synchronise_answerWithoutATime_isMalformed(String row) {
        for (int i = 0; i < 3; i++) {
            okx.timeScript.add(r -> FakeOkx.response(200, Map.of(), "{\"code\":\"0\",\"data\":[" + row + "]}"));
        }

        assertThatThrownBy(() -> clock.synchronise(Duration.ofSeconds(5)))
                .isInstanceOf(MalformedResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {999_999_999_999_999L, 4_102_444_800_000L, 1_577_836_799_999L, 1_795_341_600L, 0, -1, Long.MIN_VALUE
            })
    void synchronise_timeNoServerCanHave_isMalformedAndTheLastOffsetStays(long ts) {
        ClockSkew first = clock.synchronise(Duration.ofSeconds(5));
        for (int i = 0; i < 3; i++) {
            okx.timeScript.add(
                    r -> FakeOkx.response(200, Map.of(), "{\"code\":\"0\",\"data\":[{\"ts\":\"" + ts + "\"}]}"));
        }

        assertThatThrownBy(() -> clock.synchronise(Duration.ofSeconds(5)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("GET /api/v5/public/time")
                .hasMessageNotContaining(Long.toString(ts) + "\"");
        assertThat(clock.skew()).contains(first);
    }

    @Test
    void synchronise_deadlineOver_endsWithoutMoreRequests() {
        okx.roundTrip = Duration.ofSeconds(2);

        ClockSkew skew = clock.synchronise(Duration.ofSeconds(1));

        assertThat(skew.uncertainty()).isEqualTo(Duration.ofSeconds(1));
        assertThat(okx.requests).hasSize(1);
        assertThatThrownBy(() -> clock.synchronise(Duration.ZERO)).isInstanceOf(OkxConnectException.class);
    }

    @Test
    void synchronise_afterAnotherThreadDid_isShared() {
        long seen = clock.measurements();
        clock.synchronise(Duration.ofSeconds(5));

        clock.synchronise(Deadline.in(Duration.ofSeconds(5), () -> 0), seen);

        assertThat(okx.requests).hasSize(3);
    }

    @Test
    void isSuspect_wallClockSetOrMachineSlept_isNoticed() {
        assertThat(clock.isSuspect()).isFalse();
        clock.synchronise(Duration.ofSeconds(5));
        okx.pass(Duration.ofHours(5));
        assertThat(clock.isSuspect()).isFalse();

        okx.wallAhead = Duration.ofMillis(501);

        assertThat(clock.isSuspect()).isTrue();
    }

    @Test
    void clock_perRestHost_isOne() {
        assertThat(okx.calls.clock(FakeOkx.SITE)).isSameAs(clock);
        assertThat(okx.calls.clock(Site.custom("other", URI.create("http://127.0.0.1:2"))))
                .isNotSameAs(clock);
    }
}
