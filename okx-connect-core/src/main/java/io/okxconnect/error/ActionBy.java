package io.okxconnect.error;

/** Who has to act after a refusal. */
public enum ActionBy {
    /** The user of the account, at OKX or with another key. */
    USER,
    /** The app or its developer. */
    APP,
    /** OKX, whom the user or the app has to ask. */
    OKX,
    /** Nobody: it passes by itself. */
    NOBODY
}
