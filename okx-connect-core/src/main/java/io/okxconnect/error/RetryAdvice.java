package io.okxconnect.error;

/** What repeating a failed call would do (the "retry" column of OKX's error tables, as okx-connect reads them). */
public enum RetryAdvice {
    /** The same request will fail again. */
    NO,
    /** The cause passes by itself: wait, then repeat. */
    WAIT,
    /** Something must be changed first, by the user or by the app; {@link OkxConnectException#nextStep()} says what. */
    FIX,
    /** The outcome is unknown: find out whether the request took effect before anything else. */
    ASK
}
