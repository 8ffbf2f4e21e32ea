package io.okxconnect.error;

import java.util.Objects;

/**
 * What one of OKX's codes means: a row of the {@link ErrorCatalogue}.
 *
 * @param code OKX's code without sub-code
 * @param kind the kind of refusal
 * @param retryAdvice what a repeat of a read would do; a write whose outcome is unknown is always {@link RetryAdvice#ASK}
 * @param writeOutcome what is known about the effect of a write refused with this code
 * @param actionBy who has to act
 * @param problem what happened, one sentence
 * @param nextStep what to do now
 */
public record ErrorMeaning(
        String code,
        ErrorKind kind,
        RetryAdvice retryAdvice,
        Outcome writeOutcome,
        ActionBy actionBy,
        String problem,
        String nextStep) {

    /**
     * Checks that no part is null.
     *
     * @param code OKX's code
     * @param kind the kind of refusal
     * @param retryAdvice what a repeat of a read would do
     * @param writeOutcome what is known about the effect of a write
     * @param actionBy who has to act
     * @param problem what happened
     * @param nextStep what to do now
     */
    public ErrorMeaning {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(retryAdvice, "retryAdvice");
        Objects.requireNonNull(writeOutcome, "writeOutcome");
        Objects.requireNonNull(actionBy, "actionBy");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(nextStep, "nextStep");
    }
}
