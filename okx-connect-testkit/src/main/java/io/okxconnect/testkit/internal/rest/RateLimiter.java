package io.okxconnect.testkit.internal.rest;

import io.okxconnect.testkit.internal.model.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts requests in sliding windows by the sandbox's clock. A refused request does not count. */
final class RateLimiter {
    private final Clock clock;
    private final Map<Bucket, Deque<Instant>> taken = new ConcurrentHashMap<>();

    RateLimiter(Clock clock) {
        this.clock = clock;
    }

    void take(Endpoint endpoint, String who) {
        RateLimit limit = endpoint.limit();
        Instant now = clock.instant();
        Instant windowStart = now.minus(limit.window());
        taken.compute(new Bucket(endpoint.method(), endpoint.path(), who), (bucket, known) -> {
            Deque<Instant> times = known == null ? new ArrayDeque<>() : known;
            // Times ahead of the clock are left over from before it was set back.
            times.removeIf(time -> !time.isAfter(windowStart) || time.isAfter(now));
            if (times.size() >= limit.requests()) {
                throw ErrorCode.TOO_MANY_REQUESTS.refusal();
            }
            times.addLast(now);
            return times;
        });
    }

    private record Bucket(String method, String path, String who) {}
}
