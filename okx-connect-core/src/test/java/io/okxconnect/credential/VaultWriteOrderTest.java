package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change does to the disk and to the lock, in this order; each step is there for a loss that it prevents. */
class VaultWriteOrderTest {
    private static final AccountId ALICE = AccountId.of("alice");
    private static final Set<String> NOTICED = Set.of(
            "createDirectory",
            "createNew",
            "write",
            "force",
            "close",
            "replace",
            "delete",
            "forceDirectory",
            "openLock",
            "tryLock",
            "unlock");

    /** How a file gets its content: whole on the disk before its name is, and only while the lock is held. */
    private static final List<String> NEW_CONTENT = List.of(
            "createNew tmp",
            "write",
            "force",
            "close",
            "read back tmp",
            "look at lock",
            "replace tmp",
            "forceDirectory okx.vault",
            "look at lock");

    @TempDir
    private Path parent;

    private Path directory;
    private final List<String> steps = new ArrayList<>();
    /** Which look at who holds the lock, counted from one, finds somebody else; 0 for none. */
    private int lostAtLook;

    @BeforeEach
    void nameDirectory() {
        directory = parent.resolve("okx.vault");
    }

    private EncryptedFileCredentialStore open() {
        return TestVaults.open(directory, HookedFileOps.files(this::recorded));
    }

    private Object recorded(String method, Object[] arguments, Callable<Object> real) throws Exception {
        boolean isLookAtLock = method.equals("read") && arguments.length == 1;
        if (isLookAtLock && --lostAtLook == 0) {
            steps.add("look at lock: lost");
            return new byte[16];
        }
        if (isLookAtLock) {
            steps.add("look at lock");
        } else if (method.equals("read") && arguments[0].toString().endsWith(".tmp")) {
            steps.add("read back tmp");
        } else if (NOTICED.contains(method)) {
            steps.add(arguments.length > 0 && arguments[0] instanceof Path path ? method + " " + nameOf(path) : method);
        }
        return real.call();
    }

    private String nameOf(Path path) {
        String name = path.getFileName().toString();
        if (path.equals(parent)) {
            return "parent";
        }
        return name.contains(".") && !path.equals(directory) ? name.substring(name.indexOf('.') + 1) : name;
    }

    private static List<String> around(List<String> before, List<String> middle, List<String> after) {
        return Stream.of(before, middle, after).flatMap(List::stream).toList();
    }

    private List<String> stepsOf(Runnable call) {
        steps.clear();
        call.run();
        return List.copyOf(steps);
    }

    private static void save(CredentialStore store, long revision) {
        try (StoredCredential next = CredentialSamples.stored("alice", revision)) {
            store.save(next);
        }
    }

