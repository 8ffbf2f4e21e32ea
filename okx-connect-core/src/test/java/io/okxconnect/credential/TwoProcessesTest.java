package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that change one record at once: of two that were told that theirs is stored, none may be wrong. */
class TwoProcessesTest {
    @TempDir
    private Path parent;

    private Path vault;

    @BeforeEach
    void createStore() {
        vault = parent.resolve("okx.vault");
        try (CredentialStore store = TestVaults.open(vault)) {
            save(store, 1, 1);
        }
    }

    @Test
    void save_whileAnotherProcessIsAboutToCommit_waitsAndIsRefused() throws Exception {
        try (Writer first = new Writer("replace", SecondWriter.Flaw.NONE, 10);
                Writer second = new Writer("tryLock", SecondWriter.Flaw.NONE, 20)) {
            assertThat(first.hear()).isEqualTo("before replace");
            assertThat(second.hear()).isEqualTo("before tryLock");
            second.goOn();
            // Again, because it was not free.
            assertThat(second.hear()).isEqualTo("before tryLock");
            first.goOn();
            assertThat(first.hear()).isEqualTo("saved");
            second.goOn();
            assertThat(second.hear()).isEqualTo("refused CONFLICT");
        }
        assertStored(10);
    }

    @Test
    void save_holderIsKilled_theNextGetsTheLock() throws Exception {
        try (Writer first = new Writer("replace", SecondWriter.Flaw.NONE, 10)) {
            assertThat(first.hear()).isEqualTo("before replace");
            first.kill();
        }
        try (CredentialStore store = TestVaults.open(vault)) {
            save(store, 2, 20);
        }
        assertStored(20);
    }

    /** The kernel drops a process's lock when it closes any channel to the file; the JDK does not notice. */
    @Test
    void save_lockLostToAForeignChannelAndTakenByAnother_isRefusedBeforeTheCommit() throws Exception {
        try (Writer first = new Writer("lockRead", SecondWriter.Flaw.LOSES_LOCK, 10)) {
            assertThat(first.hear()).isEqualTo("before lockRead");
            try (CredentialStore store = TestVaults.open(vault)) {
                save(store, 2, 20);
            }
            first.goOn();
            assertThat(first.hear()).isEqualTo("refused IO");
        }
        assertStored(20);
    }

    @Test
    void save_lockLostAndTakenDuringTheCommit_isNotAcknowledged() throws Exception {
        List<String> heard = new ArrayList<>();
        try (Writer first = new Writer("replace", SecondWriter.Flaw.LOSES_LOCK, 10);
                CredentialStore second = TestVaults.open(vault, goingOn(first, heard))) {
            // Before the other begins: the first save of a store removes temporary files, and its would be among them.
            try (StoredCredential zoe = CampaignRecords.record("zoe", 1, 1)) {
                second.save(zoe);
            }
            assertThat(first.hear()).isEqualTo("before replace");
            save(second, 2, 20);
        }
        assertThat(heard).containsExactly("refused IO");
        assertStored(20);
    }

    /** A disk that lets the other commit between this one's last look at the lock and its own commit. */
    private static FileOps goingOn(Writer other, List<String> heard) {
        return new SteppedFileOps(new NioFileOps(), operation -> {
            if (operation.equals("replace") && other.isStopped()) {
                other.goOn();
                heard.add(other.hear());
            }
            return true;
        });
    }

    @Test
    void save_lockLostButTakenByNobody_isStored() throws Exception {
        try (Writer first = new Writer("lockRead", SecondWriter.Flaw.LOSES_LOCK, 10)) {
            assertThat(first.hear()).isEqualTo("before lockRead");
            first.goOn();
            // Said twice: before the commit and after it.
            assertThat(first.hear()).isEqualTo("before lockRead");
            first.goOn();
            assertThat(first.hear()).isEqualTo("saved");
        }
        assertStored(10);
    }

    @Test
    void save_withoutALock_losesAnUpdate() throws Exception {
        try (Writer first = new Writer("createNew", SecondWriter.Flaw.TAKES_NO_LOCK, 10);
                Writer second = new Writer("never", SecondWriter.Flaw.TAKES_NO_LOCK, 20)) {
            assertThat(first.hear()).isEqualTo("before createNew");
            assertThat(second.hear()).isEqualTo("saved");
            first.goOn();
            // What the other tests would have to see if the lock were not taken.
            assertThat(first.hear()).isEqualTo("saved");
        }
        assertStored(10);
    }

    private void assertStored(int write) {
        try (CredentialStore store = TestVaults.open(vault);
                StoredCredential stored = store.load(AccountId.of("ann")).orElseThrow()) {
            assertThat(CampaignRecords.writeOf(stored)).isEqualTo(write);
            assertThat(CampaignRecords.isWhole(stored)).isTrue();
            assertThat(stored.revision()).isEqualTo(2);
        }
    }

    private static void save(CredentialStore store, long revision, int write) {
        try (StoredCredential next = CampaignRecords.record("ann", revision, write)) {
            store.save(next);
        }
    }

    /** The other process, which stores the second revision. */
    private final class Writer implements AutoCloseable {
        private final ProcessBuilder builder;
        private Process process;
        private BufferedReader said;
        private boolean stopped;

        Writer(String stopsAt, SecondWriter.Flaw flaw, int write) {
            builder = JavaProcess.builder(
                            List.of("-XX:TieredStopAtLevel=1", "-Xmx64m"),
                            SecondWriter.class,
                            vault.toString(),
                            "2",
                            Integer.toString(write),
                            stopsAt,
                            flaw.name())
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            parent.resolve("writers.log").toFile()));
        }

        void start() throws IOException {
            if (process == null) {
                process = builder.start();
                said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            }
        }

        String hear() throws IOException {
            start();
            String line = said.readLine();
            stopped = line != null && line.startsWith("before");
            return line;
        }

        boolean isStopped() {
            return stopped;
        }

        void goOn() {
            stopped = false;
            PrintStream to = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
            to.println("go on");
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            if (process != null) {
                kill();
            }
        }
    }
}
