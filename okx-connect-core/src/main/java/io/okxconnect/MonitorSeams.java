package io.okxconnect;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What a monitor takes from the outside world.
 *
 * @param nanoTime monotonic time
 * @param random numbers from 0 to 1
 * @param parking how its threads wait
 * @param threads makes its threads
 * @param closeLimit how long closing waits for looks under way
 */
record MonitorSeams(
        LongSupplier nanoTime, DoubleSupplier random, Parking parking, ThreadFactory threads, Duration closeLimit) {

    /** How threads wait: as {@link LockSupport} does it, except in tests. */
    interface Parking {
        /** Lets the calling thread wait that long, or until it is woken, or for no reason shorter. */
        void park(long nanos);

        /** Wakes a thread, also one that is about to park. */
        void unpark(Thread thread);
    }

    static MonitorSeams system() {
        SecureRandom random = new SecureRandom();
        return new MonitorSeams(
                System::nanoTime, random::nextDouble, new SystemParking(), daemons(), Duration.ofSeconds(5));
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            // Without the thread-locals of whoever starts the monitor.
            Thread thread = new Thread(null, work, "okx-connect-monitor-" + number.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            return thread;
        };
    }

    private static final class SystemParking implements Parking {
        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(this, Math.min(nanos, TimeUnit.DAYS.toNanos(1)));
        }

        @Override
        public void unpark(Thread thread) {
            LockSupport.unpark(thread);
        }
    }
}
