package io.okxconnect.internal.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The real timer: one daemon thread for all calls, which only ever closes sockets and cancels waits. It sleeps until the first
 * deadline that it knew of when it fell asleep, and is woken only for an earlier one. So an alarm that is set and cancelled, as
 * almost all are, costs two steps in a set and no switch of threads.
 */
final class ThreadDeadlineTimer implements DeadlineTimer {
    /** While the thread looks through the alarms, and may have passed the place of a new one. */
    private static final long LOOKING = Long.MAX_VALUE;

    private final long origin = System.nanoTime();
    private final Set<SetAlarm> alarms = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::watch, "okx-connect-deadlines");
    /** Nanoseconds since the origin. */
    private volatile long wakesAt = LOOKING;

    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closed;

    private final class SetAlarm implements Alarm {
        private final long due;
        private final Runnable action;

        private SetAlarm(long due, Runnable action) {
            this.due = due;
            this.action = action;
        }

        @Override
        public void cancel() {
            alarms.remove(this);
        }
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Alarm schedule(Duration delay, Runnable action) {
        SetAlarm alarm = new SetAlarm(sinceOrigin() + delay.toNanos(), action);
        alarms.add(alarm);
        if (!started.get() && started.compareAndSet(false, true)) {
            start();
        } else if (alarm.due < wakesAt) {
            LockSupport.unpark(thread);
        }
        return alarm;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void start() {
        thread.setDaemon(true);
        boolean running = false;
        try {
            thread.start();
            running = true;
        } finally {
            // Where no thread was to be had, this call fails, and the next one tries again.
            started.set(running);
        }
    }

    private long sinceOrigin() {
        return System.nanoTime() - origin;
    }

    private void watch() {
        while (!closed) {
            wakesAt = LOOKING;
            long next = look(sinceOrigin());
            wakesAt = next;
            LockSupport.parkNanos(this, next - sinceOrigin());
        }
    }

    /** Runs what is due, and finds when the next is. */
    private long look(long now) {
        long next = LOOKING - 1;
        for (Iterator<SetAlarm> all = alarms.iterator(); all.hasNext(); ) {
            SetAlarm alarm = all.next();
            if (alarm.due > now) {
                next = Math.min(next, alarm.due);
            } else {
                all.remove();
                run(alarm.action);
            }
        }
        return next;
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException ofOneCall) {
            // The thread goes on: the other calls have deadlines too.
        }
    }
}
