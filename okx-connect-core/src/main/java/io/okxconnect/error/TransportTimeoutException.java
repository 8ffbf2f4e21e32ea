package io.okxconnect.error;

import java.time.Duration;
import java.util.Objects;

/** The deadline of the whole call passed, or the shorter limit of one of its phases. */
public final class TransportTimeoutException extends TransportException {
    private static final long serialVersionUID = 1L;

    /** The limit that was passed. */
    private final Duration limit;

    /**
     * Creates the failure.
     *
     * @param phase how far the request had come
     * @param limit the limit that was passed
     * @param requestMayHaveBeenSent whether at least one byte of the request may have left
     */
    public TransportTimeoutException(TransportPhase phase, Duration limit, boolean requestMayHaveBeenSent) {
        super(
                "The call took longer than its limit of " + limit.toMillis() + " ms (phase " + phase + ").",
                requestMayHaveBeenSent
                        ? "A read can be repeated; after a write, look at the account before doing it again."
                        : "Check the network and OKX's status page, then repeat the call.",
                requestMayHaveBeenSent ? RetryAdvice.ASK : RetryAdvice.WAIT,
                phase,
                requestMayHaveBeenSent);
        this.limit = Objects.requireNonNull(limit, "limit");
    }

    /**
     * The limit that was passed.
     *
     * @return the limit
     */
    public Duration limit() {
        return limit;
    }
}
