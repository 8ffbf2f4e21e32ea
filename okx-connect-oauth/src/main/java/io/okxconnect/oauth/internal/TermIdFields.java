package io.okxconnect.oauth.internal;

/** In which requests of the PKCE profile the device id stands besides the header; OKX does not publish it. */
public record TermIdFields(boolean onAuthorize, boolean inToken, boolean inRefresh) {
    /** In the exchange of the code only. */
    public static final TermIdFields DEFAULT = new TermIdFields(false, true, false);
}
