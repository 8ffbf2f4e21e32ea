package io.okxconnect.internal.http;

import java.io.IOException;
import java.time.Duration;

/** One step of opening a connection took longer than its own limit, which is shorter than the call's. */
final class OpeningLimitException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Duration limit;

    OpeningLimitException(Duration limit) {
        super("connect timeout");
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }
}
