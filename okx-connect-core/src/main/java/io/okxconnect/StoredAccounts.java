package io.okxconnect;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.BoundIp;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialMetadataBuilder;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.DifferentAccountException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the connector keeps in the app's store, and what it refuses to overwrite. */
final class StoredAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(StoredAccounts.class);

    /** A use of the key is stored at most this often: expiry counts in days, and every save encrypts and syncs a file. */
    private static final Duration USE_STORED_EVERY = Duration.ofHours(1);

    private final CredentialStore store;

    StoredAccounts(CredentialStore store) {
        this.store = store;
    }

    List<ConnectionSummary> list() {
        return store.list().stream().map(ConnectionSummary::new).toList();
    }

    CredentialMetadata find(AccountId accountId) {
        try (StoredCredential stored = load(accountId)) {
            return stored.metadata();
        }
    }

    /** Opens the stored key; the caller closes it. */
    ApiKeyCredential open(AccountId accountId) {
        try (StoredCredential stored = load(accountId)) {
            return (ApiKeyCredential) stored.credential().copy();
        }
    }

    private StoredCredential load(AccountId accountId) {
        return store.load(accountId).orElseThrow(() -> new CredentialNotFoundException(accountId.value()));
    }

    boolean forget(AccountId accountId) {
        return store.delete(accountId);
    }

    /** Stores a key that OKX accepted and whose permissions passed the gate. */
    void keep(AccountSession session, ApiKeyCredential credential, AccountInspection look) {
        Optional<StoredCredential> before = store.load(session.accountId());
        try {
            before.ifPresent(stored -> requireSameAccount(stored.metadata(), session, look.config()));
            CredentialMetadataBuilder metadata = CredentialMetadata.builder(session.accountId())
                    .site(session.site())
                    .environment(session.environment())
                    .origin(CredentialOrigin.MANUAL)
                    .maskedApiKey(credential.maskedApiKey())
                    .connectedAt(look.report().checkedAt());
            long revision = before.map(StoredCredential::revision).orElse(0L) + 1;
            try (StoredCredential next =
                    StoredCredential.of(withFacts(metadata, look).build(), revision, credential)) {
                store.save(next);
            }
        } finally {
            before.ifPresent(StoredCredential::close);
        }
    }

    /** Notes what a fresh look said. The look itself stands even if this fails, so a failure is logged and not thrown. */
    void note(AccountId accountId, AccountInspection look) {
        try {
            store.load(accountId).ifPresent(stored -> {
                try (stored) {
                    CredentialMetadata metadata =
                            withFacts(stored.metadata().toBuilder(), look).build();
                    if (isWorthStoring(stored.metadata(), metadata)) {
                        try (StoredCredential next = stored.next(metadata)) {
                            store.save(next);
                        }
                    }
                }
            });
        } catch (CredentialStoreException e) {
            if (e.reason() != CredentialStoreException.Reason.CONFLICT) {
                LOG.warn("The result of a check could not be stored ({}); the stored key is untouched", e.reason());
            }
        }
    }

    private static void requireSameAccount(CredentialMetadata stored, AccountSession session, AccountConfig config) {
        String difference = null;
        if (!stored.siteName().equals(session.site().name())) {
            difference = "OKX site";
        } else if (stored.environment() != session.environment()) {
            difference = "environment (live or demo)";
        } else if (stored.uid().filter(uid -> !uid.equals(config.uid())).isPresent()) {
            difference = "OKX user id";
        }
        if (difference != null) {
            throw new DifferentAccountException(stored.accountId().value(), difference);
        }
    }

    private static CredentialMetadataBuilder withFacts(CredentialMetadataBuilder metadata, AccountInspection look) {
        AccountConfig config = look.config();
        Instant now = look.report().checkedAt();
        config.keyLabel().ifPresent(metadata::label);
        config.mainUid().ifPresent(metadata::mainUid);
        return metadata.uid(config.uid())
                .permissions(config.permissions().toString())
                .boundIps(config.boundIps().stream().map(BoundIp::text).collect(Collectors.joining(",")))
                .checkedAt(now)
                .lastUsedAt(now)
                .status(StatusRules.stateOf(look.report()).name());
    }

    private static boolean isWorthStoring(CredentialMetadata before, CredentialMetadata after) {
        CredentialMetadata sameTimes = after.toBuilder()
                .checkedAt(before.checkedAt().orElse(Instant.EPOCH))
                .lastUsedAt(before.lastUsedAt().orElse(Instant.EPOCH))
                .build();
        boolean usedLongAgo = before.lastUsedAt()
                .map(used ->
                        used.plus(USE_STORED_EVERY).isBefore(after.lastUsedAt().orElse(used)))
                .orElse(true);
        return usedLongAgo || !sameTimes.equals(before);
    }
}
