package io.okxconnect.credential;

import io.okxconnect.credential.contract.CredentialStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class EncryptedFileCredentialStoreTest extends CredentialStoreContract {
    @TempDir
    private Path parent;

    @Override
    protected CredentialStore createStore() {
        return TestVaults.open(parent.resolve("okx.vault"));
    }

    @Override
    protected Optional<CredentialStore> reopen(CredentialStore store) {
        return Optional.of(createStore());
    }
}
