package io.okxconnect.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = -7 * SECOND;

    private final Breaker breaker = new Breaker();

    private void ended(int worked, int failed, long now) {
        for (int i = 0; i < worked; i++) {
            breaker.ended(false, now);
        }
        for (int i = 0; i < failed; i++) {
            breaker.ended(true, now);
        }
    }

    @Test
    void admit_fewCalls_passWhateverHappens() {
        ended(0, 19, START);

        assertThat(breaker.admit(START)).isZero();
    }

    @Test
    void admit_fewerThanHalfFail_passes() {
        ended(60, 59, START);

        assertThat(breaker.admit(START)).isZero();
    }

    @Test
    void admit_halfOfTwentyFail_waitsForTheNextProbe() {
        ended(10, 10, START);

        assertThat(breaker.admit(START + SECOND)).isEqualTo(4 * SECOND);
        assertThat(breaker.admit(START + 5 * SECOND)).isZero();
        assertThat(breaker.admit(START + 5 * SECOND)).isEqualTo(5 * SECOND);
    }

    @Test
    void admit_oldFailures_areForgotten() {
        ended(0, 19, START);
        ended(0, 1, START + 10 * SECOND);

        assertThat(breaker.admit(START + 10 * SECOND)).isZero();
    }

    @Test
    void admit_failuresWithinTenSeconds_areAddedUp() {
        for (int i = 0; i < 10; i++) {
            ended(1, 1, START + i * SECOND);
        }

        assertThat(breaker.admit(START + 9 * SECOND)).isPositive();
    }

    @Test
    void ended_probeWorked_letsEveryCallThroughAndStartsAnew() {
        ended(0, 20, START);
        assertThat(breaker.admit(START + 5 * SECOND)).isZero();

        breaker.ended(false, START + 5 * SECOND);
        ended(0, 19, START + 5 * SECOND);

        assertThat(breaker.admit(START + 5 * SECOND)).isZero();
        ended(0, 1, START + 5 * SECOND);
        assertThat(breaker.admit(START + 5 * SECOND)).isPositive();
    }

    @Test
    void ended_probeFailed_staysShut() {
        ended(0, 20, START);
        assertThat(breaker.admit(START + 5 * SECOND)).isZero();

        breaker.ended(true, START + 6 * SECOND);

        assertThat(breaker.admit(START + 6 * SECOND)).isEqualTo(4 * SECOND);
    }
}
