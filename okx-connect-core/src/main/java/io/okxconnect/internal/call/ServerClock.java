package io.okxconnect.internal.call;

import io.okxconnect.error.OkxConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * OKX's clock as seen from here: this machine's clock plus a measured offset. One per site. Until the first measurement the
 * offset is zero. Safe for use by many threads; while one measures, the others that need it wait for its result.
 */
public final class ServerClock {
    private static final int SAMPLES = 3;
    /** Wall and monotonic clock drifting apart by more means that the wall clock was set, or that the machine slept. */
    private static final Duration MAX_DRIFT = Duration.ofMillis(500);

    /** After a failed measurement the known offset is used for this long, unless OKX refuses it. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final CallSeams seams;
    private final Function<Deadline, Supplier<Instant>> timeReading;
    private final ReentrantLock measuring = new ReentrantLock();
    private volatile @Nullable Measurement last;
    /** Monotonic time of the failed measurement, if the last one failed. */
    private volatile @Nullable Long failedAt;

    private record Measurement(ClockSkew skew, Instant wall, long nanos, long number) {}

    /** What the function gives is ready to be sent: only its sending counts as the round trip. */
    ServerClock(CallSeams seams, Function<Deadline, Supplier<Instant>> timeReading) {
        this.seams = seams;
        this.timeReading = timeReading;
    }

    /**
     * The time to sign with.
     *
     * @return OKX's time, as far as it is known
     */
    public Instant now() {
        Measurement known = last;
        Instant wall = seams.clock().instant();
        return known == null ? wall : wall.plus(known.skew().offset());
    }

    /**
     * The last measured difference.
     *
     * @return empty before the first measurement
     */
    public Optional<ClockSkew> skew() {
        return Optional.ofNullable(last).map(Measurement::skew);
    }

    /**
     * Measures the difference: three unsigned {@code GET /api/v5/public/time}, of which the one with the shortest round trip
     * counts.
     *
     * @param limit of the whole measurement
     * @return the new difference
     * @throws OkxConnectException if no sample came back
     */
    public ClockSkew synchronise(Duration limit) {
        return synchronise(Deadline.in(limit, seams.nanoTime()), measurements());
    }

    /** How many measurements there were; passing it to {@link #synchronise} shares the work of threads that failed together. */
    long measurements() {
        Measurement known = last;
        return known == null ? 0 : known.number();
    }

    /**
     * Whether the last measurement may not hold any more.
     *
     * @return true if this machine's clock was set, or the machine slept, since
     */
    public boolean isSuspect() {
        Measurement known = last;
        if (known == null) {
            return false;
        }
        Duration byWall = Duration.between(known.wall(), seams.clock().instant());
        Duration byMonotonic = Duration.ofNanos(seams.nanoTime().getAsLong() - known.nanos());
        return byWall.minus(byMonotonic).abs().compareTo(MAX_DRIFT) > 0;
    }

    /** Whether to measure before the next signed call: the clock is suspect, and measuring did not fail just now. */
    boolean needsMeasurement() {
        Long failed = failedAt;
        boolean pausing = failed != null && seams.nanoTime().getAsLong() - failed < PAUSE_AFTER_FAILURE.toNanos();
        return !pausing && isSuspect();
    }

    /** Measures, unless another thread did since the caller saw that many measurements. */
    ClockSkew synchronise(Deadline deadline, long seen) {
        boolean locked;
        try {
            locked = measuring.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailures.interrupted("GET /api/v5/public/time");
        }
        if (!locked) {
            throw CallFailures.noTimeLeft(deadline);
        }
        boolean measured = false;
        try {
            Measurement known = last;
            if (known != null && known.number() > seen) {
                measured = true;
                return known.skew();
            }
            ClockSkew skew = best(deadline);
            last = new Measurement(
                    skew, seams.clock().instant(), seams.nanoTime().getAsLong(), seen + 1);
            measured = true;
            return skew;
        } finally {
            failedAt = measured ? null : (Long) seams.nanoTime().getAsLong();
            measuring.unlock();
        }
    }

    private ClockSkew best(Deadline deadline) {
        @Nullable ClockSkew best = null;
        @Nullable OkxConnectException failure = null;
        for (int i = 0; i < SAMPLES; i++) {
            try {
                ClockSkew sample = sample(deadline);
                if (best == null || sample.uncertainty().compareTo(best.uncertainty()) < 0) {
                    best = sample;
                }
            } catch (OkxConnectException e) {
                // The first one met the trouble itself; later ones may only have run out of time.
                failure = failure == null ? e : failure;
            }
        }
        if (best != null) {
            return best;
        }
        throw failure == null ? CallFailures.noTimeLeft(deadline) : failure;
    }

    private ClockSkew sample(Deadline deadline) {
        Supplier<Instant> reading = timeReading.apply(deadline);
        Instant wallBefore = seams.clock().instant();
        long before = seams.nanoTime().getAsLong();
        Instant server = reading.get();
        Duration half = Duration.ofNanos((seams.nanoTime().getAsLong() - before) / 2);
        return new ClockSkew(Duration.between(wallBefore.plus(half), server), half, server.plus(half));
    }
}
