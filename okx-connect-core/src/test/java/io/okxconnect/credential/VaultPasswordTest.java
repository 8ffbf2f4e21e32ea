package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault that gets another password or key while it is used. */
class VaultPasswordTest {
    private static final AccountId ALICE = AccountId.of("alice");
    private static final char[] NEXT = Canary.CLIENT_SECRET.toCharArray();

    @TempDir
    private Path parent;

    private Path vault() {
        return parent.resolve("okx.vault");
    }

    private EncryptedFileCredentialStore openNext(Path directory) {
        return TestVaults.open(directory, new NioFileOps(), Canary.CLIENT_SECRET);
    }

    private static Secret key() {
        return Secret.of(Canary.SECRET_KEY);
    }

    private static void save(CredentialStore store, long revision) {
        try (StoredCredential next = CredentialSamples.stored("alice", revision)) {
            store.save(next);
        }
    }

    private static void assertHolds(CredentialStore store, long revision) {
        try (StoredCredential stored = store.load(ALICE).orElseThrow()) {
            assertThat(stored.revision()).isEqualTo(revision);
        }
    }

    private static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CredentialStoreException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void changePassword_storedAccounts_openWithTheNewOneAlone() {
        try (EncryptedFileCredentialStore store = TestVaults.open(vault())) {
            save(store, 1);
            store.changePassword(NEXT);
            save(store, 2);
        }

        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> TestVaults.open(vault()));
        try (CredentialStore store = openNext(vault())) {
            assertHolds(store, 2);
        }
    }

    @Test
    void changePassword_otherStoreIsOpen_goesOn() {
        try (EncryptedFileCredentialStore one = TestVaults.open(vault());
                EncryptedFileCredentialStore other = TestVaults.open(vault())) {
            save(one, 1);
            one.changePassword(NEXT);

            assertHolds(other, 1);
            save(other, 2);
            assertHolds(one, 2);
            assertThat(other.list()).hasSize(1);
            other.changePassword(Canary.STORE_PASSWORD.toCharArray());
        }
        try (CredentialStore store = TestVaults.open(vault())) {
            assertHolds(store, 2);
        }
    }

    @Test
    void changePassword_records_areNotWrittenAnew() throws IOException {
        try (EncryptedFileCredentialStore store = TestVaults.open(vault())) {
            save(store, 1);
            byte[] before = recordBytes();
            byte[] keyset = Files.readAllBytes(vault().resolve("keyset"));

            store.changePassword(NEXT);

            assertThat(recordBytes()).isEqualTo(before);
            assertThat(Files.readAllBytes(vault().resolve("keyset")))
                    .hasSameSizeAs(keyset)
                    .isNotEqualTo(keyset);
        }
    }

    private byte[] recordBytes() throws IOException {
        try (var files = Files.list(vault())) {
            Path record = files.filter(each -> each.toString().endsWith(".okxc"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllBytes(record);
        }
    }

    @Test
    void changeKey_fromPasswordAndBack_opensWithEach() {
        try (EncryptedFileCredentialStore store = TestVaults.open(vault());
                Secret key = key()) {
            save(store, 1);
            store.changeKey(key);
        }
        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> TestVaults.open(vault()));
        try (Secret key = key();
                EncryptedFileCredentialStore store = TestVaults.open(vault(), key)) {
            assertHolds(store, 1);
            store.changePassword(NEXT);
        }
        try (CredentialStore store = openNext(vault())) {
            assertHolds(store, 1);
        }
    }

    @Test
    void changePassword_eachOperationFailing_opensWithTheOldOrTheNewOne() {
        int faults = 0;
        for (boolean failed = true; failed; faults++) {
            Path directory = parent.resolve("okx-" + faults + ".vault");
            FaultyFileOps disk = new FaultyFileOps();
            boolean acknowledged;
            try (EncryptedFileCredentialStore store = TestVaults.open(directory, disk.files())) {
                save(store, 1);
                disk.failOperation(faults + 1);
                acknowledged = tryToChange(store);
                failed = disk.hasFailed();
                disk.failOperation(Integer.MAX_VALUE);
                save(store, 2);
            }
            try (CredentialStore store = acknowledged ? openNext(directory) : openWithEither(directory)) {
                assertHolds(store, 2);
            }
        }
        assertThat(faults).as("operations of one change").isGreaterThan(10);
    }

    private static boolean tryToChange(EncryptedFileCredentialStore store) {
        try {
            store.changePassword(NEXT);
            return true;
        } catch (CredentialStoreException e) {
            // A keyset that cannot be read is not known to be the one that was opened.
            assertThat(e.reason()).isEqualTo(Reason.IO);
            return false;
        }
    }

    private CredentialStore openWithEither(Path directory) {
        try {
            return TestVaults.open(directory);
        } catch (CredentialStoreException changed) {
            return openNext(directory);
        }
    }

    @Test
    void changePassword_closedOrReplaced_isRefused() throws IOException {
        EncryptedFileCredentialStore closed = TestVaults.open(vault());
        closed.close();
        assertFails(Reason.CLOSED, () -> closed.changePassword(NEXT));

        try (EncryptedFileCredentialStore store = TestVaults.open(vault())) {
            Files.move(vault(), parent.resolve("away"));
            TestVaults.open(vault()).close();

            assertFails(Reason.CORRUPT, () -> store.changePassword(NEXT));
        }
        assertThatCode(() -> TestVaults.open(vault()).close()).doesNotThrowAnyException();
    }

    @Test
    void changePassword_tooShort_changesNothing() {
        try (EncryptedFileCredentialStore store = TestVaults.open(vault());
                Secret half = Secret.of("sixteen bytes...")) {
            assertThatThrownBy(() -> store.changePassword("short".toCharArray()))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("8 characters");
            assertThatThrownBy(() -> store.changeKey(half)).isInstanceOf(InvalidArgumentException.class);
        }
        TestVaults.open(vault()).close();
    }

    @Test
    void everyCall_keysetDamagedWhileOpen_isRefused() throws IOException {
        try (EncryptedFileCredentialStore store = TestVaults.open(vault())) {
            save(store, 1);
            Path keyset = vault().resolve("keyset");
            byte[] bytes = Files.readAllBytes(keyset);
            bytes[100] ^= 1;
            Files.write(keyset, bytes);

            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    store::list, () -> save(store, 2), () -> store.delete(ALICE), () -> store.changePassword(NEXT))) {
                assertFails(Reason.CORRUPT, call);
            }
        }
    }
}
