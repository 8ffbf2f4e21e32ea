package io.okxconnect.error;

import java.time.Duration;
import java.util.Objects;

/** Too many calls (50011, 50040, 50061, 58102, HTTP 429): OKX refused this one at the door, it had no effect. */
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
     * How long to wait before the next try.
     *
     * @return OKX's own figure where it gives one (at most 30 s), else the 2 s window that most of its limits use
     */
    public Duration retryAfter() {
        return retryAfter;
    }
}
