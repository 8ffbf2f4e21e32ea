package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand accounts in one vault, opened by a process with a small heap. */
class VaultScaleTest {
    private static final int ACCOUNTS = 10_000;
    private static final AccountId SOME = AccountId.of("account-9999");
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    @TempDir
    private Path parent;

    @Test
    void list_tenThousandAccountsWhoseSecretsAreAllDamaged_opensNoneInASmallHeap() throws Exception {
        Path vault = parent.resolve("okx.vault");
        writeAccounts(vault);
        System.out.print(JavaProcess.start(parent, List.of("-Xmx128m"), Lister.class, vault.toString())
                .join());
    }

    /** With the store's own keys and sealing, but without its care for each file; the last byte of the secrets is wrong. */
    private static void writeAccounts(Path vault) throws IOException {
        EncryptedFileCredentialStore.open(vault, password()).close();
        VaultSeams seams = VaultSeams.production();
        try (VaultUnlock unlock = new VaultUnlock.Password(password(), 1);
                VaultKeys keys = VaultKeyset.fromBytes(
                                VaultPart.file(vault),
                                Files.readAllBytes(vault.resolve("keyset")),
                                VaultUnlock.Limits.PRODUCTION)
                        .unwrap(unlock)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                try (StoredCredential next = CredentialSamples.stored("account-" + i, 1)) {
                    byte[] name = keys.nameOf(next.metadata().accountId());
                    byte[] sealed = VaultRecord.seal(
                            keys, seams.random(), name, VaultRecord.newIncarnation(seams.random()), next);
                    sealed[sealed.length - 1] ^= 1;
                    Files.write(
                            Files.createFile(vault.resolve(HexFormat.of().formatHex(name) + ".okxc"), PRIVATE), sealed);
                }
            }
        }
    }

    private static char[] password() {
        return Canary.STORE_PASSWORD.toCharArray();
    }

    /** The main class of the process with the small heap. */
    static final class Lister {
        private Lister() {}

        public static void main(String[] arguments) {
            Stopwatch watch = new Stopwatch();
            try (EncryptedFileCredentialStore store =
                    EncryptedFileCredentialStore.open(Path.of(arguments[0]), password())) {
                watch.lap("open with one key derivation");
                assertThat(store.list()).hasSize(ACCOUNTS);
                watch.lap("list " + ACCOUNTS + " accounts in a vault");
                assertThat(store.damagedFiles()).isEmpty();
                assertThatExceptionOfType(CredentialStoreException.class)
                        .isThrownBy(() -> store.load(SOME))
                        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT));
            }
        }
    }
}
