package io.okxconnect.error;

import java.util.Objects;

/** The request did not get through, or its answer did not come back: network, TLS, proxy or an edge server. */
public class TransportException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /** How far the request had come. */
    private final TransportPhase phase;
    /** Whether a byte may have left. */
    private final boolean requestMayHaveBeenSent;

    /**
     * Creates a failure. The failure below is named by its class only, since its message may hold a host's or proxy's text.
     *
     * @param problem what happened, one sentence
     * @param nextStep what to do now, one sentence
     * @param retryAdvice what a repeat would do
     * @param phase how far the request had come
     * @param requestMayHaveBeenSent whether at least one byte of the request may have left
     */
    public TransportException(
            String problem,
            String nextStep,
            RetryAdvice retryAdvice,
            TransportPhase phase,
            boolean requestMayHaveBeenSent) {
        super(problem, nextStep, retryAdvice, requestMayHaveBeenSent ? Outcome.UNKNOWN : Outcome.NOT_DONE, null);
        this.phase = Objects.requireNonNull(phase, "phase");
        this.requestMayHaveBeenSent = requestMayHaveBeenSent;
    }

    /**
     * How far the request had come.
     *
     * @return the phase
     */
    public final TransportPhase phase() {
        return phase;
    }

    /**
     * Whether at least one byte of the request may have left this machine.
     *
     * @return false only if it is certain that nothing was sent
     */
    public final boolean requestMayHaveBeenSent() {
        return requestMayHaveBeenSent;
    }
}
