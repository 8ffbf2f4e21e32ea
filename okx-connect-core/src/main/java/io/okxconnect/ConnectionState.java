package io.okxconnect;

/** One word for how a connected account is doing. Later versions may add words: treat an unknown one as "look closer". */
public enum ConnectionState {
    /** OKX accepts the key and the account is set up as the app requires. */
    CONNECTED,
    /** The key is fine; the account's set-up is not what the app requires. */
    SETUP_REQUIRED,
    /** The key may not do what the app requires, or what it may do is unknown. */
    INCORRECT_PERMISSIONS,
    /** The key may withdraw money, which the app does not accept. */
    WITHDRAWAL_ENABLED,
    /** OKX does not accept the key any more. */
    INVALID,
    /** The last look failed for a reason that passes: network, maintenance, rate limit. */
    TEMPORARY_ISSUE,
    /** This connection has ended: the account was disconnected or connected anew, or the connector was closed. */
    DISCONNECTED,
    /** Stored, but not looked at since this connector was built. */
    UNCHECKED;

    /**
     * Whether the app can work with the account.
     *
     * @return true for {@link #CONNECTED} alone
     */
    public boolean isUsable() {
        return this == CONNECTED;
    }
}
