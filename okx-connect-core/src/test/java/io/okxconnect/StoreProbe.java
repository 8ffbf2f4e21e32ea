package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.StoredCredential;
import java.util.List;
import java.util.Optional;

/** A store that does something before each call, or after a save, and hands the call on; what it does may throw. */
final class StoreProbe implements CredentialStore {
    private final CredentialStore store;
    volatile Runnable beforeLoad = () -> {};
    volatile Runnable beforeSave = () -> {};
    volatile Runnable afterSave = () -> {};
    volatile Runnable beforeDelete = () -> {};
    volatile Runnable beforeList = () -> {};

    StoreProbe(CredentialStore store) {
        this.store = store;
    }

    @Override
    public Optional<StoredCredential> load(AccountId accountId) {
        beforeLoad.run();
        return store.load(accountId);
    }

    @Override
    public void save(StoredCredential next) {
        beforeSave.run();
        store.save(next);
        afterSave.run();
    }

    @Override
    public boolean delete(AccountId accountId) {
        beforeDelete.run();
        return store.delete(accountId);
    }

    @Override
    public List<CredentialMetadata> list() {
        beforeList.run();
        return store.list();
    }
}
