package io.okxconnect.credential;

import java.util.List;
import java.util.Optional;

/** A store that behaves as another one, but for what a test changes. */
public abstract class ForwardingStore implements CredentialStore {
    private final CredentialStore inner;

    protected ForwardingStore(CredentialStore inner) {
        this.inner = inner;
    }

    @Override
    public Optional<StoredCredential> load(AccountId accountId) {
        return inner.load(accountId);
    }

    @Override
    public void save(StoredCredential next) {
        inner.save(next);
    }

    @Override
    public boolean delete(AccountId accountId) {
        return inner.delete(accountId);
    }

    @Override
    public List<CredentialMetadata> list() {
        return inner.list();
    }
}
