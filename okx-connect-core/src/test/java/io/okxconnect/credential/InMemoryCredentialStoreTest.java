package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.credential.contract.CredentialStoreContract;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InMemoryCredentialStoreTest extends CredentialStoreContract {

    @Override
    protected CredentialStore createStore() {
        return new InMemoryCredentialStore();
    }

    @Test
    void everyCall_afterClose_saysClosed() {
        AccountId alice = AccountId.of("alice");
        CredentialStore store = createStore();
        try (StoredCredential stored = CredentialSamples.stored("alice", 1)) {
            store.save(stored);
            store.close();
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> store.load(alice), () -> store.save(stored), () -> store.delete(alice), store::list)) {
                assertThatExceptionOfType(CredentialStoreException.class)
                        .isThrownBy(call)
                        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
            }
        }
        assertThat(store).hasToString("InMemoryCredentialStore");
    }
}
