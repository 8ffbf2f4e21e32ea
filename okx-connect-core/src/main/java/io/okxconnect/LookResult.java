package io.okxconnect;

/** What a look at an account means for the next one. */
enum LookResult {
    /** OKX answered. */
    ANSWERED,
    /** The look failed for a reason that passes. */
    FAILED_FOR_NOW,
    /** The look failed, and will until the user does something. */
    REFUSED,
    /** There is nothing to look at any more. */
    GONE
}
