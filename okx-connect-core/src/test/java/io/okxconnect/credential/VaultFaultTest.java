package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that fail, locks that lie, and other processes. */
class VaultFaultTest {
    private static final AccountId ALICE = AccountId.of("alice");

    @TempDir
    private Path parent;

    @Test
    void save_eachOperationFailing_leavesTheOldOrTheNewRevision() throws IOException {
        int faults = 0;
        for (boolean failed = true; failed; faults++) {
            Path directory = parent.resolve("okx-" + faults + ".vault");
            FaultyFileOps disk = new FaultyFileOps();
            try (CredentialStore store = TestVaults.open(directory, disk.files())) {
                save(store, 1);
                disk.failOperation(faults + 1);
                boolean acknowledged = tryToSave(store, 2);
                failed = disk.hasFailed();
                disk.failOperation(Integer.MAX_VALUE);
                long revision = revision(store);
                assertThat(revision).isEqualTo(acknowledged ? 2 : revision).isBetween(1L, 2L);
                save(store, revision + 1);
            }
            try (CredentialStore reopened = TestVaults.open(directory)) {
                long revision = revision(reopened);
                save(reopened, revision + 1);
                assertThat(revision).isBetween(2L, 3L);
            }
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.map(Path::toString)).noneMatch(each -> each.endsWith(".tmp"));
            }
        }
        assertThat(faults).as("operations of one save").isGreaterThan(12);
    }

    @Test
    void open_eachOperationFailing_canBeOpenedAfterwards() {
        int faults = 0;
        for (boolean failed = true; failed; faults++) {
            Path directory = parent.resolve("okx-" + faults + ".vault");
            FaultyFileOps disk = new FaultyFileOps();
            disk.failOperation(faults + 1);
            try {
                TestVaults.open(directory, disk.files()).close();
            } catch (CredentialStoreException e) {
                assertThat(e.reason()).isEqualTo(Reason.IO);
            }
            failed = disk.hasFailed();
            try (CredentialStore store = TestVaults.open(directory)) {
                save(store, 1);
            }
        }
        assertThat(faults).as("operations of one open").isGreaterThan(12);
    }

    @Test
    void save_lockTakenBySomebodyElseMeanwhile_isRefusedBeforeTheSwitch() {
        Path directory = parent.resolve("okx.vault");
        try (CredentialStore store = TestVaults.open(directory)) {
            save(store, 1);
        }
        try (CredentialStore store = TestVaults.open(directory, lockThat("read", new byte[16]))) {
            assertIo(() -> save(store, 2));
        }
        try (CredentialStore store = TestVaults.open(directory)) {
            assertThat(revision(store)).isEqualTo(1);
        }
    }

    @Test
    void save_lockNeverFree_givesUp() {
        Path directory = parent.resolve("okx.vault");
        TestVaults.open(directory).close();
        try (CredentialStore store = TestVaults.open(directory, lockThat("tryLock", false))) {
            assertIo(() -> save(store, 1));
            assertThat(store.load(ALICE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void save_fromSeveralProcesses_losesNoUpdate(int count) throws Exception {
        Path directory = parent.resolve("okx.vault");
        try (CredentialStore store = TestVaults.open(directory)) {
            save(store, 1);
        }
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Incrementer.class.getName(),
                            directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(directory.toString() + i + ".log"))
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        try (CredentialStore store = TestVaults.open(directory)) {
            assertThat(revision(store)).isEqualTo(1 + (long) count * Incrementer.INCREMENTS);
        }
    }

    /** The main class of the other processes: stores the next revision, again and again. */
    static final class Incrementer {
        static final int INCREMENTS = 25;

        private Incrementer() {}

        public static void main(String[] arguments) {
            try (CredentialStore store = TestVaults.openPatiently(Path.of(arguments[0]))) {
                for (int done = 0; done < INCREMENTS; ) {
                    try {
                        save(store, revision(store) + 1);
                        done++;
                    } catch (CredentialStoreException e) {
                        if (e.reason() != Reason.CONFLICT) {
                            throw e;
                        }
                    }
                }
            }
        }
    }

    /** A disk whose lock answers one question with a lie. */
    private static FileOps lockThat(String method, Object lie) {
        return proxy(FileOps.class, new NioFileOps(), method, lie);
    }

    private static <T> T proxy(Class<T> type, T real, String lyingMethod, Object lie) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (type == FileOps.LockFile.class && method.getName().equals(lyingMethod)) {
                return lie;
            }
            try {
                Object result = method.invoke(real, args);
                return result instanceof FileOps.LockFile lock
                        ? proxy(FileOps.LockFile.class, lock, lyingMethod, lie)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static boolean tryToSave(CredentialStore store, long revision) {
        try {
            save(store, revision);
            return true;
        } catch (CredentialStoreException e) {
            assertThat(e.reason()).isEqualTo(Reason.IO);
            return false;
        }
    }

    private static void save(CredentialStore store, long revision) {
        try (StoredCredential next = CredentialSamples.stored("alice", revision)) {
            store.save(next);
        }
    }

    private static long revision(CredentialStore store) {
        try (StoredCredential stored = store.load(ALICE).orElseThrow()) {
            return stored.revision();
        }
    }

    private static void assertIo(Runnable call) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call::run)
                .extracting(CredentialStoreException::reason)
                .isEqualTo(Reason.IO);
    }
}
