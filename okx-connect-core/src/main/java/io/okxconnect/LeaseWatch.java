package io.okxconnect;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a lease that another process works under from one whose owner has died. It goes by how long this process has seen the
 * same lease, so machines need not agree about the time. Not safe for use by many threads.
 */
final class LeaseWatch {
    private final LongSupplier nanoTime;
    private final Duration longest;
    private @Nullable String seen;
    private long since;

    LeaseWatch(LongSupplier nanoTime, Duration longest) {
        this.nanoTime = nanoTime;
        this.longest = longest;
    }

    /** Whether a lease, looked at now, has been there for too long for its owner to be alive. */
    boolean isAbandoned(String lease) {
        long now = nanoTime.getAsLong();
        if (!lease.equals(seen)) {
            seen = lease;
            since = now;
            return false;
        }
        return now - since >= longest.toNanos();
    }
}
