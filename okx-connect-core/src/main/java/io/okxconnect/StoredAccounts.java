package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.Credential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.internal.doctor.KeyHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the connector keeps in the app's store, and what it refuses to overwrite. */
final class StoredAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(StoredAccounts.class);

    private final CredentialStore store;

    StoredAccounts(CredentialStore store) {
        this.store = store;
    }

    List<CredentialMetadata> list() {
        return store.list();
    }

    Optional<CredentialMetadata> lookUp(AccountId accountId) {
        try (StoredCredential stored = store.load(accountId).orElse(null)) {
            return Optional.ofNullable(stored).map(StoredCredential::metadata);
        }
    }

    CredentialMetadata find(AccountId accountId) {
        return lookUp(accountId).orElseThrow(() -> new CredentialNotFoundException(accountId.value()));
    }

    /**
     * Opens a stored credential; the caller closes it.
     *
     * @param expected what the session was made for; another connector may have stored another key since
     * @throws ConnectionClosedException if another key is stored by now: it must not be sent where this one belonged
     */
    Credential open(CredentialMetadata expected) {
        String accountId = expected.accountId().value();
        try (StoredCredential stored =
                store.load(expected.accountId()).orElseThrow(() -> new CredentialNotFoundException(accountId))) {
            if (!StoredFacts.isSameKey(stored.metadata(), expected)) {
                throw new ConnectionClosedException(accountId);
            }
            return stored.credential().copy();
        }
    }

    /**
     * Reads a stored account whole; the caller closes it.
     *
     * @throws ConnectionClosedException if another credential is stored by now, or none
     */
    StoredCredential load(CredentialMetadata expected) {
        StoredCredential found = store.load(expected.accountId()).orElse(null);
        if (found == null || !StoredFacts.isSameKey(found.metadata(), expected)) {
            if (found != null) {
                found.close();
            }
            throw new ConnectionClosedException(expected.accountId().value());
        }
        return found;
    }

    /** Stores the next revision, which is closed; false if another one is stored by now. */
    boolean saveUnlessChanged(StoredCredential next) {
        try {
            save(next);
            return true;
        } catch (CredentialStoreException e) {
            if (e.reason() == CredentialStoreException.Reason.CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    /**
     * What is known of a key that is stored under whatever id; empty if it is not stored or the store cannot be read. Told only to
     * whoever has the secret key too: the API key is seen in many places.
     */
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
                    && known.hasSameKeyAndSecret(credential);
        }
    }

    /** Removes a key, unless another one took its place; says whether nothing is stored under its id now. */
    boolean forget(CredentialMetadata expected) {
        Optional<CredentialMetadata> stored = lookUp(expected.accountId());
        boolean itself =
                stored.filter(key -> StoredFacts.isSameKey(key, expected)).isPresent();
        if (itself) {
            store.delete(expected.accountId());
        }
        return itself || stored.isEmpty();
    }

    /** Refuses a key of another account than the one stored under the id, if there is one. */
    void requireSameAccount(AccountSession session, AccountInspection look) {
        lookUp(session.accountId()).ifPresent(stored -> StoredFacts.requireSameAccount(stored, session, look.config()));
    }

    /** Stores a key that OKX accepted and whose permissions passed the gate; gives back what was stored beside it. */
    CredentialMetadata keep(AccountSession session, Credential credential, AccountInspection look) {
        CredentialMetadata metadata = StoredFacts.of(session.accountId(), session.grant(), credential, look);
        try (StoredCredential before = store.load(session.accountId()).orElse(null)) {
            if (before == null) {
                save(StoredCredential.of(metadata, 1, credential));
            } else {
                StoredFacts.requireSameAccount(before.metadata(), session, look.config());
                save(before.next(metadata, credential));
            }
        }
        return metadata;
    }

    /** What came of putting a key in the place of another one. */
    record Exchange(CredentialMetadata stored, KeySimilarity similarity) {}

    /** Whether the new key is another one at OKX, or the same with a corrected secret or passphrase. */
    enum KeySimilarity {
        SAME_KEY,
        OTHER_KEY
    }

    /**
     * Stores a key in the place of the one that is expected there.
     *
     * @return empty if the expected key is not stored any more; then nothing was changed
     */
    Optional<Exchange> exchange(
            CredentialMetadata expected,
            AccountSession session,
            Grant grant,
            Credential credential,
            AccountInspection look) {
        try (StoredCredential before = store.load(expected.accountId()).orElse(null)) {
            if (before == null || !StoredFacts.isSameKey(before.metadata(), expected)) {
                return Optional.empty();
            }
            StoredFacts.requireSameAccount(before.metadata(), session, look.config());
            CredentialMetadata metadata = StoredFacts.of(session.accountId(), grant, credential, look);
            save(before.next(metadata, credential));
            boolean same = before.credential() instanceof ApiKeyCredential old
                    && credential instanceof ApiKeyCredential fresh
                    && old.hasSameApiKey(fresh);
            return Optional.of(new Exchange(metadata, same ? KeySimilarity.SAME_KEY : KeySimilarity.OTHER_KEY));
        }
    }

    /** A store may fail after it has stored, so what it holds decides: the key in use and the stored one must not part. */
    private void save(StoredCredential next) {
        try (next) {
            store.save(next);
        } catch (CredentialStoreException failed) {
            if (failed.reason() == CredentialStoreException.Reason.CONFLICT || !isStored(next)) {
                throw failed;
            }
        }
    }

    private boolean isStored(StoredCredential next) {
        try (StoredCredential stored = store.load(next.metadata().accountId()).orElse(null)) {
            return stored != null
                    && stored.revision() == next.revision()
                    && stored.metadata().equals(next.metadata());
        } catch (CredentialStoreException unreadable) {
            return false;
        }
    }

    /**
     * Notes what a fresh look said, and whether the key is still the stored one. The look itself stands even if the store fails,
     * so such a failure is logged and not thrown.
     *
     * @return what is known about the key by now; empty if it was removed or replaced, by another connector or process
     */
    Optional<CredentialMetadata> note(CredentialMetadata expected, AccountInspection look) {
        return change(expected, before -> StoredFacts.with(before.toBuilder(), look));
    }

    /** Notes that OKX does not take the key any more; as above. */
    Optional<CredentialMetadata> note(CredentialMetadata expected, ConnectionState state, Instant checkedAt) {
        return change(
                expected,
                before -> before.toBuilder()
                        .status(state.name())
                        .checkedAt(checkedAt)
                        .build());
    }

    private Optional<CredentialMetadata> change(
            CredentialMetadata expected, UnaryOperator<CredentialMetadata> changed) {
        try (StoredCredential stored = store.load(expected.accountId()).orElse(null)) {
            if (stored == null || !StoredFacts.isSameKey(stored.metadata(), expected)) {
                return Optional.empty();
            }
            CredentialMetadata metadata = changed.apply(stored.metadata());
            if (StoredFacts.isWorthStoring(stored.metadata(), metadata)) {
                save(stored.next(metadata));
            }
            return Optional.of(metadata);
        } catch (CredentialStoreException e) {
            if (e.reason() != CredentialStoreException.Reason.CONFLICT) {
                LOG.warn("The result of a check could not be stored ({}); the stored key is untouched", e.reason());
            }
            return Optional.of(changed.apply(expected));
        }
    }
}
