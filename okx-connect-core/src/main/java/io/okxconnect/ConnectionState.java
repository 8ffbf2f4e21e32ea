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
    /**
     * OKX will delete the key soon because it is not used: it is a live key that may trade and is bound to no IP
     * address, and by what is known here almost 14 days have passed since its last use. Any signed call uses it; a
     * successful {@link Connection#check()} ends this state. How soon is "soon" is set with {@link
     * ExchangeConnectorBuilder#expiresSoonWithin}.
     */
    EXPIRES_SOON,
    /** OKX does not know the key any more, and by what is known here it was not used for the 14 days until it is deleted. */
    EXPIRED,
    /** OKX does not accept the key any more, for example because it was deleted, or has blocked the account. */
    INVALID,
    /**
     * OKX does not accept any more what the user granted the app through OKX's consent page (Fast API or OAuth): the
     * user has to agree again.
     */
    REAUTHORIZATION_REQUIRED,
    /** The last look failed for a reason that passes: network, maintenance, rate limit. */
    TEMPORARY_ISSUE,
    /** This connection has ended: the account was disconnected or connected anew, or the connector was closed. */
    DISCONNECTED,
    /** Stored, not looked at since this connector was built, and not refused at the last look that was stored. */
    UNCHECKED;

    /**
     * Whether this word alone says that the app can work with the account.
     *
     * @return true for {@link #CONNECTED} alone; at {@link #EXPIRES_SOON} ask {@link ConnectionStatus#isUsable()}, which knows the
     *     last look
     */
    public boolean isUsable() {
        return this == CONNECTED;
    }
}
