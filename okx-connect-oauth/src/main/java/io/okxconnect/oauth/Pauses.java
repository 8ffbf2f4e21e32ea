package io.okxconnect.oauth;

import java.time.Duration;

/** Waits between two tries of a call. */
@FunctionalInterface
interface Pauses {
    Pauses REAL = duration -> Thread.sleep(duration.toMillis());

    void pause(Duration duration) throws InterruptedException;
}
