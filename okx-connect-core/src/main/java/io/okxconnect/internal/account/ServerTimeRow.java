package io.okxconnect.internal.account;

import io.okxconnect.rest.JsonValue;
import java.time.Instant;

/** The row of {@code GET /api/v5/public/time}. */
final class ServerTimeRow {
    private static final String TIME = "ts";

    private ServerTimeRow() {}

    static Instant time(JsonValue row) {
        row.requiredText(TIME);
        return row.instantMillis(TIME).orElseThrow();
    }
}
