package io.okxconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.credential.AccountId;
import io.okxconnect.error.CredentialStoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The monitor's threads in virtual time, over accounts that only exist here. */
class ConnectionMonitorTest {
    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final AccountId ALICE = AccountId.of("alice");
    private static final AccountId BOB = AccountId.of("bob");

    private final VirtualTime time = new VirtualTime(5);
    private final Accounts accounts = new Accounts();
    private ConnectionMonitor monitor;

    private final class Accounts implements WatchedAccounts {
        final Map<AccountId, Boolean> stored = new ConcurrentHashMap<>();
        final Map<AccountId, LookResult> results = new ConcurrentHashMap<>();
        final Map<AccountId, Duration> latency = new ConcurrentHashMap<>();
        final Map<AccountId, List<Duration>> looks = new ConcurrentHashMap<>();
        volatile boolean broken;
        volatile @Nullable Throwable thrown;
        volatile int listings;

        @Override
        public synchronized Map<AccountId, Boolean> list() {
            listings++;
            if (broken) {
                throw new CredentialStoreException(
                        CredentialStoreException.Reason.IO, "The store cannot be read.", "Try again.", null);
            }
            return Map.copyOf(stored);
        }

        @Override
        public LookResult look(AccountId accountId) {
            looks.computeIfAbsent(accountId, id -> Collections.synchronizedList(new ArrayList<>()))
                    .add(Duration.ofNanos(time.nanoTime()));
            Throwable failure = thrown;
            if (failure != null) {
                ConnectionMonitorTest.<RuntimeException>sneak(failure);
            }
            time.sleep(latency.getOrDefault(accountId, Duration.ofMillis(100)));
            return results.getOrDefault(accountId, LookResult.ANSWERED);
        }

        List<Duration> of(AccountId accountId) {
            return looks.getOrDefault(accountId, List.of());
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        monitor.stop();
        time.runUntil(Duration.ofDays(100));
        monitor.close();
        assertThat(time.threads()).noneMatch(Thread::isAlive);
    }

    private void start(int threads) {
        MonitorSettings settings =
                MonitorSettings.builder().interval(INTERVAL).threads(threads).build();
        monitor = ConnectionMonitor.start(accounts, settings, time.monitorSeams(Duration.ofSeconds(30)));
    }

    private void store(AccountId... ids) {
        for (AccountId id : ids) {
            accounts.stored.put(id, false);
        }
    }

    @Test
    void monitor_accountIsFine_isLookedAtInEachInterval() throws Exception {
        store(ALICE, BOB);
        start(4);

        time.runUntil(Duration.ofHours(5));

        for (AccountId id : List.of(ALICE, BOB)) {
            assertThat(accounts.of(id)).hasSizeBetween(20, 24);
            Duration last = Duration.ZERO;
            for (Duration look : accounts.of(id)) {
                assertThat(look.minus(last)).isLessThanOrEqualTo(INTERVAL.plusSeconds(1));
                last = look;
            }
        }
        assertThat(monitor).hasToString("ConnectionMonitor[2 accounts, MonitorSettings[every PT15M, 4 threads]]");
    }

    @Test
    void monitor_accountComesLater_isPickedUp() throws Exception {
        start(1);
        time.runUntil(Duration.ofHours(1));
        store(ALICE);

        time.runUntil(
                Duration.ofHours(1).plus(INTERVAL).plus(INTERVAL.dividedBy(4)).plusSeconds(1));

        assertThat(accounts.of(ALICE)).isNotEmpty();
    }

    @Test
    void monitor_accountGoesAway_isLeftAlone() throws Exception {
        store(ALICE, BOB);
        start(2);
        time.runUntil(Duration.ofHours(1));
        accounts.stored.remove(ALICE);
        Duration noticed = Duration.ofHours(1).plus(INTERVAL.dividedBy(4));

        time.runUntil(Duration.ofHours(3));

        assertThat(accounts.of(ALICE)).allMatch(look -> look.compareTo(noticed) <= 0);
        assertThat(accounts.of(BOB)).hasSizeGreaterThan(10);
        assertThat(monitor.accounts()).isEqualTo(1);
    }

    @Test
    void monitor_looksFail_comeLessOftenUntilOneSucceeds() throws Exception {
        store(ALICE, BOB);
        accounts.results.put(ALICE, LookResult.FAILED_FOR_NOW);
        accounts.results.put(BOB, LookResult.REFUSED);
        accounts.stored.put(BOB, true);
        start(2);
        time.runUntil(Duration.ofHours(24));
        int failed = accounts.of(ALICE).size();
        assertThat(failed).isBetween(24, 29);
        assertThat(accounts.of(BOB)).hasSizeBetween(4, 6);

        accounts.results.clear();
        time.runUntil(Duration.ofHours(48));

        assertThat(accounts.of(ALICE).size() - failed).isBetween(90, 108);
    }

