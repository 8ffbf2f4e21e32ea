package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.OkxConnectException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An app's own store, held to its contract: whatever it throws becomes a {@link CredentialStoreException} that names
 * the class of the failure and nothing of its message, in which a driver may have put what it was given.
 */
final class GuardedStore implements CredentialStore {
    private final CredentialStore store;

    GuardedStore(CredentialStore store) {
        this.store = store;
    }

    @Override
    public Optional<StoredCredential> load(AccountId accountId) {
        return guarded("read", () -> Objects.requireNonNull(store.load(accountId), "what load gives"));
    }

    @Override
    public void save(StoredCredential next) {
        guarded("write", () -> {
            store.save(next);
            return true;
        });
    }

    @Override
    public boolean delete(AccountId accountId) {
        return guarded("delete", () -> store.delete(accountId));
    }

    @Override
    public List<CredentialMetadata> list() {
        return guarded("list", () -> List.copyOf(store.list()));
    }

    @Override
    public void close() {
        guarded("close", () -> {
            store.close();
            return true;
        });
    }

    private static <T> T guarded(String what, Supplier<T> step) {
        try {
            return step.get();
        } catch (OkxConnectException e) {
            throw e;
        } catch (Exception e) {
            // Not only unchecked ones: a store in another language than Java may throw any.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new CredentialStoreException(
                    Reason.IO,
                    "The app's own credential store could not " + what + ": it failed with "
                            + e.getClass().getName() + ".",
                    "Look for that failure in the store; it should report it as a CredentialStoreException.",
                    null);
        }
    }

    /** {@return what the store says of itself} */
    @Override
    public String toString() {
        return store.getClass().getSimpleName();
    }
}
