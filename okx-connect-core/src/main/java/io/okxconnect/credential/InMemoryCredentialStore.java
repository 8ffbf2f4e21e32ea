package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps credentials in the memory of this process: for tests, and for apps that ask the user anew after each start. Nothing
 * survives {@link #close()}, which wipes all secrets. Safe for use by many threads.
 */
public final class InMemoryCredentialStore implements CredentialStore {
    private final Map<AccountId, StoredCredential> stored = new HashMap<>();
    private boolean closed;

    /** Creates an empty store. */
    public InMemoryCredentialStore() {}

    @Override
    public Optional<StoredCredential> load(AccountId accountId) {
        Objects.requireNonNull(accountId, "accountId");
        synchronized (stored) {
            requireOpen();
            return Optional.ofNullable(stored.get(accountId)).map(StoredCredential::copy);
        }
    }

    @Override
    public void save(StoredCredential next) {
        AccountId accountId = next.metadata().accountId();
        synchronized (stored) {
            requireOpen();
            StoredCredential before = stored.get(accountId);
            StoreConflict.requireNext(next, before == null ? 0 : before.revision());
            stored.put(accountId, next.copy());
            if (before != null) {
                before.close();
            }
        }
    }

    @Override
    public boolean delete(AccountId accountId) {
        Objects.requireNonNull(accountId, "accountId");
        synchronized (stored) {
            requireOpen();
            StoredCredential before = stored.remove(accountId);
            if (before != null) {
                before.close();
            }
            return before != null;
        }
    }

    @Override
    public List<CredentialMetadata> list() {
        synchronized (stored) {
            requireOpen();
            return stored.values().stream()
                    .map(StoredCredential::metadata)
                    .sorted(Comparator.comparing(each -> each.accountId().value()))
                    .toList();
        }
    }

    @Override
    public void close() {
        synchronized (stored) {
            closed = true;
            stored.values().forEach(StoredCredential::close);
            stored.clear();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new CredentialStoreException(
                    Reason.CLOSED, "The credential store was closed.", "Create a new store.", null);
        }
    }

    /** {@return the name of the class} */
    @Override
    public String toString() {
        return "InMemoryCredentialStore";
    }
}
