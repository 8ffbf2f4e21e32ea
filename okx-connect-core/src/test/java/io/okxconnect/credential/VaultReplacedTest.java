package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that is emptied, unmounted or replaced while the store is open: nothing may be acknowledged that is lost. */
class VaultReplacedTest {
    private static final AccountId ALICE = AccountId.of("alice");

    @TempDir
    private Path parent;

    private Path directory;
    private Path away;

    @BeforeEach
    void createStoreWithOneAccount() {
        directory = parent.resolve("okx.vault");
        away = parent.resolve("away.vault");
        try (CredentialStore store = TestVaults.open(directory)) {
            save(store, "alice", 1);
        }
    }

    @Test
    void everyCall_directoryReplacedByAnEmptyOne_isCorruptAndWritesNothing() throws IOException {
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            Files.move(directory, away);
            createPrivateDirectory();
            assertNothingWorks(store);
            assertThat(entries()).isEmpty();
            Files.delete(directory);
            Files.move(away, directory);
            assertEverythingWorks(store);
        }
    }

    @Test
    void everyCall_directoryEmptiedAfterASave_isCorruptAndWritesNothing() throws IOException {
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            save(store, "alice", 2);
            for (Path file : entries()) {
                Files.delete(file);
            }
            assertNothingWorks(store);
            assertThat(entries()).isEmpty();
        }
    }

    @Test
    void everyCall_directoryGone_isCorruptAndWritesNothing() throws IOException {
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            Files.move(directory, away);
            assertNothingWorks(store);
            assertThat(directory).doesNotExist();
            Files.move(away, directory);
            assertEverythingWorks(store);
        }
    }

    @Test
    void everyCall_anotherStoreInItsPlace_isCorruptAndWritesNothing() throws IOException {
        Path other = parent.resolve("other.vault");
        try (CredentialStore store = TestVaults.open(other)) {
            save(store, "bob", 1);
        }
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            Files.move(directory, away);
            Files.move(other, directory);
            List<Path> before = entries();
            assertNothingWorks(store);
            assertThat(entries()).isEqualTo(before);
            Files.move(directory, other);
            Files.move(away, directory);
            assertEverythingWorks(store);
        }
    }

    private static void assertNothingWorks(EncryptedFileCredentialStore store) {
        assertCorrupt(() -> store.load(ALICE));
        assertCorrupt(store::list);
        assertCorrupt(store::damagedFiles);
        assertCorrupt(() -> save(store, "carol", 1));
        assertCorrupt(() -> store.delete(ALICE));
    }

    private static void assertEverythingWorks(EncryptedFileCredentialStore store) {
        save(store, "carol", 1);
        assertThat(store.list()).hasSize(2);
        store.load(ALICE).orElseThrow().close();
        assertThat(store.load(AccountId.of("nobody"))).isEmpty();
        assertThat(store.delete(ALICE)).isTrue();
    }

    private void createPrivateDirectory() throws IOException {
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static void save(CredentialStore store, String accountId, long revision) {
        try (StoredCredential next = CredentialSamples.stored(accountId, revision)) {
            store.save(next);
        }
    }

    private static void assertCorrupt(ThrowingCallable call) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT))
                .withMessageContaining("keyset");
    }
}
