package io.okxconnect.error;

/** What is known about the effect of a call that failed. */
public enum Outcome {
    /** The request had no effect at OKX: it was not sent, or OKX refused it. */
    NOT_DONE,
    /** The request may have arrived. A write with this outcome must never be repeated blindly; a read has no effect either way. */
    UNKNOWN
}
