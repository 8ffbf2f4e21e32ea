package io.okxconnect.check;

/** How the application of one {@link Remedy} ended. */
public enum RemedyStatus {
    /** The setting was changed, and a fresh look at the account confirms it. */
    CHANGED,
    /** The setting already had the wanted value; nothing was sent. */
    ALREADY_SET,
    /** OKX did not change the setting: something has to be cleared first. */
    BLOCKED,
    /** OKX did not change the setting: it offers this on its web page or app only. */
    ONLY_ON_PAGE,
    /**
     * The request may have taken effect, and a fresh look at the account does not settle it. Check again before
     * anything else.
     */
    UNKNOWN,
    /** The call failed and the setting was not changed. */
    FAILED,
    /** Not tried: the remedy is not automatic, only the user can apply it. */
    LEFT_TO_USER,
    /** Not tried, because the one before failed or is unknown. */
    SKIPPED
}
