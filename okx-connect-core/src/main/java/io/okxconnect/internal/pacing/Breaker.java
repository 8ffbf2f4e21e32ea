package io.okxconnect.internal.pacing;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Spares a host that fails: once at least 20 calls ended within 10 s and at least half of them failed, only one call in 5 s is
 * let through, until one succeeds. Times are monotonic nanoseconds. Safe for use by many threads.
 */
final class Breaker {
    private static final long SECOND = 1_000_000_000L;
    private static final int SECONDS = 10;
    private static final int LEAST_CALLS = 20;
    private static final long PROBE_EVERY = 5 * SECOND;

    private final ReentrantLock lock = new ReentrantLock();
    private final int[] calls = new int[SECONDS];
    private final int[] failures = new int[SECONDS];
    private long second = Long.MIN_VALUE;
    private boolean open;
    private long probeAt;

    /** How long until a call may go; 0 if it may now. */
    long admit(long now) {
        lock.lock();
        try {
            if (!open) {
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

    void ended(boolean failed, long now) {
        lock.lock();
        try {
            if (open) {
                if (!failed) {
                    open = false;
                    second = Long.MIN_VALUE;
                }
                return;
            }
            turnTo(Math.floorDiv(now, SECOND));
            int slot = Math.floorMod(second, SECONDS);
            calls[slot]++;
            if (failed) {
                failures[slot]++;
                openIfBad(now);
            }
        } finally {
            lock.unlock();
        }
    }

    private void openIfBad(long now) {
        int all = 0;
        int bad = 0;
        for (int i = 0; i < SECONDS; i++) {
            all += calls[i];
            bad += failures[i];
        }
        if (all >= LEAST_CALLS && 2 * bad >= all) {
            open = true;
            probeAt = now + PROBE_EVERY;
        }
    }

    /** Clears what is older than ten seconds. */
    private void turnTo(long current) {
        long stale = second == Long.MIN_VALUE ? SECONDS : Math.min(SECONDS, Math.max(0, current - second));
        for (long i = 0; i < stale; i++) {
            int slot = Math.floorMod(current - i, SECONDS);
            calls[slot] = 0;
            failures[slot] = 0;
        }
        second = stale > 0 ? current : second;
    }
}
