package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.credential.contract.CredentialStoreContract;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import org.junit.jupiter.api.Test;

class InMemoryCredentialStoreTest extends CredentialStoreContract {

    @Override
    protected CredentialStore createStore() {
        return new InMemoryCredentialStore();
    }

    @Test
    void load_afterClose_saysClosed() {
        CredentialStore store = createStore();
        try (StoredCredential stored = CredentialSamples.stored("alice", 1)) {
            store.save(stored);
        }
        store.close();
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> store.load(AccountId.of("alice")))
                .extracting(CredentialStoreException::reason)
                .isEqualTo(Reason.CLOSED);
        assertThat(store).hasToString("InMemoryCredentialStore");
    }
}
