package io.okxconnect.account;

/** What OKX says about one permission of a key. Three states, because silence is not a "no". */
public enum PermissionState {
    /** OKX lists the permission. */
    GRANTED,
    /** OKX lists permissions, and this one is not among them. */
    NOT_GRANTED,
    /** OKX gave no list: the key may or may not have the permission. */
    UNKNOWN
}
