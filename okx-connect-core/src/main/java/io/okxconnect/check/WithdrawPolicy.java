package io.okxconnect.check;

/** What to do with a key that may withdraw. A trading app never needs that permission. */
public enum WithdrawPolicy {
    /** Such a key is refused and never stored. The default. */
    REFUSE,
    /** Such a key is accepted with a warning. */
    WARN,
    /** Such a key is accepted; the permission is only mentioned. */
    ALLOW
}
