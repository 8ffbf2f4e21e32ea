package io.okxconnect.testkit.internal.rest;

import java.util.function.Function;

/** One endpoint: where it is, who may call it and how often, and what it does. */
record Endpoint(String method, String path, Access access, RateLimit limit, Function<Call, Answer> work) {
    /** What a caller needs: nothing, or a key with this permission. */
    enum Access {
        PUBLIC,
        READ,
        TRADE
    }
}
