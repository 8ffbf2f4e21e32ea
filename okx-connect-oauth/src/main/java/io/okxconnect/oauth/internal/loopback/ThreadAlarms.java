package io.okxconnect.oauth.internal.loopback;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Alarms on one daemon thread and monotonic time. Once closed, an alarm rings at once. */
public final class ThreadAlarms implements Alarms {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "okx-connect-loopback-alarms");
        thread.setDaemon(true);
        return thread;
    });

    public ThreadAlarms() {
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Alarm schedule(Duration delay, Runnable ring) {
        try {
            Future<?> scheduled = executor.schedule(ring, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException closed) {
            ring.run();
            return () -> {};
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
