package io.okxconnect.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's own clock: everything in the sandbox that depends on time reads it. It follows the clock that the
 * sandbox was started with until it is set; moving it makes the clocks of all clients wrong by as much. In UTC. Safe
 * to use from several threads.
 */
public final class SandboxClock extends Clock {
    private final Clock base;
    private @Nullable Instant stoppedAt;
    private Duration offset = Duration.ZERO;

    SandboxClock(Clock base) {
        this.base = base;
    }

    /**
     * Stops the clock at a moment; from then on only {@link #advance} and this method move it.
     *
     * @param instant what the clock shows
     */
    public synchronized void stopAt(Instant instant) {
        stoppedAt = Objects.requireNonNull(instant, "instant");
        offset = Duration.ZERO;
    }

    /**
     * Moves the clock, running or stopped.
     *
     * @param duration how far; below zero moves it back
     */
    public synchronized void advance(Duration duration) {
        offset = offset.plus(Objects.requireNonNull(duration, "duration"));
    }

    /** Lets the clock follow the one it was started with again, without any offset. */
    public synchronized void reset() {
        stoppedAt = null;
        offset = Duration.ZERO;
    }

    @Override
    public synchronized Instant instant() {
        return (stoppedAt == null ? base.instant() : stoppedAt).plus(offset);
    }

    /**
     * The zone of this clock.
     *
     * @return always UTC
     */
    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /**
     * A clock that shows the same moments in another zone.
     *
     * @param zone the zone
     * @return a clock that follows this one
     */
    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, Objects.requireNonNull(zone, "zone"));
    }

    private static final class Zoned extends Clock {
        private final Clock source;
        private final ZoneId zone;

        private Zoned(Clock source, ZoneId zone) {
            this.source = source;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(source, other);
        }
    }
}
