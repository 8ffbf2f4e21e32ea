package io.okxconnect.check;

import io.okxconnect.error.InvalidArgumentException;
import java.time.Duration;
import java.util.Objects;

/**
 * How far this machine's clock is off OKX's.
 *
 * @param skew this machine's time minus OKX's: positive if this machine is ahead
 * @param uncertainty half the round trip of the measurement, not negative
 */
public record ClockSkew(Duration skew, Duration uncertainty) {
    /**
     * Checks the parts.
     *
     * @throws InvalidArgumentException if the uncertainty is negative
     */
    public ClockSkew {
        Objects.requireNonNull(skew, "skew");
        if (Objects.requireNonNull(uncertainty, "uncertainty").isNegative()) {
            throw new InvalidArgumentException("uncertainty", "must not be negative", "Pass half the round trip.");
        }
    }

    /**
     * How far the clock is off at the very least, whatever its direction.
     *
     * @return the size of the skew less its uncertainty, not negative
     */
    public Duration atLeast() {
        Duration certain = skew.abs().minus(uncertainty);
        return certain.isNegative() ? Duration.ZERO : certain;
    }
}
