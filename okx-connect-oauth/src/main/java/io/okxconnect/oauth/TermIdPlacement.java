package io.okxconnect.oauth;

/**
 * Where the device id stands while tokens are asked for with PKCE. OKX publishes only that calls of the account carry it in the header {@code
 * TERMID}; they always do. Everything else can be set.
 */
public enum TermIdPlacement {
    /** {@code term_id} on the URL of the consent page. */
    AUTHORIZE,
    /** {@code term_id} in the body of the call that exchanges the code. */
    TOKEN,
    /** {@code term_id} in the body of a refresh. */
    REFRESH,
    /** The header {@code TERMID} of both token calls. */
    HEADER
}
