package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.ForwardingStore;
import io.okxconnect.credential.StoredCredential;
import java.util.List;
import java.util.Optional;

/** A store that does something before each call, or after a save, and hands the call on; what it does may throw. */
final class StoreProbe extends ForwardingStore {
    volatile Runnable beforeLoad = () -> {};
    volatile Runnable beforeSave = () -> {};
    volatile Runnable afterSave = () -> {};
    volatile Runnable beforeDelete = () -> {};
    volatile Runnable beforeList = () -> {};

    StoreProbe(CredentialStore store) {
        super(store);
    }

    @Override
    public Optional<StoredCredential> load(AccountId accountId) {
        beforeLoad.run();
        return super.load(accountId);
    }

    @Override
    public void save(StoredCredential next) {
        beforeSave.run();
        super.save(next);
        afterSave.run();
    }

    @Override
    public boolean delete(AccountId accountId) {
        beforeDelete.run();
        return super.delete(accountId);
    }

    @Override
    public List<CredentialMetadata> list() {
        beforeList.run();
        return super.list();
    }
}
