package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moments of a vault's calls at which something rare happens: a close, another opener, a disk that lies. */
class VaultWritePathTest {
    private static final AccountId ALICE = AccountId.of("alice");

    @TempDir
    private Path parent;

    private Path directory;

    @BeforeEach
    void createStoreWithOneAccount() {
        directory = parent.resolve("okx.vault");
        try (CredentialStore store = TestVaults.open(directory)) {
            save(store, 1);
        }
    }

    private static void save(CredentialStore store, long revision) {
        try (StoredCredential next = CredentialSamples.stored("alice", revision)) {
            store.save(next);
        }
    }

    private static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static boolean isRecord(Object path) {
        return path.toString().endsWith(".okxc");
    }

    private interface Closer {
        Object around(AtomicReference<CredentialStore> store, Callable<Object> real) throws Exception;
    }

    /** A store that something happens to whenever a record is read. */
    private EncryptedFileCredentialStore atEachRead(Closer closer) {
        AtomicReference<CredentialStore> store = new AtomicReference<>();
        EncryptedFileCredentialStore opened = TestVaults.open(
                directory,
                HookedFileOps.files((method, arguments, real) ->
                        method.equals("read") && isRecord(arguments[0]) ? closer.around(store, real) : real.call()));
        store.set(opened);
        return opened;
    }

    @Test
    void calls_closedWhileARecordIsRead_sayClosedAndCallNothingDamaged() {
        for (int i = 0; i < 4; i++) {
            try (EncryptedFileCredentialStore store = atEachRead((opened, real) -> {
                opened.get().close();
                return real.call();
            })) {
                List<ThrowingCallable> calls =
                        List.of(() -> store.load(ALICE), () -> store.delete(ALICE), store::list, () -> save(store, 2));
                assertFails(Reason.CLOSED, calls.get(i));
            }
        }
        try (CredentialStore store = TestVaults.open(directory);
                StoredCredential stored = store.load(ALICE).orElseThrow()) {
            assertThat(stored.revision()).as("nothing was deleted or written").isEqualTo(1);
        }
    }

