package io.okxconnect.error;

import java.util.Objects;

/**
 * The facts of a refusal by OKX, as every {@link ExchangeException} carries them.
 *
 * @param code OKX's code without its sub-code, for example {@code 50111}; {@code ""} if the answer had none
 * @param subCode the part after {@code _} or the row's {@code subCode}; {@code ""} if none
 * @param endpoint method and path without query, for example {@code GET /api/v5/account/config}
 * @param httpStatus HTTP status of the answer; {@link #NOT_SENT} for a call that was held back
 * @param serverMessage OKX's own text, cut to 300 characters, control characters and anything key-like masked; {@code ""} if none.
 *     It is not part of the exception's message; texts drift, so decide by {@code code}
 * @param problem what happened, in our words
 * @param nextStep what to do now
 * @param retryAdvice what a repeat would do
 * @param outcome whether the request may have taken effect
 */
public record ExchangeError(
        String code,
        String subCode,
        String endpoint,
        int httpStatus,
        String serverMessage,
        String problem,
        String nextStep,
        RetryAdvice retryAdvice,
        Outcome outcome) {

    /** In place of an HTTP status: the call was held back here and never sent. */
    public static final int NOT_SENT = 0;

    /**
     * Checks that no part is null.
     *
     * @param code OKX's code
     * @param subCode its sub-code
     * @param endpoint method and path
     * @param httpStatus HTTP status
     * @param serverMessage OKX's own text, already masked
     * @param problem what happened
     * @param nextStep what to do now
     * @param retryAdvice what a repeat would do
     * @param outcome whether the request may have taken effect
     */
    public ExchangeError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(subCode, "subCode");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(serverMessage, "serverMessage");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(nextStep, "nextStep");
        Objects.requireNonNull(retryAdvice, "retryAdvice");
        Objects.requireNonNull(outcome, "outcome");
    }

    /**
     * The same refusal with other advice.
     *
     * @param nextStep what to do now
     * @return a changed copy
     */
    public ExchangeError withNextStep(String nextStep) {
        return new ExchangeError(
                code, subCode, endpoint, httpStatus, serverMessage, problem, nextStep, retryAdvice, outcome);
    }

    /** {@return code, endpoint, status and outcome; not the server's text, which may hold identifiers} */
    @Override
    public String toString() {
        return "ExchangeError[code " + (code.isEmpty() ? "none" : code) + ", " + endpoint + ", HTTP " + httpStatus
                + ", " + retryAdvice + ", " + outcome + "]";
    }
}
