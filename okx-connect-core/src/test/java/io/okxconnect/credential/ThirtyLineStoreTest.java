package io.okxconnect.credential;

import io.okxconnect.credential.contract.CredentialStoreContract;
import java.util.Optional;
import java.util.OptionalLong;

class ThirtyLineStoreTest extends CredentialStoreContract {

    @Override
    protected CredentialStore createStore() {
        return new ThirtyLineStore();
    }

    @Override
    protected Optional<CredentialStore> reopen(CredentialStore store) {
        return Optional.of(new ThirtyLineStore(((ThirtyLineStore) store).table));
    }

    @Override
    protected OptionalLong secretsRead(CredentialStore store) {
        return OptionalLong.of(((ThirtyLineStore) store).secretsRead.get());
    }
}
