package io.okxconnect;

import io.okxconnect.internal.call.CallSeams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Time that passes only when every thread it made waits for it: then it jumps to the next moment at which one of them wakes. A
 * virtual day takes as long as the work done in it. Threads not made here see the time stand still.
 */
final class VirtualTime {
    static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Map<Thread, Sleeper> sleepers = new HashMap<>();
    private final PriorityQueue<Sleeper> order = new PriorityQueue<>(
            Comparator.<Sleeper>comparingLong(each -> each.wakesAt).thenComparingLong(each -> each.number));
    private final Random random;
    private int live;
    private int mostLive;
    private int running;
    private long wakeUps;
    private long end;
    private volatile long nanos;

    VirtualTime(long seed) {
        this.random = new Random(seed);
    }

    /** A thread's wait. */
    private static final class Sleeper {
        final long number;
        final Condition woken;
        long wakesAt;
        boolean awake;
        boolean parks;
        boolean permit;

        Sleeper(long number, Condition woken) {
            this.number = number;
            this.woken = woken;
        }
    }

    long nanoTime() {
        return nanos;
    }

    Instant instant() {
        return START.plusNanos(nanos);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return VirtualTime.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    double random() {
        synchronized (random) {
            return random.nextDouble();
        }
    }

    CallSeams callSeams() {
        return new CallSeams(clock(), this::nanoTime, this::sleep, this::random);
    }

    MonitorSeams monitorSeams(Duration closeLimit) {
        MonitorSeams.Parking parking = new MonitorSeams.Parking() {
            @Override
            public void park(long nanos) {
                VirtualTime.this.park(nanos);
            }

            @Override
            public void unpark(Thread thread) {
                VirtualTime.this.unpark(thread);
            }
        };
        return new MonitorSeams(this::nanoTime, this::random, parking, this::newThread, closeLimit);
    }

    /** Lets the time pass up to a moment; returns when every thread waits for a later one. */
    void runUntil(Duration sinceStart) throws InterruptedException {
        lock.lock();
        try {
            end = sinceStart.toNanos();
            advanceIfAllWait();
            while (running > 0 || nanos < end) {
                arrived.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The time jumps although nobody's time has come, as it does for a process that was stopped. */
    void jump(Duration duration) {
        lock.lock();
        try {
            nanos += duration.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** The most threads that lived at the same time. */
    int mostThreads() {
        lock.lock();
        try {
            return mostLive;
        } finally {
            lock.unlock();
        }
    }

    /** How often a thread was woken: what waiting costs. */
    long wakeUps() {
        lock.lock();
        try {
            return wakeUps;
        } finally {
            lock.unlock();
        }
    }

    /** All threads made so far. */
    List<Thread> threads() {
        lock.lock();
        try {
            return List.copyOf(sleepers.keySet());
        } finally {
            lock.unlock();
        }
    }

    private Thread newThread(Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } finally {
                ended();
            }
        });
        thread.setDaemon(true);
        lock.lock();
        try {
            running++;
            live++;
            mostLive = Math.max(mostLive, live);
            sleepers.put(thread, new Sleeper(sleepers.size(), lock.newCondition()));
        } finally {
            lock.unlock();
        }
        return thread;
    }

    private void ended() {
        lock.lock();
        try {
            running--;
            live--;
            advanceIfAllWait();
        } finally {
            lock.unlock();
        }
    }

    /** Waits; a thread that was not made here passes at once. */
    void sleep(Duration duration) {
        lock.lock();
        try {
            Sleeper me = sleepers.get(Thread.currentThread());
            if (me != null && !duration.isNegative() && !duration.isZero()) {
                await(me, duration.toNanos());
            }
        } finally {
            lock.unlock();
        }
    }

    private void park(long duration) {
        lock.lock();
        try {
            Sleeper me = sleepers.get(Thread.currentThread());
            me.parks = true;
            if (!me.permit && duration > 0) {
                await(me, duration);
            }
            me.parks = false;
            me.permit = false;
        } finally {
            lock.unlock();
        }
    }

    private void unpark(Thread thread) {
        lock.lock();
        try {
            Sleeper other = sleepers.get(thread);
            other.permit = true;
            if (other.parks && order.remove(other)) {
                wake(other);
            }
        } finally {
            lock.unlock();
        }
    }

    private void await(Sleeper me, long duration) {
        me.wakesAt = duration > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : nanos + duration;
        me.awake = false;
        order.add(me);
        running--;
        advanceIfAllWait();
        while (!me.awake) {
            me.woken.awaitUninterruptibly();
        }
    }

    private void advanceIfAllWait() {
        if (running > 0) {
            return;
        }
        Sleeper next = order.peek();
        if (next == null || next.wakesAt > end) {
            nanos = Math.max(nanos, end);
            arrived.signalAll();
        } else {
            order.remove();
            nanos = Math.max(nanos, next.wakesAt);
            wake(next);
        }
    }

    private void wake(Sleeper sleeper) {
        sleeper.awake = true;
        running++;
        wakeUps++;
        sleeper.woken.signal();
    }
}
