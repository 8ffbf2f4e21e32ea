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
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.internal.doctor.KeyHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    /**
     * Opens a stored key; the caller closes it.
     *
     * @param expected what the session was made for; another connector may have stored another key since
     * @throws ConnectionClosedException if another key is stored by now: it must not be sent where this one belonged
     */
    ApiKeyCredential open(CredentialMetadata expected) {
        try (StoredCredential stored = load(expected.accountId())) {
            if (!isSameKey(stored.metadata(), expected)) {
                throw new ConnectionClosedException(expected.accountId().value());
            }
            return (ApiKeyCredential) stored.credential().copy();
        }
    }

    /** What is known of a key that is stored under whatever id; empty if it is not stored or the store cannot be read. */
    Optional<KeyHistory> history(ApiKeyCredential credential) {
        try {
            return store.list().stream()
                    .filter(metadata -> metadata.maskedApiKey()
                            .filter(credential.maskedApiKey()::equals)
                            .isPresent())
                    .filter(metadata -> isStored(metadata.accountId(), credential))
                    .findFirst()
                    .flatMap(KeyHistories::of);
        } catch (CredentialStoreException e) {
            LOG.warn("The store cannot say whether this key worked before ({})", e.reason());
            return Optional.empty();
        }
    }

    private boolean isStored(AccountId accountId, ApiKeyCredential credential) {
        try (StoredCredential stored = store.load(accountId).orElse(null)) {
            return stored != null
                    && stored.credential() instanceof ApiKeyCredential known
                    && known.hasSameApiKey(credential);
        }
    }

    private StoredCredential load(AccountId accountId) {
        return store.load(accountId).orElseThrow(() -> new CredentialNotFoundException(accountId.value()));
    }

    /** Removes a key, unless another one took its place. */
    void forget(CredentialMetadata expected) {
        boolean stillThere;
        try (StoredCredential stored = store.load(expected.accountId()).orElse(null)) {
            stillThere = stored != null && isSameKey(stored.metadata(), expected);
        }
        if (stillThere) {
            store.delete(expected.accountId());
        }
    }

    /** Stores a key that OKX accepted and whose permissions passed the gate; gives back what was stored beside it. */
    CredentialMetadata keep(AccountSession session, ApiKeyCredential credential, AccountInspection look) {
        Optional<StoredCredential> before = store.load(session.accountId());
        try {
            before.ifPresent(stored -> requireSameAccount(stored.metadata(), session, look.config()));
            CredentialMetadataBuilder facts = CredentialMetadata.builder(session.accountId())
                    .site(session.site())
                    .environment(session.environment())
                    .origin(CredentialOrigin.MANUAL)
                    .maskedApiKey(credential.maskedApiKey())
                    .connectedAt(look.report().checkedAt());
            long revision = before.map(StoredCredential::revision).orElse(0L) + 1;
            CredentialMetadata metadata = withFacts(facts, look).build();
            try (StoredCredential next = StoredCredential.of(metadata, revision, credential)) {
                store.save(next);
            }
            return metadata;
        } finally {
            before.ifPresent(StoredCredential::close);
        }
    }

    /**
     * Notes what a fresh look said, and whether the key is still the stored one. The look itself stands even if the store fails,
     * so such a failure is logged and not thrown.
     *
     * @return false if the key was removed or replaced, by another connector or process
     */
    boolean note(CredentialMetadata expected, AccountInspection look) {
        return change(expected, before -> withFacts(before.toBuilder(), look).build());
    }

    /** Notes that OKX does not take the key any more. */
    void note(CredentialMetadata expected, ConnectionStatus failed) {
        change(
                expected,
                before -> before.toBuilder()
                        .status(failed.state().name())
                        .checkedAt(failed.checkedAt())
                        .build());
    }

    private boolean change(CredentialMetadata expected, UnaryOperator<CredentialMetadata> noted) {
        try (StoredCredential stored = store.load(expected.accountId()).orElse(null)) {
            if (stored == null || !isSameKey(stored.metadata(), expected)) {
                return false;
            }
            CredentialMetadata metadata = noted.apply(stored.metadata());
            if (isWorthStoring(stored.metadata(), metadata)) {
                try (StoredCredential next = stored.next(metadata)) {
                    store.save(next);
                }
            }
        } catch (CredentialStoreException e) {
            if (e.reason() != CredentialStoreException.Reason.CONFLICT) {
                LOG.warn("The result of a check could not be stored ({}); the stored key is untouched", e.reason());
            }
        }
        return true;
    }

    /** Whether two descriptions are of one and the same connect: same account, same place, same key. */
    private static boolean isSameKey(CredentialMetadata a, CredentialMetadata b) {
        return a.accountId().equals(b.accountId())
                && a.siteName().equals(b.siteName())
                && a.siteRestBase().equals(b.siteRestBase())
                && a.environment() == b.environment()
                && a.uid().equals(b.uid())
                && a.maskedApiKey().equals(b.maskedApiKey())
                && a.connectedAt().equals(b.connectedAt());
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
