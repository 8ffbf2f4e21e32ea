package io.okxconnect.internal.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes only when a test says so. */
final class ManualTimer implements DeadlineTimer {
    private final List<Pending> pending = new ArrayList<>();
    private long now;

    private record Pending(long due, Runnable action) {}

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized Alarm schedule(Duration delay, Runnable action) {
        Pending alarm = new Pending(now + delay.toNanos(), action);
        pending.add(alarm);
        notifyAll();
        return () -> cancel(alarm);
    }

    private synchronized void cancel(Pending alarm) {
        pending.remove(alarm);
    }

    synchronized int waiting() {
        return pending.size();
    }

    /** Waits until so many alarms are set. */
    synchronized void awaitWaiting(int count) throws InterruptedException {
        while (pending.size() < count) {
            wait();
        }
    }

    void advance(Duration duration) {
        long until;
        synchronized (this) {
            until = now + duration.toNanos();
        }
        for (Optional<Pending> next = takeDue(until); next.isPresent(); next = takeDue(until)) {
            next.get().action().run();
        }
    }

    private synchronized Optional<Pending> takeDue(long until) {
        Optional<Pending> next =
                pending.stream().filter(alarm -> alarm.due() <= until).min(Comparator.comparingLong(Pending::due));
        next.ifPresentOrElse(
                alarm -> {
                    pending.remove(alarm);
                    now = Math.max(now, alarm.due());
                },
                () -> now = until);
        return next;
    }

    @Override
    public void close() {}
}
