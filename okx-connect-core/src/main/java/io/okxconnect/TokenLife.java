package io.okxconnect;

/** How an access token stands. */
enum TokenLife {
    /** It is used as it is. */
    FRESH,
    /** It still works; the next read has it renewed, and goes on with it if that fails. */
    STALE,
    /** It must not be used any more. */
    EXPIRED
}
