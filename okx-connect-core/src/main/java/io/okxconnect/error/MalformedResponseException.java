package io.okxconnect.error;

import java.util.Objects;

/**
 * An answer that cannot be read: not JSON, over a limit, or without what OKX documents for it. The body is not part of the
 * failure.
 */
public final class MalformedResponseException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /** Method and path without query. */
    private final String endpoint;
    /** HTTP status of the answer. */
    private final int httpStatus;
    /** What was expected, in our own words. */
    private final String expected;

    /**
     * Creates the failure.
     *
     * @param endpoint method and path without query
     * @param httpStatus the HTTP status of the answer
     * @param expected what was expected where, in our own words
     * @param outcome {@link Outcome#UNKNOWN} for a write
     */
    public MalformedResponseException(String endpoint, int httpStatus, String expected, Outcome outcome) {
        super(
                "The answer to " + endpoint + " (HTTP " + httpStatus + ") cannot be read: expected " + expected + ".",
                outcome == Outcome.UNKNOWN
                        ? "Look at the account before doing it again; if it stays so, report it to okx-connect."
                        : "Repeat the call; if it stays so, check proxies in between and report it to okx-connect.",
                outcome == Outcome.UNKNOWN ? RetryAdvice.ASK : RetryAdvice.WAIT,
                outcome,
                null);
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.httpStatus = httpStatus;
        this.expected = Objects.requireNonNull(expected, "expected");
    }

    /**
     * Which call it was.
     *
     * @return method and path without query
     */
    public String endpoint() {
        return endpoint;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status code
     */
    public int httpStatus() {
        return httpStatus;
    }

    /**
     * What was expected.
     *
     * @return our own words, never the body's
     */
    public String expected() {
        return expected;
    }
}
