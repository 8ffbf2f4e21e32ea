package io.okxconnect.check;

import io.okxconnect.account.ApiPermissions;
import io.okxconnect.account.BoundIp;
import io.okxconnect.account.PermissionState;
import io.okxconnect.site.TradingEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When OKX deletes a key for not being used. A live key that may trade or withdraw and is bound to no IP address dies
 * 14 days after its last use; a private REST call or a WebSocket login counts as use, an open stream or a public call
 * does not. Demo keys, bound keys and keys that may only read do not die that way (OKX V5 docs, "API key creation").
 *
 * @param expiresAt when the key dies if it is not used before
 */
public record KeyExpiry(Instant expiresAt) {
    /** How long such a key lives without being used: 14 days. */
    public static final Duration IDLE_LIMIT = Duration.ofDays(14);

    /**
     * Checks that the time is there.
     *
     * @param expiresAt when the key dies if it is not used before
     */
    public KeyExpiry {
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /**
     * Applies OKX's rule.
     *
     * @param permissions what the key may do; if that is not known, the strict reading: it may expire
     * @param boundIps what the key is bound to
     * @param environment live or demo
     * @param lastUsedAt the last private call or WebSocket login
     * @return empty if the key does not expire
     */
    public static Optional<KeyExpiry> of(
            ApiPermissions permissions, List<BoundIp> boundIps, TradingEnvironment environment, Instant lastUsedAt) {
        boolean onlyReads = permissions.trade() == PermissionState.NOT_GRANTED
                && permissions.withdraw() == PermissionState.NOT_GRANTED;
        if (environment == TradingEnvironment.DEMO || !boundIps.isEmpty() || onlyReads) {
            return Optional.empty();
        }
        return Optional.of(new KeyExpiry(lastUsedAt.plus(IDLE_LIMIT)));
    }

    /**
     * How many full days are left.
     *
     * @param now the time to count from
     * @return 0 to 14; 0 on the last day and ever after
     */
    public long daysLeft(Instant now) {
        return Math.max(
                0,
                Math.min(IDLE_LIMIT.toDays(), Duration.between(now, expiresAt).toDays()));
    }
}
