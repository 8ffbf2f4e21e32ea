package io.okxconnect.oauth;

/** How a client proves at the token endpoint who it is (RFC 6749, section 2.3.1). */
public enum ClientAuthentication {
    /** Client id and secret in the {@code Authorization} header, each form-encoded first: what RFC 6749 prefers. */
    CLIENT_SECRET_BASIC,
    /** Client id and secret in the body. */
    CLIENT_SECRET_POST
}
