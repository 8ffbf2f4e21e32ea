package io.okxconnect.error;

import java.time.Duration;
import java.util.Objects;

/**
 * Too many calls, and this one had no effect: OKX refused it at the door (50011, 50040, 50061, 58102, HTTP 429), or it was held
 * back because one of OKX's limits was used up for longer than the call may take.
 */
public final class RateLimitedException extends ExchangeException {
    private static final long serialVersionUID = 1L;

    /** How long to wait. */
    private final Duration retryAfter;

    /**
     * Creates the refusal.
     *
     * @param error its facts
     * @param retryAfter how long to wait before the next try
     */
    public RateLimitedException(ExchangeError error, Duration retryAfter) {
        super(error);
        this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
    }

    /**
     * Whether the call was sent.
     *
     * @return true if OKX refused it; false if it was held back
     */
    public boolean wasSent() {
        return httpStatus() != ExchangeError.NOT_SENT;
    }

    /**
     * How long to wait before the next try.
     *
     * @return OKX's own figure where it gives one (at most 30 s), else the 2 s window that most of its limits use; for a call
     *     that was held back, until its turn would come
     */
    public Duration retryAfter() {
        return retryAfter;
    }
}
