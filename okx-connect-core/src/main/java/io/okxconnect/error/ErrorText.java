package io.okxconnect.error;

import java.util.Objects;

/**
 * A refusal in words that a user understands, in one language.
 *
 * @param problem what happened, one sentence
 * @param nextStep what to do now
 */
public record ErrorText(String problem, String nextStep) {

    /**
     * Checks that no part is null.
     *
     * @param problem what happened
     * @param nextStep what to do now
     */
    public ErrorText {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(nextStep, "nextStep");
    }
}
