package io.okxconnect.internal.call;

import java.time.Duration;

/** Waits. A seam, so that no test has to. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Blocks the calling thread.
     *
     * @param duration how long
     * @throws InterruptedException if the thread was interrupted
     */
    void sleep(Duration duration) throws InterruptedException;
}
