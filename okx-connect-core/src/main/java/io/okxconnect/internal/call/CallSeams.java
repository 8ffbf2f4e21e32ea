package io.okxconnect.internal.call;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Everything the pipeline takes from the outside world besides the network.
 *
 * @param clock this machine's wall clock
 * @param nanoTime monotonic time in nanoseconds, for deadlines and round trips
 * @param sleeper waits between repeats
 * @param random numbers from 0 to 1, for jitter; called by many threads
 */
public record CallSeams(Clock clock, LongSupplier nanoTime, Sleeper sleeper, DoubleSupplier random) {

    /** Checks that no part is null. */
    public CallSeams {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(nanoTime, "nanoTime");
        Objects.requireNonNull(sleeper, "sleeper");
        Objects.requireNonNull(random, "random");
    }

    /**
     * The real ones around a wall clock.
     *
     * @param clock the wall clock
     * @return that clock, {@code System.nanoTime}, sleeping threads
     */
    public static CallSeams system(Clock clock) {
        SecureRandom random = new SecureRandom();
        return new CallSeams(
                clock,
                System::nanoTime,
                duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()),
                random::nextDouble);
    }
}
