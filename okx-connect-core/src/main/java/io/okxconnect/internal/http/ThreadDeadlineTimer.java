package io.okxconnect.internal.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The real timer: one daemon thread for all calls, which only ever closes sockets and cancels waits. */
final class ThreadDeadlineTimer implements DeadlineTimer {
    private final ScheduledThreadPoolExecutor thread;

    ThreadDeadlineTimer() {
        thread = new ScheduledThreadPoolExecutor(1, action -> {
            Thread timer = new Thread(action, "okx-connect-deadlines");
            timer.setDaemon(true);
            return timer;
        });
        // Almost every alarm is cancelled, and would otherwise stay in the queue until its time.
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Alarm schedule(Duration delay, Runnable action) {
        Future<?> scheduled = thread.schedule(action, delay.toNanos(), NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
