package io.okxconnect.error;

/** How far a request had come when the transport failed. */
public enum TransportPhase {
    /** Waiting for a free connection of the pool. */
    POOL,
    /** Looking up the host name. */
    RESOLVE,
    /** Opening the TCP connection. */
    CONNECT,
    /** Agreeing on TLS, certificate check included. */
    TLS,
    /** Writing the request. */
    SEND,
    /** Waiting for the status line and the headers. */
    RESPONSE_HEAD,
    /** Reading the body. */
    RESPONSE_BODY
}
