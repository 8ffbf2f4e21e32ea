package io.okxconnect.oauth;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.TransportException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Sends a call again after failures that a repeat may mend; which those are, the call knows. */
final class Repeats {
    private static final long FIRST_PAUSE_MILLIS = 200;

    /** What a failure means for a repeat. */
    enum Failure {
        /** Nothing left this machine. */
        NOT_SENT,
        /** OKX had too many calls and did not look at this one. */
        REFUSED_AT_THE_DOOR,
        /** It may have taken effect. */
        OUTCOME_UNKNOWN,
        /** OKX said no. */
        REFUSED;

        static Failure of(OkxConnectException failure) {
            if (failure instanceof TransportException lost && !lost.requestMayHaveBeenSent()) {
                return NOT_SENT;
            }
            if (failure.outcome() == Outcome.UNKNOWN) {
                return OUTCOME_UNKNOWN;
            }
            return failure instanceof RateLimitedException ? REFUSED_AT_THE_DOOR : REFUSED;
        }
    }

    private final Pauses pauses;
    private final SecureRandom random;

    Repeats(Pauses pauses, SecureRandom random) {
        this.pauses = pauses;
        this.random = random;
    }

    /**
     * Makes a call.
     *
     * @param most how often it is sent again
     * @param mendable the failures after which it is
     */
    <T> T of(int most, Set<Failure> mendable, Supplier<T> call) {
        return repeated(most, failure -> mendable.contains(Failure.of(failure)), call);
    }

    /**
     * Makes a step that changes nothing when it fails, again for as long as its failures pass by themselves.
     *
     * @param most how often it is made again
     */
    <T> T whilePassing(int most, Supplier<T> step) {
        return repeated(most, OkxConnectException::isRetryable, step);
    }

    private <T> T repeated(int most, Predicate<OkxConnectException> mendable, Supplier<T> call) {
        for (int repeat = 1; ; repeat++) {
            try {
                return call.get();
            } catch (OkxConnectException failure) {
                if (repeat > most || !mendable.test(failure) || !paused(failure, repeat)) {
                    throw failure;
                }
            }
        }
    }

    private boolean paused(OkxConnectException failure, int repeat) {
        try {
            Throwable first = failure.getCause() == null ? failure : failure.getCause();
            pauses.pause(first instanceof RateLimitedException limited ? limited.retryAfter() : backOff(repeat));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Full jitter, so that many connects do not come back together. */
    private Duration backOff(int repeat) {
        return Duration.ofMillis(1 + random.nextInt((int) (FIRST_PAUSE_MILLIS << repeat)));
    }
}
