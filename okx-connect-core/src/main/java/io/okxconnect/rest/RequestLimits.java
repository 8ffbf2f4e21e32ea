package io.okxconnect.rest;

import io.okxconnect.error.InvalidArgumentException;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a request may hold, and the limits it gets unless it sets its own. */
final class RequestLimits {
    private static final Pattern PATH = Pattern.compile("/api/v5(/[A-Za-z0-9_-]{1,64}){1,8}");
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(10);
    private static final int MIB = 1024 * 1024;
    private static final int MAX_BODY_BYTES = 128 * MIB;

    private RequestLimits() {}

    static String checkedPath(String path) {
        Objects.requireNonNull(path, "path");
        if (!PATH.matcher(path).matches()) {
            throw new InvalidArgumentException(
                    "path",
                    "must be /api/v5/ and segments of letters, digits, '-' and '_'",
                    "Pass for example \"/api/v5/account/config\"; parameters go into query(name, value).");
        }
        return path;
    }

    static void checkBody(HttpMethod method, JsonValue json) {
        if (!method.hasBody()) {
            throw new InvalidArgumentException(
                    "body",
                    "must be absent, because " + method + " takes none",
                    "Use query(name, value) or post(path).");
        }
        if (json.kind() != JsonValue.Kind.OBJECT && json.kind() != JsonValue.Kind.ARRAY) {
            throw new InvalidArgumentException("body", "must be a JSON object or array", "Pass members or items.");
        }
    }

    static Duration checkedTimeout(Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new InvalidArgumentException("timeout", "must be 1 ms to 10 minutes", "Pass for example 10 s.");
        }
        return timeout;
    }

    static int checkedBodyBytes(int maxBodyBytes) {
        if (maxBodyBytes < 1 || maxBodyBytes > MAX_BODY_BYTES) {
            throw new InvalidArgumentException(
                    "maxBodyBytes", "must be 1 to 134217728 (128 MiB)", "Leave it out for the default of 1 MiB.");
        }
        return maxBodyBytes;
    }

    static Duration timeout(HttpMethod method) {
        return method == HttpMethod.GET ? READ_TIMEOUT : WRITE_TIMEOUT;
    }

    static int maxBodyBytes(String path) {
        return path.endsWith("/instruments") ? 32 * MIB : MIB;
    }
}
