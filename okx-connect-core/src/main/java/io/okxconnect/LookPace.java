package io.okxconnect;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long until the next look at an account: an interval; two, then four of them while looks keep failing for reasons that pass;
 * 24 once the key is refused; and never more than a day, so that no key dies of disuse. Each gap is up to a tenth shorter, at
 * random.
 */
final class LookPace {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int REFUSED_INTERVALS = 24;
    private static final int MOST_DOUBLINGS = 2;
    private static final double JITTER = 0.1;

    private final long interval;
    private final DoubleSupplier random;

    LookPace(Duration interval, DoubleSupplier random) {
        this.interval = interval.toNanos();
        this.random = random;
    }

    /** A random time within an interval: where accounts are spread out anew. */
    long anywhere() {
        return (long) (random.getAsDouble() * interval);
    }

    /** Nanoseconds to the next look, after so many looks in a row that failed for now. */
    long next(LookResult result, int failures) {
        long intervals = switch (result) {
            case ANSWERED, GONE -> 1;
            case FAILED_FOR_NOW -> 1L << Math.min(failures, MOST_DOUBLINGS);
            case REFUSED -> REFUSED_INTERVALS;
        };
        long gap = Math.max(interval, Math.min(intervals * interval, LONGEST.toNanos()));
        return (long) (gap * (1 - JITTER * random.getAsDouble()));
    }
}
