package io.okxconnect.internal.call;

import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** When and how often a read is repeated: at most three attempts, full jitter. Writes never are. */
final class Repeats {
    static final int MAX_ATTEMPTS = 3;
    private static final Duration BASE = Duration.ofMillis(100);
    private static final Duration THROTTLED_BASE = Duration.ofSeconds(1);
    private static final String CLOCK_EXPIRED = "50102";

    private Repeats() {}

    static boolean isWorthRepeating(OkxConnectException failure) {
        if (failure instanceof TransportException) {
            // ASK is for writes: a read that got lost can simply be asked again.
            return failure.retryAdvice() == RetryAdvice.WAIT || failure.retryAdvice() == RetryAdvice.ASK;
        }
        return failure.isRetryable();
    }

    static boolean isClockRefusal(OkxConnectException failure) {
        return failure instanceof ExchangeException refusal && refusal.code().equals(CLOCK_EXPIRED);
    }

    /** The wait before the next attempt: random between zero and a bound that doubles, after the wait OKX asks for. */
    static Duration wait(OkxConnectException failure, int attemptsMade, DoubleSupplier random) {
        if (failure instanceof RateLimitedException limited) {
            return limited.retryAfter().plus(jitter(THROTTLED_BASE, attemptsMade, random));
        }
        return jitter(BASE, attemptsMade, random);
    }

    private static Duration jitter(Duration base, int attemptsMade, DoubleSupplier random) {
        double bound = (double) base.toNanos() * (1L << (attemptsMade - 1));
        return Duration.ofNanos((long) (random.getAsDouble() * bound));
    }
}
