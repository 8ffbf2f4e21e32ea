package io.okxconnect.internal.call;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of a whole call, by monotonic time. */
final class Deadline {
    private final LongSupplier nanoTime;
    private final Duration limit;
    private final long end;

    private Deadline(LongSupplier nanoTime, Duration limit) {
        this.nanoTime = nanoTime;
        this.limit = limit;
        this.end = nanoTime.getAsLong() + limit.toNanos();
    }

    static Deadline in(Duration limit, LongSupplier nanoTime) {
        return new Deadline(nanoTime, limit);
    }

    Duration limit() {
        return limit;
    }

    /** Zero or less once it has passed. */
    Duration remaining() {
        return Duration.ofNanos(end - nanoTime.getAsLong());
    }

    /** The end of a step within the call: a share of what is left, and no more than a limit. */
    Deadline part(int share, Duration limit) {
        Duration some = remaining().dividedBy(share);
        return in(some.compareTo(limit) < 0 ? some : limit, nanoTime);
    }

    boolean leavesTimeAfter(Duration wait) {
        return remaining().compareTo(wait) > 0;
    }
}
