package io.okxconnect.internal.call;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long to wait when there were too many calls. */
final class RetryAfter {
    /** The window of most of OKX's limits. */
    static final Duration DEFAULT = Duration.ofSeconds(2);

    private static final Duration MAX = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,9}");

    private RetryAfter() {}

    /** Seconds as RFC 9110 writes them, at most 30; anything else, dates too, gives the default. */
    static Duration from(Optional<String> header) {
        return header.filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(wait -> wait.compareTo(MAX) > 0 ? MAX : wait)
                .orElse(DEFAULT);
    }
}
