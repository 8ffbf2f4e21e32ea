package io.okxconnect.internal.pacing;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spares a host that fails: once at least 20 calls ended within 10 s and at least half of them failed, only one call in 5 s is
 * let through, until one succeeds. One account's trouble is not the host's: where several accounts call, three of them must
 * fail, or all if there are only two; and until three have failed, only those that did are held back. Times are monotonic
 * nanoseconds. Safe for use by many threads.
 */
final class Breaker {
    private static final long SECOND = 1_000_000_000L;
    private static final int SECONDS = 10;
    private static final int LEAST_CALLS = 20;
    private static final int ENOUGH_ACCOUNTS = 3;
    private static final long PROBE_EVERY = 5 * SECOND;

    private final ReentrantLock lock = new ReentrantLock();
    private final Tally[] tallies = Stream.generate(Tally::new).limit(SECONDS).toArray(Tally[]::new);
    private final Accounts heldBack = new Accounts();
    private long second = Long.MIN_VALUE;
    private boolean open;
    private long probeAt;

    /** How long until a call of this account may go; 0 if it may now. Null for a call without an account. */
    long admit(@Nullable String account, long now) {
        lock.lock();
        try {
            if (!open || isNotConcerned(account)) {
                return 0;
            }
            if (probeAt - now > 0) {
                return probeAt - now;
            }
            probeAt = now + PROBE_EVERY;
            return 0;
        } finally {
            lock.unlock();
        }
    }

    private boolean isNotConcerned(@Nullable String account) {
        return account != null && !heldBack.areEnough() && !heldBack.has(account);
    }

    void ended(@Nullable String account, boolean failed, long now) {
        lock.lock();
        try {
            if (!open) {
                turnTo(Math.floorDiv(now, SECOND));
                tallies[Math.floorMod(second, SECONDS)].count(account, failed);
                if (failed) {
                    openIfBad(now);
                }
            } else if (failed) {
                heldBack.add(account);
            } else {
                open = false;
                second = Long.MIN_VALUE;
            }
        } finally {
            lock.unlock();
        }
    }

    private void openIfBad(long now) {
        int all = 0;
        int bad = 0;
        Accounts callers = new Accounts();
        Accounts failing = new Accounts();
        for (Tally tally : tallies) {
            all += tally.calls;
            bad += tally.failures;
            callers.addAll(tally.callers);
            failing.addAll(tally.failing);
        }
        if (all >= LEAST_CALLS && 2 * bad >= all && failing.count() == callers.count()) {
            open = true;
            probeAt = now + PROBE_EVERY;
            heldBack.clear();
            heldBack.addAll(failing);
        }
    }

    /** Clears what is older than ten seconds. */
    private void turnTo(long current) {
        long stale = second == Long.MIN_VALUE ? SECONDS : Math.min(SECONDS, Math.max(0, current - second));
        for (long i = 0; i < stale; i++) {
            tallies[Math.floorMod(current - i, SECONDS)].clear();
        }
        second = stale > 0 ? current : second;
    }

    /** What ended within one second. */
    private static final class Tally {
        private final Accounts callers = new Accounts();
        private final Accounts failing = new Accounts();
        private int calls;
        private int failures;

        void count(@Nullable String account, boolean failed) {
            calls++;
            callers.add(account);
            if (failed) {
                failures++;
                failing.add(account);
            }
        }

        void clear() {
            calls = 0;
            failures = 0;
            callers.clear();
            failing.clear();
        }
    }

    /** Different accounts, of which no more than enough are kept. */
    private static final class Accounts {
        private final Set<String> names = new HashSet<>();

        void add(@Nullable String account) {
            if (account != null && !areEnough()) {
                names.add(account);
            }
        }

        void addAll(Accounts others) {
            others.names.forEach(this::add);
        }

        void clear() {
            names.clear();
        }

        boolean has(String account) {
            return names.contains(account);
        }

        boolean areEnough() {
            return names.size() >= ENOUGH_ACCOUNTS;
        }

        int count() {
            return names.size();
        }
    }
}
