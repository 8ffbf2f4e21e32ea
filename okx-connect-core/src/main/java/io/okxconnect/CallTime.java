package io.okxconnect;

import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.internal.call.Sleeper;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** The time of a call, of which waiting for tokens takes a part. For one call, in one thread. */
final class CallTime {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Duration limit;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final long start;
    private Duration next = FIRST_PAUSE;

    CallTime(Duration limit, LongSupplier nanoTime, Sleeper sleeper) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.start = nanoTime.getAsLong();
    }

    /** Takes a lock while there is time; whoever is given it unlocks it. */
    void lock(ReentrantLock lock) {
        try {
            if (!lock.tryLock(nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw new TransportTimeoutException(TransportPhase.POOL, limit, false);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Waits a little, a little longer each time. */
    void pause() {
        if (next.toNanos() > nanosLeft()) {
            throw new TransportTimeoutException(TransportPhase.POOL, limit, false);
        }
        try {
            sleeper.sleep(next);
        } catch (InterruptedException e) {
            throw interrupted();
        }
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /**
     * The time that is left for the call itself.
     *
     * @throws TransportTimeoutException if there is none: an order must not leave after its caller has stopped to expect it
     */
    Duration left() {
        long nanos = nanosLeft();
        if (nanos <= 0) {
            throw new TransportTimeoutException(TransportPhase.POOL, limit, false);
        }
        return Duration.ofNanos(nanos);
    }

    private long nanosLeft() {
        return limit.toNanos() - (nanoTime.getAsLong() - start);
    }

    private static TransportException interrupted() {
        Thread.currentThread().interrupt();
        return new TransportException(
                "The thread was interrupted while it waited for renewed tokens; nothing was sent.",
                "Repeat the call if it is still wanted.",
                RetryAdvice.WAIT,
                TransportPhase.POOL,
                false);
    }
}
