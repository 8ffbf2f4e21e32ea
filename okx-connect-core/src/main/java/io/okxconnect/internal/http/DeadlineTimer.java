package io.okxconnect.internal.http;

import java.time.Duration;

/** The time of a transport: a monotonic clock, and alarms that end what takes too long. */
interface DeadlineTimer extends AutoCloseable {

    /** Monotonic time; only differences mean anything. */
    long nanoTime();

    /** Runs a short, non-blocking action once the delay has passed, unless it is cancelled before. */
    Alarm schedule(Duration delay, Runnable action);

    @Override
    void close();

    /** A scheduled action. */
    interface Alarm {
        /** Has no effect once the action has begun. */
        void cancel();
    }
}
