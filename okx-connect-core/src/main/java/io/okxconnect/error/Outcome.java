package io.okxconnect.error;

/** What is known about the effect of a call that failed. */
public enum Outcome {
    /** The request had no effect at OKX: it was not sent, or OKX refused it. */
    NOT_DONE,
    /** The request may have taken effect. A write with this outcome must never be repeated blindly. */
    UNKNOWN
}
