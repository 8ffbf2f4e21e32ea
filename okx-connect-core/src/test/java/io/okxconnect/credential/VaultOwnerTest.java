package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories and files that belong to another user, who could change their permissions at any time. */
class VaultOwnerTest {
    private static final AccountId ALICE = AccountId.of("alice");

    @TempDir
    private Path parent;

    private Path directory;

    @BeforeEach
    void createStoreWithOneAccount() throws IOException {
        directory = parent.toRealPath().resolve("okx.vault");
        try (CredentialStore store = TestVaults.open(directory)) {
            save(store, "alice", 1);
        }
    }

    @Test
    void isOwnedByAnother_ownFileAndAnothers_areToldApart() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        NioFileOps files = new NioFileOps();
        assertThat(files.isOwnedByAnother(file)).isFalse();
        assertThat(files.isOwnedByAnother(directory)).isFalse();
        Path foreign = file;
        try {
            Files.setAttribute(file, "unix:uid", 12_345);
        } catch (FileSystemException notRoot) {
            foreign = Path.of("/");
        }
        assertThat(files.isOwnedByAnother(foreign)).isTrue();
    }

    @Test
    void open_directoryOrKeysetOfAnother_isUnsafe() throws IOException {
        List<String> before = names();
        assertUnsafe(() -> TestVaults.open(directory, ownedByAnother(directory)));
        assertUnsafe(() -> TestVaults.open(directory, ownedByAnother(directory.resolve("keyset"))));
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void load_recordOfAnother_isUnsafeAndHidesNoOther() throws IOException {
        Path record = directory.resolve(names().stream()
                .filter(each -> each.endsWith(".okxc"))
                .findFirst()
                .orElseThrow());
        try (EncryptedFileCredentialStore store = TestVaults.open(directory, ownedByAnother(record))) {
            save(store, "bob", 1);
            assertUnsafe(() -> store.load(ALICE));
            assertUnsafe(() -> save(store, "alice", 2));
            assertThat(store.list()).containsExactly(CredentialSamples.metadata("bob"));
            assertThat(store.damagedFiles()).containsExactly(record);
        }
    }

    @Test
    void save_lockOfAnother_isUnsafe() {
        try (CredentialStore store = TestVaults.open(directory, ownedByAnother(directory.resolve("lock")))) {
            assertUnsafe(() -> save(store, "alice", 2));
        }
        try (CredentialStore store = TestVaults.open(directory)) {
            save(store, "alice", 2);
        }
    }

    @Test
    void save_lockOfAnother_isClosedAgain() {
        List<String> lockCalls = new ArrayList<>();
        FileOps files = HookedFileOps.files((method, arguments, real) -> {
            if (method.equals("openLock") || method.equals("close")) {
                lockCalls.add(method);
            }
            return method.equals("isOwnedByAnother") ? arguments[0].equals(directory.resolve("lock")) : real.call();
        });
        try (CredentialStore store = TestVaults.open(directory, files)) {
            assertUnsafe(() -> save(store, "alice", 2));
            assertThat(lockCalls).containsExactly("openLock", "close");
        }
    }

    private static FileOps ownedByAnother(Path path) {
        return HookedFileOps.files((method, arguments, real) ->
                method.equals("isOwnedByAnother") ? arguments[0].equals(path) : real.call());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static void save(CredentialStore store, String accountId, long revision) {
        try (StoredCredential next = CredentialSamples.stored(accountId, revision)) {
            store.save(next);
        }
    }

    private static void assertUnsafe(ThrowingCallable call) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNSAFE_PERMISSIONS));
    }
}
