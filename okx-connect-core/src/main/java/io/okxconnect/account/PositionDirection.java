package io.okxconnect.account;

/** Which way a position faces, worked out from its side, its sign and its currency. */
public enum PositionDirection {
    /** Gains when the price rises. */
    LONG,
    /** Gains when the price falls. */
    SHORT,
    /** The size is zero: nothing is open. */
    NONE,
    /** OKX's answer does not tell. */
    UNKNOWN
}
