package io.okxconnect;

import io.okxconnect.account.ApiPermissions;
import io.okxconnect.account.BoundIp;
import io.okxconnect.check.KeyExpiry;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a key dies of not being used, by what is known about it without a call. */
final class KeyLife {
    private KeyLife() {}

    /**
     * When the key dies unless it is used before.
     *
     * @param key what is stored about it
     * @param usedSince a later use that is not stored; null if there is none
     * @return empty if it does not die that way, if its last use is not known, or if OKX did not take it any more when it was
     *     last asked
     */
    static Optional<KeyExpiry> expiry(CredentialMetadata key, @Nullable Instant usedSince) {
        // Tokens end with the consent, not by idleness of a key.
        if (key.origin() == CredentialOrigin.OAUTH || StatusRules.isDead(StatusRules.storedState(key))) {
            return Optional.empty();
        }
        return lastUse(key, usedSince)
                .flatMap(used -> KeyExpiry.of(
                        ApiPermissions.parse(key.permissions().orElse(null)), boundIps(key), key.environment(), used));
    }

    /** Whether a key that OKX does not know any more died of not being used; once found dead, it stays dead of the same. */
    static boolean isOver(CredentialMetadata key, @Nullable Instant usedSince, Instant now) {
        return StatusRules.storedState(key) == ConnectionState.EXPIRED
                || expiry(key, usedSince)
                        .filter(expiry -> !now.isBefore(expiry.expiresAt()))
                        .isPresent();
    }

    static boolean isSoon(KeyExpiry expiry, Instant now, Duration warning) {
        return !warning.isZero() && !now.plus(warning).isBefore(expiry.expiresAt());
    }

    static List<BoundIp> boundIps(CredentialMetadata key) {
        return key.boundIps().filter(text -> !text.isBlank()).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(BoundIp::new)
                .toList();
    }

    private static Optional<Instant> lastUse(CredentialMetadata key, @Nullable Instant usedSince) {
        return key.lastUsedAt()
                .map(stored -> usedSince != null && usedSince.isAfter(stored) ? usedSince : stored)
                .or(() -> Optional.ofNullable(usedSince));
    }
}
