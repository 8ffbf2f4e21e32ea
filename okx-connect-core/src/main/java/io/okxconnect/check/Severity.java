package io.okxconnect.check;

/** How much a {@link Finding} matters, the worst first. */
public enum Severity {
    /** The key must not be kept: connecting with it is refused and nothing is stored. */
    REFUSE,
    /** Something must be set up before the app can trade as required; the key itself is fine and may be kept. */
    ERROR,
    /** The account works, with a risk or a limit that the user should know. */
    WARNING,
    /** Worth knowing; nothing to do. */
    INFO
}
