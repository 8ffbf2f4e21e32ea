package io.okxconnect.testkit.internal.rest;

import java.util.function.Function;

/** One endpoint: where it is, who may call it and how often, and what it does. */
record Endpoint(String method, String path, Access access, RateLimit limit, Input input, Function<Call, Answer> work) {

    /** An endpoint that takes its parameters where its method has them. */
    Endpoint(String method, String path, Access access, RateLimit limit, Function<Call, Answer> work) {
        this(method, path, access, limit, method.equals("POST") ? Input.JSON : Input.QUERY, work);
    }

    /** Where the parameters are. */
    enum Input {
        QUERY,
        JSON,
        NONE
    }

    /** What a caller needs: nothing, a key or token with this permission, or a token for making keys. */
    enum Access {
        PUBLIC,
        READ,
        TRADE,
        FAST_API;

        /** OKX's word for it. */
        String permission() {
            return switch (this) {
                case PUBLIC -> throw new IllegalStateException("what is public needs no permission");
                case READ -> "read_only";
                case TRADE -> "trade";
                case FAST_API -> "fast_api";
            };
        }
    }
}
