package io.okxconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.credential.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookScheduleTest {
    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long START = -3 * MINUTE;
    private static final long SEED = 42;

    private final Random random = new Random(SEED);
    private final LookPace pace = new LookPace(INTERVAL, random::nextDouble);
    private final LookSchedule schedule = new LookSchedule(pace, INTERVAL, START);

    private static AccountId id(int number) {
        return AccountId.of("account" + number);
    }

    private static Map<AccountId, Boolean> accounts(int count) {
        Map<AccountId, Boolean> stored = new HashMap<>();
        for (int i = 0; i < count; i++) {
            stored.put(id(i), false);
        }
        return stored;
    }

    private void list(Map<AccountId, Boolean> stored, long now) {
        assertThat(schedule.takeListing(now)).isTrue();
        schedule.listed(stored, now);
    }

    /** Takes all that is due, and asks again each second. */
    private List<LookSchedule.Account> takeAll(long from, long to) {
        List<LookSchedule.Account> taken = new ArrayList<>();
        for (long now = from; now <= to; now += MINUTE / 60) {
            for (var account = schedule.takeDue(now); account != null; account = schedule.takeDue(now)) {
                taken.add(account);
            }
        }
        return taken;
    }

    @Test
    void takeDue_afterTheFirstListing_isSpreadEvenlyOverTheInterval() {
        list(accounts(9_000), START);

        for (int minute = 0; minute < 15; minute++) {
            long from = START + minute * MINUTE;
            assertThat(takeAll(from, from + MINUTE - MINUTE / 60))
                    .as("minute %d", minute)
                    .hasSizeBetween(450, 750);
        }
        assertThat(takeAll(START + 15 * MINUTE, START + 15 * MINUTE)).hasSizeLessThan(20);
    }

    @Test
    void takeListing_untilItHasEnded_isGivenToOneOnly() {
        assertThat(schedule.takeListing(START)).isTrue();
        assertThat(schedule.takeListing(START)).isFalse();

        schedule.listed(Map.of(), START);

        assertThat(schedule.takeListing(START)).isFalse();
        assertThat(schedule.takeListing(START + INTERVAL.toNanos() / 4)).isTrue();
    }

    @Test
    void listingFailed_isTriedAgainSoonAndForgetsNobody() {
        list(accounts(3), START);
        long next = START + INTERVAL.toNanos() / 4;
        assertThat(schedule.takeListing(next)).isTrue();

        schedule.listingFailed(next);

        assertThat(schedule.size()).isEqualTo(3);
        assertThat(schedule.takeListing(next + MINUTE)).isTrue();
    }

    @Test
    void listed_accountsComeAndGo() {
        list(accounts(3), START);
        Map<AccountId, Boolean> later = accounts(5);
        later.remove(id(0));
        long now = START + INTERVAL.toNanos() / 4;
        list(later, now);

        assertThat(schedule.size()).isEqualTo(4);
        assertThat(takeAll(now, now + INTERVAL.toNanos()))
                .extracting(LookSchedule.Account::id)
                .doesNotContain(id(0))
                .contains(id(3), id(4));
    }

    @Test
    void listed_goneWhileBeingLookedAt_isForgottenWithTheNextListing() {
        list(accounts(1), START);
        LookSchedule.Account account =
                takeAll(START, START + INTERVAL.toNanos()).get(0);
        long now = START + INTERVAL.toNanos();
        list(Map.of(), now);
        schedule.looked(account, LookResult.ANSWERED, now);

        list(Map.of(), now + INTERVAL.toNanos());

        assertThat(schedule.size()).isZero();
        assertThat(schedule.takeDue(now + 2 * INTERVAL.toNanos())).isNull();
    }

    @Test
    void looked_gone_isForgottenUntilItIsListedAgain() {
        list(accounts(1), START);
        LookSchedule.Account account =
                takeAll(START, START + INTERVAL.toNanos()).get(0);
        schedule.looked(account, LookResult.GONE, START + INTERVAL.toNanos());
        assertThat(schedule.size()).isZero();

        list(accounts(1), START + INTERVAL.toNanos());

        assertThat(schedule.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWERED, 0, 15",
        "FAILED_FOR_NOW, 1, 30",
        "FAILED_FOR_NOW, 2, 60",
        "FAILED_FOR_NOW, 3, 60",
        "FAILED_FOR_NOW, 1000000, 60",
        "REFUSED, 0, 360"
    })
    void next_eachResult_hasItsGapLessUpToATenth(LookResult result, int failures, long minutes) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            gaps.add(pace.next(result, failures));
        }

        long longest = minutes * MINUTE;
        assertThat(gaps).allMatch(gap -> gap <= longest && gap >= longest * 9 / 10);
        assertThat(gaps).anyMatch(gap -> gap < longest * 92 / 100).anyMatch(gap -> gap > longest * 98 / 100);
    }

    @ParameterizedTest
    @CsvSource({
        "PT2H, REFUSED, PT24H",
        "PT12H, FAILED_FOR_NOW, PT24H",
        "PT24H, ANSWERED, PT24H",
        "PT24H, REFUSED, PT24H"
    })
    void next_longIntervals_neverExceedADay(Duration interval, LookResult result, Duration longest) {
        LookPace slow = new LookPace(interval, () -> 0);

        assertThat(slow.next(result, 5)).isEqualTo(longest.toNanos());
    }

    @Test
    void listed_refusedAccountWasRepaired_isBackAtTheUsualPace() {
        list(accounts(1), START);
        long now = START + INTERVAL.toNanos();
        schedule.looked(takeAll(START, now).get(0), LookResult.REFUSED, now);
        list(Map.of(id(0), true), now);
        assertThat(schedule.takeDue(now + INTERVAL.toNanos())).isNull();

        long later = now + 10 * MINUTE;
        list(Map.of(id(0), false), later);

        assertThat(takeAll(later, later + INTERVAL.toNanos())).hasSize(1);
    }

    @Test
    void takeDue_afterAPause_spreadsWhatHasBecomeDue() {
        list(accounts(9_000), START);
        assertThat(schedule.takeDue(START)).isNull();
        schedule.untilDue(START);
        long awake = START + Duration.ofHours(8).toNanos();

        assertThat(schedule.takeDue(awake)).isNull();
        for (int minute = 0; minute < 15; minute++) {
            long from = awake + minute * MINUTE;
            assertThat(takeAll(from, from + MINUTE - MINUTE / 60))
                    .as("minute %d", minute)
                    .hasSizeBetween(450, 750);
        }
    }

    @Test
    void takeDue_onlyBehind_keepsTheOrder() {
        list(accounts(100), START);
        long now = START;
        List<LookSchedule.Account> taken = new ArrayList<>();
        // One look each 100 s: far behind, but never away for longer than a look takes.
        for (int i = 0; i < 100; i++) {
            now += 100 * MINUTE / 60;
            LookSchedule.Account account = schedule.takeDue(now);
            if (account != null) {
                taken.add(account);
            }
        }

        assertThat(taken).hasSizeGreaterThan(90).doesNotHaveDuplicates();
    }

    @Test
    void takeDue_tenThousandAccountsForADayAtTheDefaultPace_isEvenAndOnTime() {
        int count = 10_000;
        long second = MINUTE / 60;
        Map<AccountId, Boolean> stored = accounts(count);
        list(stored, START);
        Map<AccountId, Long> last = new HashMap<>();
        int looks = 0;
        int most = 0;
        long longest = 0;
        for (long now = START; now < START + Duration.ofDays(1).toNanos(); now += second) {
            if (schedule.takeListing(now)) {
                schedule.listed(stored, now);
            }
            int inThisSecond = 0;
            for (var account = schedule.takeDue(now); account != null; account = schedule.takeDue(now)) {
                Long before = last.put(account.id(), now);
                longest = Math.max(longest, now - (before == null ? START : before));
                schedule.looked(account, LookResult.ANSWERED, now);
                inThisSecond++;
            }
            looks += inThisSecond;
            most = Math.max(most, inThisSecond);
        }

        assertThat(last).hasSize(count);
        assertThat(longest).isLessThanOrEqualTo(INTERVAL.toNanos() + second);
        assertThat(looks).isBetween(96 * count, 107 * count);
        // 12 a second on average; chance alone gives a few times that.
        assertThat(most).isLessThan(45);
    }
}
