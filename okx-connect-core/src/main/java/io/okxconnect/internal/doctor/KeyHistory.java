package io.okxconnect.internal.doctor;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of a key that worked once.
 *
 * @param lastWorkedAt when OKX last accepted it
 * @param diesAt when it died for lack of use, if it is a key that does; null else
 */
public record KeyHistory(Instant lastWorkedAt, @Nullable Instant diesAt) {

    /** Checks that the time is there. */
    public KeyHistory {
        Objects.requireNonNull(lastWorkedAt, "lastWorkedAt");
    }

    boolean hasExpired(Instant now) {
        return Optional.ofNullable(diesAt).filter(end -> !end.isAfter(now)).isPresent();
    }
}
