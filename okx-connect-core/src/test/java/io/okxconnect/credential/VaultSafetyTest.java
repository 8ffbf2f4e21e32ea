package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.canary.CanaryGraph;
import io.okxconnect.canary.CanaryScanner;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the encrypted file store must do with files that somebody else touched. */
class VaultSafetyTest {
    private static final AccountId ALICE = AccountId.of("alice");

    @TempDir
    private Path parent;

    private Path directory;

    @BeforeEach
    void createStoreWithTwoAccounts() {
        directory = parent.resolve("okx.vault");
        try (CredentialStore store = TestVaults.open(directory)) {
            save(store, "alice", 1);
            save(store, "bob", 1);
        }
    }

    @Test
    void files_ofTheStore_arePrivateAndShowNoSecret() throws IOException {
        assertThat(mode(directory)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(4);
            for (Path file : all) {
                assertThat(mode(file)).as("%s", file).isEqualTo("rw-------");
                assertThat(CanaryScanner.canaries().find(Files.readAllBytes(file)))
                        .isEmpty();
                assertThat(file.getFileName().toString()).doesNotContain("alice", "bob");
            }
        }
    }

    @Test
    void open_wrongPassword_isToldApartFromDamage() throws IOException {
        byte[] before = Files.readAllBytes(keyset());
        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> TestVaults.open(directory, new NioFileOps(), "wrong-password"));
        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> TestVaults.open(directory, key(1)));
        assertThat(Files.readAllBytes(keyset())).isEqualTo(before);
        assertThat(loadsAlice()).isTrue();
    }

    @Test
    void open_keysetChanged_isRefusedAndLeftAlone() throws IOException {
        byte[] good = Files.readAllBytes(keyset());
        assertThat(good).hasSize(188);
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(CredentialStoreException.class)
                    .as("bit %d", bit)
                    .isThrownBy(() -> VaultKeyset.fromBytes(VaultPart.file(keyset()), bad, TestVaults.QUICK))
                    .extracting(CredentialStoreException::reason)
                    .isEqualTo(Reason.CORRUPT);
        }
        byte[] shorter = java.util.Arrays.copyOf(good, 100);
        Files.write(keyset(), shorter);
        assertFails(Reason.CORRUPT, () -> TestVaults.open(directory));
        assertThat(Files.readAllBytes(keyset())).isEqualTo(shorter);
        Files.write(keyset(), good);
        assertThat(loadsAlice()).isTrue();
    }

    @Test
    void open_keysetMissingOrEmpty_isNeverMadeAnew() throws IOException {
        byte[] good = Files.readAllBytes(keyset());
        Files.write(keyset(), new byte[0]);
        assertFails(Reason.CORRUPT, () -> TestVaults.open(directory));
        Files.delete(keyset());
        assertFails(Reason.CORRUPT, () -> TestVaults.open(directory));
        assertThat(keyset()).doesNotExist();
        Files.write(keyset(), good);
        Files.setPosixFilePermissions(keyset(), PosixFilePermissions.fromString("rw-------"));
        assertThat(loadsAlice()).isTrue();
    }

    @Test
    void open_iterationsOutsideTheBounds_areRefusedBeforeAnythingIsDerived() {
        // Made with 2 iterations, which production must not accept; deriving with 2,000,000,000 would take an hour.
        assertFails(
                Reason.CORRUPT,
                () -> EncryptedFileCredentialStore.open(directory, Canary.STORE_PASSWORD.toCharArray()));
        assertThat(VaultUnlock.Limits.PRODUCTION.allow(599_999)).isFalse();
        assertThat(VaultUnlock.Limits.PRODUCTION.allow(600_000)).isTrue();
        assertThat(VaultUnlock.Limits.PRODUCTION.allow(10_000_000)).isTrue();
        assertThat(VaultUnlock.Limits.PRODUCTION.allow(2_000_000_000)).isFalse();
        assertThat(VaultUnlock.Limits.PRODUCTION.allow(-1)).isFalse();
    }

    @Test
    void open_directoryWithOtherThings_isRefusedAndLeftAlone() throws IOException {
        Path home = parent.resolve("home");
        Files.createDirectory(home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(home.resolve("letter.txt"), "mine");
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> TestVaults.open(home))
                .satisfies(e -> assertThat(e.argument()).isEqualTo("directory"));
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void open_loosePermissions_isRefused() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));
        assertFails(Reason.UNSAFE_PERMISSIONS, () -> TestVaults.open(directory));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(keyset(), PosixFilePermissions.fromString("rw----r--"));
        assertFails(Reason.UNSAFE_PERMISSIONS, () -> TestVaults.open(directory));
    }

    @Test
    void open_linkInPlaceOfDirectoryOrFile_isRefused() throws IOException {
        Path link = Files.createSymbolicLink(parent.resolve("link.vault"), directory);
        assertFails(Reason.UNSAFE_PERMISSIONS, () -> TestVaults.open(link));
        Path elsewhere = Files.move(keyset(), parent.resolve("keyset"));
        Files.createSymbolicLink(keyset(), elsewhere);
        assertFails(Reason.UNSAFE_PERMISSIONS, () -> TestVaults.open(directory));
    }

    @Test
    void open_parentMissing_isIo() {
        assertFails(Reason.IO, () -> TestVaults.open(parent.resolve("no/such/okx.vault")));
    }

    @Test
    void load_recordLinkedOrOpenToOthers_isRefused() throws IOException {
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            Path file = fileOf(store, "alice");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
            assertFails(Reason.UNSAFE_PERMISSIONS, () -> store.load(ALICE));
            assertThat(store.damagedFiles()).containsExactly(file.toRealPath());
        }
    }

    @Test
    void load_olderFilePutBack_isRolledBack() throws IOException {
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            Path file = fileOf(store, "alice");
            byte[] first = Files.readAllBytes(file);
            save(store, "alice", 2);
            byte[] second = Files.readAllBytes(file);
            Files.write(file, first);
            assertFails(Reason.ROLLED_BACK, () -> store.load(ALICE));
            assertFails(Reason.ROLLED_BACK, () -> save(store, "alice", 2));
            assertThat(store.list()).containsExactly(CredentialSamples.metadata("bob"));
            Files.write(file, second);
            store.load(ALICE).orElseThrow().close();
        }
    }

    @Test
    void load_deletedFilePutBack_isRolledBack() throws IOException {
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            Path file = fileOf(store, "alice");
            byte[] first = Files.readAllBytes(file);
            store.load(ALICE).orElseThrow().close();
            store.delete(ALICE);
            restore(file, first);
            assertFails(Reason.ROLLED_BACK, () -> store.load(ALICE));
            assertThat(store.delete(ALICE)).isTrue();
            save(store, "alice", 1);
            restore(file, first);
            assertFails(Reason.ROLLED_BACK, () -> store.load(ALICE));
        }
    }

    @Test
    void load_deletedWithoutEverBeingReadThenPutBack_isRolledBack() throws IOException {
        Path file;
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            file = fileOf(store, "alice");
        }
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            byte[] first = Files.readAllBytes(file);
            assertThat(store.delete(ALICE)).isTrue();
            restore(file, first);
            assertFails(Reason.ROLLED_BACK, () -> store.load(ALICE));
            assertFails(Reason.ROLLED_BACK, () -> save(store, "alice", 2));
            assertThat(store.delete(ALICE)).isTrue();
            save(store, "alice", 1);
        }
    }

    @Test
    void load_deletedAndStoredAgainByAnother_isAccepted() {
        try (CredentialStore one = TestVaults.open(directory);
                CredentialStore two = TestVaults.open(directory)) {
            save(one, "alice", 2);
            two.delete(ALICE);
            save(two, "alice", 1);
            try (StoredCredential seen = one.load(ALICE).orElseThrow()) {
                assertThat(seen.revision()).isEqualTo(1);
            }
            assertThat(one.load(AccountId.of("nobody"))).isEmpty();
        }
    }

    @Test
    void load_damagedRecord_isCorruptAndHidesNoOther() throws IOException {
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            Path file = fileOf(store, "alice");
            byte[] zeros = new byte[100];
            Files.write(file, zeros);
            assertFails(Reason.CORRUPT, () -> store.load(ALICE));
            assertFails(Reason.CORRUPT, () -> save(store, "alice", 2));
            assertFails(Reason.CORRUPT, () -> save(store, "alice", 1));
            assertThat(Files.readAllBytes(file)).isEqualTo(zeros);
            assertThat(store.list()).containsExactly(CredentialSamples.metadata("bob"));
            assertThat(store.damagedFiles()).containsExactly(file.toRealPath());
            assertThat(store.delete(ALICE)).isTrue();
            save(store, "alice", 1);
            assertThat(store.damagedFiles()).isEmpty();
        }
    }

    @Test
    void list_recordThatMayNotBeRead_isDamagedAndHidesNoOther() throws IOException {
        Path denied;
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            denied = fileOf(store, "alice").toRealPath();
        }
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            if (method.equals("read") && arguments[0].equals(denied)) {
                throw new AccessDeniedException(denied.toString());
            }
            return real.call();
        });
        try (EncryptedFileCredentialStore store = TestVaults.open(directory, files)) {
            assertThat(store.list()).containsExactly(CredentialSamples.metadata("bob"));
            assertThat(store.damagedFiles()).containsExactly(denied);
            assertFails(Reason.IO, () -> store.load(ALICE));
            assertFails(Reason.IO, () -> save(store, "alice", 2));
            assertThat(store.delete(ALICE)).isTrue();
            assertThat(store.damagedFiles()).isEmpty();
        }
    }

    @Test
    void list_diskFailing_isIo() {
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            if (method.equals("read") && arguments[0].toString().endsWith(".okxc")) {
                throw new IOException("injected");
            }
            return real.call();
        });
        try (EncryptedFileCredentialStore store = TestVaults.open(directory, files)) {
            assertFails(Reason.IO, store::list);
            assertFails(Reason.IO, store::damagedFiles);
        }
    }

    @Test
    void list_secretsBoxDamaged_isStillListed() throws IOException {
        try (EncryptedFileCredentialStore store = TestVaults.open(directory)) {
            Path file = fileOf(store, "alice");
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
            assertThat(store.list()).hasSize(2);
            assertFails(Reason.CORRUPT, () -> store.load(ALICE));
        }
    }

    @Test
    void save_leftoverTemporaryFiles_areRemoved() throws IOException {
        Path leftover = directory.resolve("0123456789abcdef0123456789abcdef.tmp");
        Files.writeString(leftover, "half a rec");
        try (CredentialStore store = TestVaults.open(directory)) {
            save(store, "alice", 2);
            assertThat(leftover).doesNotExist();
        }
    }

    @Test
    void save_interruptedThread_isStoredAndStaysInterrupted() {
        try (CredentialStore store = TestVaults.open(directory)) {
            Thread.currentThread().interrupt();
            save(store, "alice", 2);
            store.load(ALICE).orElseThrow().close();
            assertThat(Thread.interrupted()).isTrue();
            save(store, "alice", 3);
        }
    }

    @Test
    void close_thenUse_saysClosed() {
        CredentialStore store = TestVaults.open(directory);
        store.close();
        store.close();
        assertFails(Reason.CLOSED, () -> store.load(ALICE));
        assertFails(Reason.CLOSED, () -> save(store, "alice", 2));
        assertFails(Reason.CLOSED, () -> store.delete(ALICE));
        assertFails(Reason.CLOSED, store::list);
    }

    @Test
    void close_oneOfTwoOnADirectory_leavesTheOther() {
        try (CredentialStore one = TestVaults.open(directory)) {
            CredentialStore two = TestVaults.open(directory);
            save(two, "alice", 2);
            two.close();
            save(one, "alice", 3);
        }
    }

    @Test
    void open_key_opensOnlyWithThatKey() {
        Path byKey = parent.resolve("key.vault");
        try (Secret key = key(1);
                CredentialStore store = EncryptedFileCredentialStore.open(byKey, key)) {
            save(store, "alice", 1);
        }
        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> EncryptedFileCredentialStore.open(byKey, key(2)));
        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> TestVaults.open(byKey));
        try (CredentialStore store = EncryptedFileCredentialStore.open(byKey, key(1))) {
            assertThat(store.list()).hasSize(1);
        }
    }

    @Test
    void open_password_isStretchedByDefault() {
        Path real = parent.resolve("real.vault");
        char[] password = Canary.STORE_PASSWORD.toCharArray();
        try (CredentialStore store = EncryptedFileCredentialStore.open(real, password)) {
            save(store, "alice", 1);
            assertThat(store).hasToString("EncryptedFileCredentialStore[" + real + "]");
        }
        try (CredentialStore store = EncryptedFileCredentialStore.open(real, password)) {
            assertThat(store.list()).hasSize(1);
        }
    }

    @Test
    void builder_badArguments_areRefusedByName() {
        assertRefused("password", () -> EncryptedFileCredentialStore.open(directory, "1234567".toCharArray()));
        assertRefused("key", () -> EncryptedFileCredentialStore.open(directory, Secret.of(new byte[31])));
        assertRefused(
                "password, key, keyProvider",
                () -> EncryptedFileCredentialStore.builder(directory).open());
        assertRefused(
                "password, key, keyProvider",
                () -> EncryptedFileCredentialStore.builder(directory)
                        .password("12345678".toCharArray())
                        .key(key(1))
                        .open());
        assertRefused(
                "kdfIterations",
                () -> EncryptedFileCredentialStore.builder(directory).kdfIterations(599_999));
    }

    @Test
    void save_hugeMetadata_isRefusedBeforeAnythingIsWritten() {
        try (CredentialStore store = TestVaults.open(directory);
                ApiKeyCredential key = CredentialSamples.apiKey();
                StoredCredential huge = StoredCredential.of(
                        CredentialSamples.metadata("alice").toBuilder()
                                .attribute("big", "x".repeat(1 << 20))
                                .build(),
                        2,
                        key)) {
            assertRefused("next", () -> store.save(huge));
            save(store, "alice", 2);
        }
    }

    private boolean loadsAlice() {
        try (CredentialStore store = TestVaults.open(directory)) {
            store.load(ALICE).orElseThrow().close();
            return true;
        }
    }

    private Path keyset() {
        return directory.resolve("keyset");
    }

    /** The one file that changes when the account is stored. */
    private Path fileOf(CredentialStore store, String accountId) throws IOException {
        for (Path file : records()) {
            byte[] before = Files.readAllBytes(file);
            Files.delete(file);
            boolean isIt = store.load(AccountId.of(accountId)).isEmpty();
            restore(file, before);
            if (isIt) {
                return file;
            }
        }
        throw new AssertionError("no file for " + accountId);
    }

    private List<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.toString().endsWith(".okxc")).toList();
        }
    }

    private static void restore(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static void save(CredentialStore store, String accountId, long revision) {
        try (StoredCredential next = CredentialSamples.stored(accountId, revision)) {
            store.save(next);
        }
    }

    private static Secret key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Secret.of(bytes);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertRefused(String argument, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.argument()).isEqualTo(argument));
    }

    private static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(CanaryGraph.find(e)).isEmpty());
    }
}
