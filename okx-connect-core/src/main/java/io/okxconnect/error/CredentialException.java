package io.okxconnect.error;

import org.jspecify.annotations.Nullable;

/** A failure around a credential or its store, before any request was made with it. */
public abstract class CredentialException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a failure without effect at OKX.
     *
     * @param problem what happened, one sentence
     * @param nextStep what to do now, one sentence
     * @param retryAdvice what a repeat would do
     * @param cause the failure below, or null
     */
    protected CredentialException(String problem, String nextStep, RetryAdvice retryAdvice, @Nullable Throwable cause) {
        super(problem, nextStep, retryAdvice, Outcome.NOT_DONE, cause);
    }
}
