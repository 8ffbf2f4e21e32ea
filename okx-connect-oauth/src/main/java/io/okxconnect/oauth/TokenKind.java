package io.okxconnect.oauth;

/** Which of the two tokens one is: the hint of a revocation (RFC 7009, section 2.1). */
public enum TokenKind {
    /** An access token. */
    ACCESS_TOKEN("access_token"),
    /** A refresh token; most servers revoke the access tokens made from it as well. */
    REFRESH_TOKEN("refresh_token");

    private final String hint;

    TokenKind(String hint) {
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
