package io.okxconnect.error;

/** Something in front of OKX answered in its place, without OKX's envelope: its edge network, a proxy, a login page. */
public final class EdgeRefusedException extends TransportException {
    private static final long serialVersionUID = 1L;

    /** HTTP status of the answer. */
    private final int httpStatus;

    /**
     * Creates the failure.
     *
     * @param problem what happened, one sentence
     * @param nextStep what to do now, one sentence
     * @param retryAdvice what a repeat would do
     * @param phase how far the answer was looked at
     * @param httpStatus the HTTP status of the answer
     */
    public EdgeRefusedException(
            String problem, String nextStep, RetryAdvice retryAdvice, TransportPhase phase, int httpStatus) {
        super(problem, nextStep, retryAdvice, phase, true);
        this.httpStatus = httpStatus;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status code, for example 403
     */
    public int httpStatus() {
        return httpStatus;
    }
}
