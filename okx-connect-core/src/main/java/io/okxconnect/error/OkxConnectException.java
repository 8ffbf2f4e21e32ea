package io.okxconnect.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Base of all failures that okx-connect reports: what happened, what to do next, and whether a repeat makes sense.
 *
 * <p>Messages never hold a secret, a request or response body, a header value or a URL query.
 */
public abstract class OkxConnectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    private final String problem;
    /** What to do now. */
    private final String nextStep;
    /** What a repeat would do. */
    private final RetryAdvice retryAdvice;
    /** What is known about the effect. */
    private final Outcome outcome;

    /**
     * Creates a failure.
     *
     * @param problem what happened, one sentence
     * @param nextStep what to do now, one sentence
     * @param retryAdvice what a repeat would do
     * @param outcome what is known about the effect
     * @param cause the failure below, or null; never one whose message may hold a secret
     */
    protected OkxConnectException(
            String problem, String nextStep, RetryAdvice retryAdvice, Outcome outcome, @Nullable Throwable cause) {
        super(problem + " Next step: " + nextStep, cause);
        this.problem = problem;
        this.nextStep = Objects.requireNonNull(nextStep, "nextStep");
        this.retryAdvice = Objects.requireNonNull(retryAdvice, "retryAdvice");
        this.outcome = Objects.requireNonNull(outcome, "outcome");
    }

    /**
     * What happened: the message without the next step.
     *
     * @return one sentence, never empty
     */
    public final String problem() {
        return problem;
    }

    /**
     * What to do now, as a sentence for the person who runs the app.
     *
     * @return the next step, never empty
     */
    public final String nextStep() {
        return nextStep;
    }

    /**
     * What repeating the call would do.
     *
     * @return the advice
     */
    public final RetryAdvice retryAdvice() {
        return retryAdvice;
    }

    /**
     * Whether waiting and repeating the same call can succeed with nothing else changed.
     *
     * @return true if and only if {@link #retryAdvice()} is {@link RetryAdvice#WAIT}
     */
    public final boolean isRetryable() {
        return retryAdvice == RetryAdvice.WAIT;
    }

    /**
     * What is known about the effect of the failed call.
     *
     * @return the outcome
     */
    public final Outcome outcome() {
        return outcome;
    }
}
