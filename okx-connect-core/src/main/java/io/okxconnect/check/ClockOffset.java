package io.okxconnect.check;

import io.okxconnect.error.InvalidArgumentException;
import java.time.Duration;
import java.util.Objects;

/**
 * How far this machine's clock is off OKX's.
 *
 * @param offset OKX's time minus this machine's: positive if this machine is behind
 * @param uncertainty half the round trip of the measurement, not negative
 */
public record ClockOffset(Duration offset, Duration uncertainty) {
    /**
     * Checks the parts.
     *
     * @param offset OKX's time minus this machine's
     * @param uncertainty half the round trip of the measurement
     * @throws InvalidArgumentException if the uncertainty is negative
     */
    public ClockOffset {
        Objects.requireNonNull(offset, "offset");
        if (Objects.requireNonNull(uncertainty, "uncertainty").isNegative()) {
            throw new InvalidArgumentException("uncertainty", "must not be negative", "Pass half the round trip.");
        }
    }

    /**
     * How far the clock is off at the very least, whatever its direction.
     *
     * @return the size of the offset less its uncertainty, not negative
     */
    public Duration atLeast() {
        Duration certain = offset.abs().minus(uncertainty);
        return certain.isNegative() ? Duration.ZERO : certain;
    }
}
