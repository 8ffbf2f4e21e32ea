package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.contract.CredentialStoreContract;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The published contract, on the example's store. */
class VaultKvCredentialStoreTest extends CredentialStoreContract {
    private final List<PlayedVault> vaults = new ArrayList<>();

    @Override
    protected CredentialStore createStore() {
        try {
            vaults.add(new PlayedVault());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open();
    }

    @Override
    protected Optional<CredentialStore> reopen(CredentialStore store) {
        return Optional.of(open());
    }

    private CredentialStore open() {
        return new VaultKvCredentialStore(vault().engine(), PlayedVault.TOKEN);
    }

    private PlayedVault vault() {
        return vaults.get(vaults.size() - 1);
    }

    @AfterEach
    void stop() {
        vaults.forEach(PlayedVault::close);
    }

    @Test
    void calls_tokenRefusedOrVaultGone_areIo() {
        createStore();
        CredentialStore stranger = new VaultKvCredentialStore(vault().engine(), "hvs.of-somebody-else");
        assertIsIo(stranger);
        vault().close();
        assertIsIo(open());
    }

    private static void assertIsIo(CredentialStore store) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> store.load(AccountId.of("alice")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.IO))
                .satisfies(e -> assertThat(e).hasNoCause());
    }
}
