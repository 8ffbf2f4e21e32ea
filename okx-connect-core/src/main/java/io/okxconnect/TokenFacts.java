package io.okxconnect;

import io.okxconnect.credential.AccessTokenCredential;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of tokens in use, without the tokens.
 *
 * @param receivedAt when they came
 * @param expiresAt when the access token expires; null if nobody said
 */
record TokenFacts(Instant receivedAt, @Nullable Instant expiresAt) {
    /** From here on the tokens are renewed when the account is used next: OKX's own tools begin as early. */
    private static final Duration STALE_BEFORE = Duration.ofMinutes(5);
    /** From here on no call leaves with the old token: it has to arrive, and clocks differ. */
    private static final Duration EXPIRED_BEFORE = Duration.ofSeconds(60);

    static TokenFacts of(AccessTokenCredential tokens) {
        return new TokenFacts(tokens.receivedAt(), tokens.expiresAt().orElse(null));
    }

    TokenLife life(Instant now) {
        if (expiresAt == null) {
            return TokenLife.FRESH;
        }
        Duration lifetime = Duration.between(receivedAt, expiresAt);
        Duration left = Duration.between(now, expiresAt);
        if (left.compareTo(shorter(EXPIRED_BEFORE, lifetime.dividedBy(10))) <= 0) {
            return TokenLife.EXPIRED;
        }
        return left.compareTo(shorter(STALE_BEFORE, lifetime.dividedBy(4))) <= 0 ? TokenLife.STALE : TokenLife.FRESH;
    }

    /** Tokens that live for minutes only must not be renewed all the time. */
    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
