package io.okxconnect.rest;

/** The HTTP methods a call can have. OKX's documented endpoints use GET and POST (OKX V5 docs). */
public enum HttpMethod {
    /** A read: without body, repeated when a failure passes by itself. */
    GET,
    /** A write with a body. */
    POST,
    /** A write with a body. */
    PUT,
    /** A write with a body. */
    PATCH,
    /** A write without body. */
    DELETE;

    boolean hasBody() {
        return this != GET && this != DELETE;
    }
}
