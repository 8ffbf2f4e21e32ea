package io.okxconnect.oauth.internal;

/** In which form a token endpoint refuses. */
public enum Dialect {
    /** {@code {"error":"…"}} (RFC 6749, section 5.2). */
    STANDARD,
    /** {@code {"code":"53012","msg":"…"}}, or the standard form. */
    OKX
}
