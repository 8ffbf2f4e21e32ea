package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.CanaryScanner;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.database.HookedDataSource;
import io.okxconnect.database.StartingGate;
import io.okxconnect.database.TestDatabase;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet on one PostgreSQL: several processes, many accounts, and what the server itself has written. */
class JdbcFleetTest {
    private static final int PROCESSES = 4;
    private static final int WRITERS_EACH = 2;
    private static final int CHANGES_EACH = 25;
    private static final int ACCOUNTS = 10_000;
    private static final List<String> SMALL_HEAP = List.of("-Xmx128m");

    @TempDir
    private Path logs;

    @Test
    void save_eightWritersInFourProcesses_losesNoUpdate() throws Exception {
        String schema = "fleet_writers";
        try (CredentialStore store = TestJdbcStores.create(TestDatabase.POSTGRESQL.create(schema))) {
            try (StoredCredential first = counted(1, 0)) {
                store.save(first);
            }
            writeTogether(TestDatabase.postgresUrl(schema));
            int changes = PROCESSES * WRITERS_EACH * CHANGES_EACH;
            try (StoredCredential last = store.load(AccountId.of("alice")).orElseThrow()) {
                assertThat(count(last)).isEqualTo(changes);
                assertThat(last.revision()).isEqualTo(1 + changes);
            }
        }
    }

    private void writeTogether(String url) throws Exception {
        List<JavaProcess> processes = new ArrayList<>();
        try (StartingGate gate = StartingGate.closed(url)) {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(
                        JavaProcess.start(logs, List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"), Writers.class, url));
            }
            gate.open(processes.stream().map(JavaProcess::process).toList(), PROCESSES);
        }
        for (JavaProcess process : processes) {
            process.join();
        }
    }

    /** The main class of the other processes: adds one to a number in the metadata, again and again. */
    static final class Writers {
        private Writers() {}

        public static void main(String[] arguments) throws Exception {
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS_EACH);
            try (CredentialStore store = TestJdbcStores.open(dataSource(arguments[0]))) {
                StartingGate.pass(arguments[0]);
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < WRITERS_EACH; i++) {
                    all.add(writers.submit(() -> change(store)));
                }
                for (Future<?> each : all) {
                    each.get();
                }
            } finally {
                writers.shutdownNow();
            }
        }

        private static void change(CredentialStore store) {
            for (int done = 0; done < CHANGES_EACH; ) {
                try (StoredCredential now = store.load(AccountId.of("alice")).orElseThrow();
                        StoredCredential next = counted(now.revision() + 1, count(now) + 1)) {
                    store.save(next);
                    done++;
                } catch (CredentialStoreException e) {
                    if (e.reason() != Reason.CONFLICT) {
                        throw e;
                    }
                }
            }
        }
    }

    private static StoredCredential counted(long revision, int count) {
        CredentialMetadata metadata = CredentialSamples.metadata("alice").toBuilder()
                .attribute("count", Integer.toString(count))
                .build();
        try (ApiKeyCredential key = CredentialSamples.apiKey()) {
            return StoredCredential.of(metadata, revision, key);
        }
    }

    private static int count(StoredCredential stored) {
        return Integer.parseInt(stored.metadata().attributes().get("count"));
    }

    @Test
    void list_tenThousandAccounts_readsNoSecretInASmallHeap() throws Exception {
        String schema = "fleet_accounts";
        DataSource database = TestDatabase.POSTGRESQL.create(schema);
        TestJdbcStores.create(database).close();
        insertAccounts(database);
        System.out.print(JavaProcess.start(logs, SMALL_HEAP, Lister.class, TestDatabase.postgresUrl(schema))
                .join());
    }

    /** The main class of a process with a small heap: lists all accounts, then reads one of them. */
    static final class Lister {
        private Lister() {}

        public static void main(String[] arguments) {
            HookedDataSource database = new HookedDataSource(dataSource(arguments[0]));
            Stopwatch watch = new Stopwatch();
            try (CredentialStore store = TestJdbcStores.open(database.dataSource())) {
                watch.lap("open without stretching a password");
                database.executed.clear();
                assertThat(store.list()).hasSize(ACCOUNTS);
                watch.lap("list " + ACCOUNTS + " accounts in PostgreSQL");
                assertThat(database.executed).hasSize(1).noneMatch(sql -> sql.contains("secrets"));
                store.load(AccountId.of("account-9999")).orElseThrow().close();
                assertThat(database.executed).hasSize(2).anyMatch(sql -> sql.contains("secrets"));
            }
        }
    }

    /** With the store's own keys and sealing, but in batches. */
    private static void insertAccounts(DataSource database) throws SQLException {
        JdbcCalls calls = new JdbcCalls(database);
        VaultSeams seams = VaultSeams.production();
        try (VaultUnlock unlock = TestJdbcStores.unlock();
                VaultKeys keys = new JdbcTables(calls)
                        .keyset(unlock, TestVaults.QUICK, seams)
                        .unwrap(unlock);
                Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO okx_connect_credential VALUES (?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < ACCOUNTS; i++) {
                try (StoredCredential next = CredentialSamples.stored("account-" + i, 1)) {
                    byte[] name = keys.nameOf(next.metadata().accountId());
                    byte[] incarnation = VaultRecord.newIncarnation(seams.random());
                    VaultRecord sealed = VaultRecord.parse(
                            JdbcRow.partOf(name),
                            name,
                            VaultRecord.seal(keys, seams.random(), name, incarnation, next));
                    insert.setBytes(1, name);
                    insert.setBytes(2, incarnation);
                    insert.setLong(3, 1);
                    insert.setBytes(4, sealed.head().toBytes());
                    insert.setBytes(5, sealed.secretBox());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    @Test
    void serversFiles_afterSaveFailAndDelete_showNoSecretAndNoAccountId() throws IOException {
        String accountId = "alice-in-wonderland-" + TestDatabase.POSTGRESQL;
        DataSource database = TestDatabase.POSTGRESQL.create();
        try (CredentialStore store = TestJdbcStores.create(database)) {
            for (int revision = 1; revision <= 3; revision++) {
                try (StoredCredential next = CredentialSamples.stored(accountId, revision)) {
                    store.save(next);
                }
            }
            store.delete(AccountId.of(accountId));
            TestDatabase.execute(database, "CREATE TABLE control AS SELECT 'seen-in-the-files' AS text", "CHECKPOINT");
        }
        assertThat(filesWith(text -> text.contains("seen-in-the-files"))).isNotEmpty();
        assertThat(filesWith(text -> text.contains("wonderland")
                        || CanaryScanner.canaries().find(text).isPresent()))
                .isEmpty();
    }

    private static List<Path> filesWith(Predicate<String> content) throws IOException {
        try (Stream<Path> files = Files.walk(TestDatabase.postgresFiles())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> content.test(read(file)))
                    .toList();
        }
    }

    /** One character a byte; empty if the server has just removed the file. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException removed) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource dataSource(String url) {
        return TestDatabase.postgresPool(url);
    }
}