    @Test
    void save_whatWasWrittenReadsBackDifferent_isIoAndLeavesTheOldOne() throws IOException {
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            Object result = real.call();
            if (method.equals("read") && arguments[0].toString().endsWith(".tmp")) {
                ((byte[]) result)[0] ^= 1;
            }
            return result;
        });
        try (CredentialStore store = TestVaults.open(directory, files)) {
            assertFails(Reason.IO, () -> save(store, 2));
            try (StoredCredential stored = store.load(ALICE).orElseThrow()) {
                assertThat(stored.revision()).isEqualTo(1);
            }
        }
        assertThat(temporaries()).isEmpty();
    }

    private List<Path> temporaries() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }

    @Test
    void save_writeFailsAndItsTemporaryCannotBeRemoved_reportsTheWrite() {
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            if (method.equals("replace")) {
                throw new IOException("replace");
            }
            if (method.equals("delete")) {
                throw new IOException("delete");
            }
            return real.call();
        });
        try (CredentialStore store = TestVaults.open(directory, files)) {
            assertThatExceptionOfType(CredentialStoreException.class)
                    .isThrownBy(() -> save(store, 2))
                    .satisfies(e -> assertThat(e.getCause()).hasMessage("replace"));
        }
    }

    @Test
    void load_fileLongerThanAnyRecord_isCorrupt() throws IOException {
        try (CredentialStore store = TestVaults.open(directory);
                var files = Files.list(directory)) {
            Path record = files.filter(VaultWritePathTest::isRecord).findFirst().orElseThrow();
            Files.write(record, new byte[VaultRecord.MAX_LENGTH]);
            assertThatExceptionOfType(CredentialStoreException.class)
                    .isThrownBy(() -> store.load(ALICE))
                    .withMessageNotContaining("longer");
            Files.write(record, new byte[VaultRecord.MAX_LENGTH + 1]);
            assertThatExceptionOfType(CredentialStoreException.class)
                    .isThrownBy(() -> store.load(ALICE))
                    .withMessageContaining("longer");
        }
    }

    @Test
    void load_deletedBetweenLookAndRead_isEmpty() {
        try (EncryptedFileCredentialStore store = atEachRead((opened, real) -> {
            try (CredentialStore other = TestVaults.open(directory)) {
                other.delete(ALICE);
            }
            return real.call();
        })) {
            assertThat(store.load(ALICE)).isEmpty();
        }
    }

    @Test
    void delete_fileCannotBeRemoved_isIo() {
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            if (method.equals("delete") && isRecord(arguments[0])) {
                throw new IOException("injected");
            }
            return real.call();
        });
        try (CredentialStore store = TestVaults.open(directory, files)) {
            assertFails(Reason.IO, () -> store.delete(ALICE));
            store.load(ALICE).orElseThrow().close();
        }
    }

    @Test
    void open_directoryVanishesAfterItWasChecked_isIo() {
        Path other = parent.resolve("other.vault");
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            Object result = real.call();
            if (method.equals("isOpenToOthers") && arguments[0].equals(other)) {
                Files.delete(other);
            }
            return result;
        });
        assertFails(Reason.IO, () -> TestVaults.open(other, files));
    }

    @Test
    void open_recordsAppearWithoutAKeysetBeforeTheLock_isCorruptAndNoKeysetIsMade() {
        Path other = parent.resolve("other.vault");
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            if (method.equals("tryLock")) {
                Files.createFile(other.resolve("0".repeat(64) + ".okxc"));
            }
            return real.call();
        });
        assertFails(Reason.CORRUPT, () -> TestVaults.open(other, files));
        assertThat(other.resolve("keyset")).doesNotExist();
    }

    @Test
    void open_anotherOpenerMakesTheStoreWhileThisOneMakesKeys_usesThat() {
        Path other = parent.resolve("other.vault");
        AtomicBoolean raced = new AtomicBoolean();
        SecureRandom slow = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                if (!raced.getAndSet(true)) {
                    try (CredentialStore first = TestVaults.open(other)) {
                        save(first, 1);
                    }
                }
                super.nextBytes(bytes);
            }
        };
        try (CredentialStore second = EncryptedFileCredentialStore.builder(other)
                .seams(new VaultSeams(new NioFileOps(), slow, new TestVaults.FakeWaiting()), TestVaults.QUICK)
                .password(Canary.STORE_PASSWORD.toCharArray())
                .open()) {
            second.load(ALICE).orElseThrow().close();
        }
        assertThat(raced).isTrue();
    }

    @Test
    void prepare_rootThatIsAbsent_hasNoParentToMakeDurable() {
        Path root = parent.getRoot();
        FileOps files = HookedFileOps.files((method, arguments, real) -> switch (method) {
            case "kind" -> FileOps.Kind.ABSENT;
            case "createDirectory" -> null;
            case "forceDirectory" -> throw new AssertionError("there is nothing above " + arguments[0]);
            default -> real.call();
        });
        VaultSeams seams = new VaultSeams(files, new SecureRandom(), new TestVaults.FakeWaiting());
        assertFails(Reason.UNSAFE_PERMISSIONS, () -> new VaultDirectory(root, seams).prepare());
    }

    @Test
    void forceStore_root_isForcedAlone() {
        Path root = parent.getRoot();
        List<Object> forced = new ArrayList<>();
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            assertThat(method).isEqualTo("forceDirectory");
            forced.add(arguments[0]);
            return null;
        });
        new VaultDirectory(root, new VaultSeams(files, new SecureRandom(), new TestVaults.FakeWaiting())).forceStore();
        assertThat(forced).containsExactly(root);
    }

    @Test
    void kdfIterations_outOfBounds_areRefusedByName() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(
                        () -> EncryptedFileCredentialStore.builder(directory).kdfIterations(599_999))
                .satisfies(e -> assertThat(e.argument()).isEqualTo("kdfIterations"));
        EncryptedFileCredentialStore.builder(directory).kdfIterations(600_000).kdfIterations(10_000_000);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(
                        () -> EncryptedFileCredentialStore.builder(directory).kdfIterations(10_000_001));
    }
}
