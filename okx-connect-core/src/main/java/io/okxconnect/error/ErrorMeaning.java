package io.okxconnect.error;

import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one of OKX's codes means: a row of the {@link ErrorCatalogue}.
 *
 * @param code OKX's code without sub-code
 * @param kind the kind of refusal
 * @param retryAdvice what a repeat of a read would do; a write whose outcome is unknown is always {@link RetryAdvice#ASK}
 * @param writeOutcome what is known about the effect of a write refused with this code
 * @param actionBy who has to act
 * @param httpStatuses the HTTP statuses that OKX documents for the code or was seen to send it under, unmodifiable; empty if
 *     OKX's docs do not hold the code, and for codes of WebSocket connections. Decide by the code, never by the status
 * @param english what happened and what to do, in English
 * @param chinese the same in simplified Chinese
 */
public record ErrorMeaning(
        String code,
        ErrorKind kind,
        RetryAdvice retryAdvice,
        Outcome writeOutcome,
        ActionBy actionBy,
        SortedSet<Integer> httpStatuses,
        ErrorText english,
        ErrorText chinese) {

    /**
     * Checks that no part is null.
     *
     * @param code OKX's code
     * @param kind the kind of refusal
     * @param retryAdvice what a repeat of a read would do
     * @param writeOutcome what is known about the effect of a write
     * @param actionBy who has to act
     * @param httpStatuses the HTTP statuses it comes under; copied
     * @param english what happened and what to do, in English
     * @param chinese the same in simplified Chinese
     */
    public ErrorMeaning {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(retryAdvice, "retryAdvice");
        Objects.requireNonNull(writeOutcome, "writeOutcome");
        Objects.requireNonNull(actionBy, "actionBy");
        Objects.requireNonNull(httpStatuses, "httpStatuses");
        httpStatuses = Collections.unmodifiableSortedSet(new TreeSet<>(httpStatuses));
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
    }

    /**
     * What happened and what to do, in the language of a locale.
     *
     * @param locale whose language counts: every Chinese locale gets simplified Chinese, every other one English
     * @return the words
     */
    public ErrorText text(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
    }

    /**
     * What happened, in English.
     *
     * @return one sentence
     */
    public String problem() {
        return english.problem();
    }

    /**
     * What to do now, in English.
     *
     * @return the next step
     */
    public String nextStep() {
        return english.nextStep();
    }
}
