package io.okxconnect;

import io.okxconnect.account.ApiPermissions;
import io.okxconnect.check.KeyExpiry;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.internal.doctor.KeyHistory;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stored metadata tells about the life of a key. */
final class KeyHistories {
    private KeyHistories() {}

    /** Only a key that OKX accepted is ever stored: without a time of use, its connect was one. */
    static Optional<KeyHistory> of(CredentialMetadata metadata) {
        return metadata.lastUsedAt()
                .or(metadata::connectedAt)
                .map(used -> new KeyHistory(used, expiry(metadata, used)));
    }

    private static @Nullable Instant expiry(CredentialMetadata metadata, Instant used) {
        return KeyExpiry.of(
                        ApiPermissions.parse(metadata.permissions().orElse(null)),
                        KeyLife.boundIps(metadata),
                        metadata.environment(),
                        used)
                .map(KeyExpiry::expiresAt)
                .orElse(null);
    }
}