    @Test
    void monitor_slowAccount_holdsUpNoOther() throws Exception {
        store(ALICE, BOB);
        accounts.latency.put(ALICE, Duration.ofHours(3));
        start(2);

        time.runUntil(Duration.ofHours(3));

        assertThat(accounts.of(ALICE)).hasSize(1);
        assertThat(accounts.of(BOB)).hasSizeBetween(12, 15);
    }

    @Test
    void monitor_listingFails_goesOnWithThoseKnown() throws Exception {
        store(ALICE);
        start(1);
        time.runUntil(Duration.ofHours(1));
        accounts.broken = true;
        store(BOB);
        time.runUntil(Duration.ofHours(2));
        assertThat(accounts.of(ALICE)).hasSizeBetween(7, 9);
        assertThat(accounts.of(BOB)).isEmpty();

        accounts.broken = false;
        time.runUntil(Duration.ofHours(3));

        assertThat(accounts.of(BOB)).isNotEmpty();
    }

    @Test
    void monitor_firstListingFails_isTriedAgainWithinAMinute() throws Exception {
        store(ALICE);
        accounts.broken = true;
        start(1);
        time.runUntil(Duration.ofSeconds(1));
        accounts.broken = false;

        time.runUntil(Duration.ofMinutes(1));

        assertThat(accounts.listings).isEqualTo(2);
        assertThat(monitor.accounts()).isEqualTo(1);
    }

    @Test
    void monitor_processWasPaused_doesNotLookAtAllAtOnce() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            store(AccountId.of("account" + i));
        }
        start(8);
        time.runUntil(Duration.ofSeconds(1));
        time.jump(Duration.ofHours(8));

        time.runUntil(Duration.ofHours(8).plusSeconds(1).plus(INTERVAL));

        Map<Long, Long> perMinute = accounts.looks.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Duration::toMinutes, Collectors.counting()));
        assertThat(accounts.looks).hasSize(1_000);
        assertThat(perMinute.values()).allMatch(looks -> looks < 120);
    }

    @Test
    void monitor_idleThreads_areNotWokenForNothing() throws Exception {
        store(ALICE);
        start(8);
        time.runUntil(Duration.ofHours(10));

        // For each look and each listing, one thread wakes and hands the lead over.
        int events = accounts.of(ALICE).size() + accounts.listings;
        assertThat(time.wakeUps()).isLessThan(4L * events);
    }

    @Test
    void monitor_accountGoneAtItsLook_isFoundAgainIfItIsListed() throws Exception {
        store(ALICE, BOB);
        accounts.results.put(ALICE, LookResult.GONE);
        start(1);

        time.runUntil(Duration.ofHours(2));

        assertThat(accounts.of(ALICE)).hasSizeBetween(3, 16);
        assertThat(accounts.of(BOB)).hasSizeBetween(8, 9);
    }

    @Test
    void close_duringALook_waitsForItNoLongerThanItsLimit() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        WatchedAccounts stuck = new WatchedAccounts() {
            @Override
            public Map<AccountId, Boolean> list() {
                return Map.of(ALICE, false, BOB, false);
            }

            @Override
            public LookResult look(AccountId accountId) {
                inside.countDown();
                accounts.looks.put(accountId, List.of());
                awaitQuietly(release);
                return LookResult.ANSWERED;
            }
        };
        VirtualTime own = new VirtualTime(1);
        monitor = ConnectionMonitor.start(
                stuck,
                MonitorSettings.builder().interval(INTERVAL).threads(1).build(),
                own.monitorSeams(Duration.ofMillis(1)));
        Thread runner = new Thread(() -> runQuietly(own));
        runner.start();
        assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();

        monitor.close();

        assertThat(monitor.isClosed()).isTrue();
        assertThat(own.threads()).allMatch(Thread::isAlive);
        release.countDown();
        own.threads().get(0).join();
        runner.join();
        assertThat(accounts.looks).hasSize(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void runQuietly(VirtualTime own) {
        try {
            own.runUntil(INTERVAL);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void monitor_lookThrowsWhateverItIs_goesOn() throws Exception {
        store(ALICE, BOB);
        start(2);
        for (Throwable failure : List.of(new AssertionError("app"), new IOException("app"))) {
            accounts.thrown = failure;
            int before = accounts.of(ALICE).size();
            time.runUntil(Duration.ofNanos(time.nanoTime()).plusHours(5));
            assertThat(accounts.of(ALICE)).hasSizeGreaterThan(before + 2);
        }
        accounts.thrown = null;
        int before = accounts.of(ALICE).size();

        time.runUntil(Duration.ofNanos(time.nanoTime()).plusHours(5));

        assertThat(accounts.of(ALICE)).hasSizeGreaterThan(before + 10);
    }

    @SuppressWarnings("unchecked") // the cast is what hides the exception from the compiler
    private static <E extends Throwable> void sneak(Throwable e) throws E {
        throw (E) e;
    }
}
