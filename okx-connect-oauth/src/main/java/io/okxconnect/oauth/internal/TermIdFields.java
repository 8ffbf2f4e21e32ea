package io.okxconnect.oauth.internal;

/** Where the device id stands while the PKCE profile asks for tokens; OKX does not publish it. */
public record TermIdFields(boolean onAuthorize, boolean inToken, boolean inRefresh, boolean inHeader) {
    /** In the exchange of the code, and in the header of both token calls. */
    public static final TermIdFields DEFAULT = new TermIdFields(false, true, false, true);
}
