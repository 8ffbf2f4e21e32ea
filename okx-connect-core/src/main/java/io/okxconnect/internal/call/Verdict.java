package io.okxconnect.internal.call;

import io.okxconnect.error.ErrorKind;
import io.okxconnect.error.ErrorMeaning;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;

/** How a refusal is taken: as the catalogue has it, or as a guess that errs on the safe side. */
record Verdict(ErrorKind kind, RetryAdvice retryAdvice, Outcome writeOutcome, String problem, String nextStep) {

    static Verdict of(ErrorMeaning meaning) {
        return new Verdict(
                meaning.kind(), meaning.retryAdvice(), meaning.writeOutcome(), meaning.problem(), meaning.nextStep());
    }
}
