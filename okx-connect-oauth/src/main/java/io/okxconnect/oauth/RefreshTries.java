package io.okxconnect.oauth;

import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.oauth.Repeats.Failure;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.spi.TokenRefresher;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Repeats a refresh by rules of its own. One whose answer got lost is sent once more with the old token: either it had not arrived, or OKX
 * says that the token is used up, and then everybody knows. All tries end before another process would take over.
 */
final class RefreshTries {
    private static final Map<Failure, Integer> MOST =
            Map.of(Failure.NOT_SENT, 3, Failure.REFUSED_AT_THE_DOOR, 2, Failure.OUTCOME_UNKNOWN, 1);
    private static final Duration BUDGET = Duration.ofSeconds(TokenRefresher.LONGEST_SECONDS - 5L);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(2);
    private static final int FIRST_PAUSE_MILLIS = 200;

    private final Pauses pauses;
    private final SecureRandom random;
    private final LongSupplier nanoTime;

    RefreshTries(Pauses pauses, SecureRandom random) {
        this(pauses, random, System::nanoTime);
    }

    RefreshTries(Pauses pauses, SecureRandom random, LongSupplier nanoTime) {
        this.pauses = pauses;
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /**
     * Makes a call.
     *
     * @param timeout of one try
     * @param call is given how long it may take
     */
    <T> T of(Duration timeout, Function<Duration, T> call) {
        long begin = nanoTime.getAsLong();
        Map<Failure, Integer> failures = new EnumMap<>(Failure.class);
        Duration left = BUDGET;
        while (true) {
            try {
                return call.apply(timeout.compareTo(left) < 0 ? timeout : left);
            } catch (OkxConnectException failure) {
                Failure kind = kind(failure);
                int count = failures.merge(kind, 1, Integer::sum);
                Duration pause = pause(failure, count);
                left = BUDGET.minusNanos(nanoTime.getAsLong() - begin).minus(pause);
                boolean again = count <= MOST.getOrDefault(kind, 0) && left.toMillis() > 0;
                if (!again || !paused(pause)) {
                    throw failure;
                }
            }
        }
    }

    private static Failure kind(OkxConnectException failure) {
        if (failure instanceof TokenEndpointException token) {
            return switch (token.reason()) {
                case RATE_LIMITED -> Failure.REFUSED_AT_THE_DOOR;
                case OUTCOME_UNKNOWN, UNAVAILABLE, UNREADABLE -> Failure.OUTCOME_UNKNOWN;
                default -> Failure.REFUSED;
            };
        }
        if (failure instanceof ExchangeUnavailableException && failure.outcome() == Outcome.UNKNOWN) {
            return Failure.OUTCOME_UNKNOWN;
        }
        Failure kind = Failure.of(failure);
        // A code that nobody knows is a refusal all the same.
        return kind == Failure.OUTCOME_UNKNOWN ? Failure.REFUSED : kind;
    }

    /** Full jitter, so that many accounts do not come back together; after a refusal at the door as long as OKX says. */
    private Duration pause(OkxConnectException failure, int count) {
        if (failure instanceof RateLimitedException limited) {
            return limited.retryAfter();
        }
        return kind(failure) == Failure.REFUSED_AT_THE_DOOR
                ? USUAL_WAIT
                : Duration.ofMillis(1 + random.nextInt(FIRST_PAUSE_MILLIS << Math.min(count, 4)));
    }

    private boolean paused(Duration pause) {
        try {
            pauses.pause(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
