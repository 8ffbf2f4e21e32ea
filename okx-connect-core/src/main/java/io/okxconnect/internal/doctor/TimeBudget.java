package io.okxconnect.internal.doctor;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of a whole examination, by monotonic time. */
final class TimeBudget {
    /** Less is not worth a look. */
    private static final Duration LEAST = Duration.ofMillis(50);

    private final LongSupplier nanoTime;
    private final long end;

    TimeBudget(Duration limit, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + limit.toNanos();
    }

    Duration remaining() {
        return Duration.ofNanos(end - nanoTime.getAsLong());
    }

    boolean isOver() {
        return remaining().compareTo(LEAST) < 0;
    }

    /** A part of what is left, the same for each of so many steps, so that a slow one leaves time for the rest. */
    TimeBudget share(int steps) {
        Duration part = remaining().dividedBy(Math.max(1, steps));
        return new TimeBudget(part.isNegative() ? Duration.ZERO : part, nanoTime);
    }
}
