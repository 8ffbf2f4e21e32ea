package io.okxconnect.oauth.internal.loopback;

import java.time.Duration;

/** Runs something when a time has passed: the seam that tests turn by hand. */
public interface Alarms extends AutoCloseable {
    /** An alarm that is set. */
    interface Alarm {
        /** Takes the alarm back, if it has not rung. */
        void cancel();
    }

    Alarm schedule(Duration delay, Runnable ring);

    @Override
    void close();
}