    private void assertLockLostBefore(ThrowingCallable call) {
        lostAtLook = 1;
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call)
                .withMessageContaining("taken by another process")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.IO));
        assertThat(lostAtLook).as("the look was taken").isZero();
    }

    @Test
    void open_newDirectory_isDurableBeforeItIsReturned() {
        assertThat(stepsOf(() -> open().close()))
                .containsExactlyElementsOf(around(
                        List.of(
                                "createDirectory okx.vault",
                                "forceDirectory parent",
                                "openLock lock",
                                "tryLock",
                                "write"),
                        NEW_CONTENT,
                        List.of("unlock", "close")));
    }

    @Test
    void save_firstOfAProcess_makesTheStoreItselfDurableToo() {
        open().close();
        try (CredentialStore store = open()) {
            assertThat(stepsOf(() -> save(store, 1)))
                    .containsExactlyElementsOf(around(
                            List.of(
                                    "openLock lock",
                                    "tryLock",
                                    "write",
                                    "forceDirectory okx.vault",
                                    "forceDirectory parent"),
                            NEW_CONTENT,
                            List.of("unlock")));
        }
    }

    @Test
    void save_later_forcesTheFileBeforeItIsSeenAndItsNameBeforeItReturns() {
        try (CredentialStore store = open()) {
            save(store, 1);
            assertThat(stepsOf(() -> save(store, 2)))
                    .containsExactlyElementsOf(around(List.of("tryLock", "write"), NEW_CONTENT, List.of("unlock")));
        }
    }

    @Test
    void save_temporaries_haveNamesThatNobodyGuesses() {
        List<Path> temporaries = new ArrayList<>();
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            if (method.equals("createNew")) {
                temporaries.add((Path) arguments[0]);
            }
            return real.call();
        });
        try (CredentialStore store = TestVaults.open(directory, files)) {
            save(store, 1);
            save(store, 2);
        }
        assertThat(temporaries).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void delete_always_forcesTheDirectoryBeforeItReturns() {
        try (CredentialStore store = open()) {
            save(store, 1);
            assertThat(stepsOf(() -> store.delete(ALICE)))
                    .containsExactly(
                            "tryLock",
                            "write",
                            "look at lock",
                            "delete okxc",
                            "forceDirectory okx.vault",
                            "look at lock",
                            "unlock");
        }
    }

    @Test
    void open_recordsWithoutAKeyset_releasesAndClosesTheLock() {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> TestVaults.open(directory, HookedFileOps.files((method, arguments, real) -> {
                    if (method.equals("tryLock")) {
                        Files.createFile(directory.resolve("0".repeat(64) + ".okxc"));
                    }
                    return recorded(method, arguments, real);
                })))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT));
        assertThat(steps).endsWith("openLock lock", "tryLock", "write", "unlock", "close");
    }

    @Test
    void save_lockLostBeforeTheChange_changesNothingAndLeavesNothing() {
        try (CredentialStore store = open()) {
            save(store, 1);
            steps.clear();
            assertLockLostBefore(() -> save(store, 2));
            assertThat(steps).endsWith("look at lock: lost", "delete tmp", "unlock");
            try (StoredCredential stored = store.load(ALICE).orElseThrow()) {
                assertThat(stored.revision()).isEqualTo(1);
            }
        }
    }

    @Test
    void saveAndDelete_lockLostWhileTheChangeWasMade_sayToLookAtWhatIsStored() {
        try (CredentialStore store = open()) {
            save(store, 1);
            for (ThrowingCallable change : List.<ThrowingCallable>of(() -> save(store, 2), () -> store.delete(ALICE))) {
                lostAtLook = 2;
                assertThatExceptionOfType(CredentialStoreException.class)
                        .isThrownBy(change)
                        .withMessageContaining("while a change was made")
                        .withMessageContaining("Load the account");
            }
        }
    }

    @Test
    void delete_lockLostBeforeTheChange_deletesNothing() {
        try (CredentialStore store = open()) {
            save(store, 1);
            assertLockLostBefore(() -> store.delete(ALICE));
            store.load(ALICE).orElseThrow().close();
        }
    }

    @Test
    void changes_storeReplacedWhileTheyWaitForTheLock_areRefused() {
        TestVaults.open(parent.resolve("other.vault")).close();
        Path another = parent.resolve("other.vault").resolve("keyset");
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            if (method.equals("tryLock")) {
                Files.move(another, directory.resolve("keyset"), StandardCopyOption.REPLACE_EXISTING);
            }
            return real.call();
        });
        TestVaults.open(directory).close();
        try (CredentialStore store = TestVaults.open(directory, files, Canary.STORE_PASSWORD)) {
            assertThatExceptionOfType(CredentialStoreException.class)
                    .isThrownBy(() -> store.delete(ALICE))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT));
        }
        assertThat(another).as("the race was run").doesNotExist();
    }

    @Test
    void list_closedAndEmpty_isClosed() {
        EncryptedFileCredentialStore store = open();
        store.close();
        for (ThrowingCallable call : List.<ThrowingCallable>of(store::list, store::damagedFiles)) {
            assertThatExceptionOfType(CredentialStoreException.class)
                    .isThrownBy(call)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
        }
    }
}
