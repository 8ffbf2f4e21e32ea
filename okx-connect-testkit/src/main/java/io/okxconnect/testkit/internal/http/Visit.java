package io.okxconnect.testkit.internal.http;

import io.okxconnect.testkit.internal.rest.ApiRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of the journal: a request, and once it is known, what it was answered. */
public final class Visit {
    private final long number;
    private final Instant arrivedAt;
    private final ApiRequest request;
    private volatile @Nullable Outcome outcome;
    private volatile @Nullable String fault;

    Visit(long number, Instant arrivedAt, ApiRequest request) {
        this.number = number;
        this.arrivedAt = arrivedAt;
        this.request = request;
    }

    /** What a request was answered; {@code code} is {@code ""} if the answer has none. */
    public record Outcome(int status, String code) {}

    public long number() {
        return number;
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    public ApiRequest request() {
        return request;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** What was done to this request by a fault; null if nothing was. */
    public @Nullable String fault() {
        return fault;
    }

    void answered(int status, String code) {
        outcome = new Outcome(status, code);
    }

    void faulted(String description) {
        fault = description;
    }
}
