package io.okxconnect;

import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.internal.doctor.KeyHistory;
import java.util.Optional;

/** What stored metadata tells about the life of a key. */
final class KeyHistories {
    private KeyHistories() {}

    /** Only a key that OKX accepted is ever stored: without a time of use, its connect was one. */
    static Optional<KeyHistory> of(CredentialMetadata metadata) {
        return metadata.lastUsedAt()
                .or(metadata::connectedAt)
                .map(used -> new KeyHistory(
                        used, new ConnectionSummary(metadata).expiresAt().orElse(null)));
    }
}
