package io.okxconnect.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How far this machine's clock is from OKX's.
 *
 * @param offset OKX's time minus ours: positive if our clock is slow
 * @param uncertainty how far the offset may be wrong: half the round trip of the measurement
 * @param measuredAt when it was measured, by OKX's clock
 */
public record ClockSkew(Duration offset, Duration uncertainty, Instant measuredAt) {

    /** Checks that no part is null. */
    public ClockSkew {
        Objects.requireNonNull(offset, "offset");
        Objects.requireNonNull(uncertainty, "uncertainty");
        Objects.requireNonNull(measuredAt, "measuredAt");
    }
}
