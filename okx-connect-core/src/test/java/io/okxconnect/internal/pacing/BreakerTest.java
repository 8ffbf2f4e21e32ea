package io.okxconnect.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = -7 * SECOND;

    private final Breaker breaker = new Breaker();

    private void ended(int worked, int failed, long now) {
        ended("alice", worked, failed, now);
    }

    private void ended(@Nullable String account, int worked, int failed, long now) {
        for (int i = 0; i < worked; i++) {
            breaker.ended(account, false, now);
        }
        for (int i = 0; i < failed; i++) {
            breaker.ended(account, true, now);
        }
    }

    @Test
    void admit_fewCalls_passWhateverHappens() {
        ended(0, 19, START);

        assertThat(breaker.admit("alice", START)).isZero();
    }

    @Test
    void admit_fewerThanHalfFail_passes() {
        ended(60, 59, START);

        assertThat(breaker.admit("alice", START)).isZero();
    }

    @Test
    void admit_halfOfTwentyFail_waitsForTheNextProbe() {
        ended(10, 10, START);

        assertThat(breaker.admit("alice", START + SECOND)).isEqualTo(4 * SECOND);
        assertThat(breaker.admit("alice", START + 5 * SECOND)).isZero();
        assertThat(breaker.admit("alice", START + 5 * SECOND)).isEqualTo(5 * SECOND);
    }

    @Test
    void admit_oldFailures_areForgotten() {
        ended(0, 19, START);
        ended(0, 1, START + 10 * SECOND);

        assertThat(breaker.admit("alice", START + 10 * SECOND)).isZero();
    }

    @Test
    void admit_failuresWithinTenSeconds_areAddedUp() {
        for (int i = 0; i < 10; i++) {
            ended(1, 1, START + i * SECOND);
        }

        assertThat(breaker.admit("alice", START + 9 * SECOND)).isPositive();
    }

    @Test
    void ended_probeWorked_letsEveryCallThroughAndStartsAnew() {
        ended(0, 20, START);
        assertThat(breaker.admit("alice", START + 5 * SECOND)).isZero();

        breaker.ended("alice", false, START + 5 * SECOND);
        ended(0, 19, START + 5 * SECOND);

        assertThat(breaker.admit("alice", START + 5 * SECOND)).isZero();
        ended(0, 1, START + 5 * SECOND);
        assertThat(breaker.admit("alice", START + 5 * SECOND)).isPositive();
    }

    @Test
    void ended_probeFailed_staysShut() {
        ended(0, 20, START);
        assertThat(breaker.admit("alice", START + 5 * SECOND)).isZero();

        breaker.ended("alice", true, START + 6 * SECOND);

        assertThat(breaker.admit("alice", START + 6 * SECOND)).isEqualTo(4 * SECOND);
    }

    @Test
    void admit_oneOfSeveralAccountsFails_passesForAll() {
        ended("bob", 1, 0, START);
        ended("alice", 0, 100, START);

        assertThat(breaker.admit("alice", START)).isZero();
        assertThat(breaker.admit("bob", START)).isZero();
    }

    @Test
    void admit_twoOfThreeAccountsFail_passes() {
        ended("carol", 1, 0, START);
        ended("alice", 0, 50, START);
        ended("bob", 0, 50, START + SECOND);

        assertThat(breaker.admit("alice", START + SECOND)).isZero();
    }

    @Test
    void admit_threeOfManyAccountsFail_holdsEveryoneBack() {
        for (int i = 0; i < 7; i++) {
            ended("well" + i, 1, 0, START);
        }
        for (String failing : List.of("alice", "bob", "carol")) {
            ended(failing, 0, 5, START + SECOND);
        }

        assertThat(breaker.admit("alice", START + SECOND)).isPositive();
        assertThat(breaker.admit("dave", START + SECOND)).isPositive();
        assertThat(breaker.admit(null, START + SECOND)).isPositive();
    }

    @Test
    void admit_accountThatFailedLongAgo_isNoWitness() {
        ended("carol", 0, 1, START);
        ended("dave", 1, 0, START + 5 * SECOND);
        ended("alice", 0, 10, START + 10 * SECOND);
        ended("bob", 0, 10, START + 10 * SECOND);

        assertThat(breaker.admit("alice", START + 10 * SECOND)).isZero();
    }

    @Test
    void admit_onlyAccountFails_holdsNewcomersBackOnlyOnceTheyFailToo() {
        ended("alice", 0, 20, START);
        assertThat(breaker.admit("alice", START)).isPositive();
        assertThat(breaker.admit("bob", START)).isZero();

        ended("bob", 0, 1, START);
        ended("carol", 0, 1, START);

        assertThat(breaker.admit("bob", START)).isPositive();
        assertThat(breaker.admit("dave", START)).isPositive();
    }

    @Test
    void admit_publicCallsWithoutAccountFail_areHeldBack() {
        ended(null, 0, 20, START);

        assertThat(breaker.admit(null, START)).isPositive();
    }

    @Test
    void admit_publicCallsWork_theOnlyAccountIsStillTheOnlyOne() {
        ended(null, 5, 0, START);
        ended("alice", 0, 20, START);

        assertThat(breaker.admit("alice", START)).isPositive();
    }
}
