package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.credential.Secret;
import io.okxconnect.database.StartingGate;
import io.okxconnect.database.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share one PostgreSQL: the same callbacks reach all of them at once. */
class JdbcPendingFleetTest {
    private static final int PROCESSES = 4;
    private static final int THREADS = 2;
    private static final int STATES = 200;

    @TempDir
    private Path logs;

    @Test
    void take_fourProcessesTakeTheSameStates_eachStateOnce() throws Exception {
        String schema = "pending_fleet";
        DataSource database = TestDatabase.POSTGRESQL.create(schema);
        JdbcPendingAuthorizationStore.createSchema(database);
        saveAll(database);
        List<String> taken = takeTogether(TestDatabase.postgresUrl(schema)).stream()
                .flatMap(JdbcPendingFleetTest::lines)
                .filter(line -> line.startsWith("state "))
                .toList();
        assertThat(taken).hasSize(STATES).doesNotHaveDuplicates();
    }

    private static void saveAll(DataSource database) {
        try (Secret key = key();
                JdbcPendingAuthorizationStore store = JdbcPendingAuthorizationStore.builder(database)
                        .key(key)
                        .clock(new SettableClock())
                        .open()) {
            for (int i = 0; i < STATES; i++) {
                // Sessions of their own: one browser session holds eight.
                String state = state(i);
                try (PendingAuthorization pending =
                        Records.pending(state, "global", SessionBinding.of("session-of-" + state))) {
                    store.save(pending);
                }
            }
        }
    }

    private List<Path> takeTogether(String url) throws IOException, SQLException, InterruptedException {
        List<Path> answers = new ArrayList<>();
        List<Process> processes = new ArrayList<>();
        try (StartingGate gate = StartingGate.closed(url)) {
            for (int i = 0; i < PROCESSES; i++) {
                Path answer = Files.createTempFile(logs, "process", ".log");
                answers.add(answer);
                processes.add(start(answer.toFile(), url));
            }
            gate.open(processes, PROCESSES);
        }
        for (int i = 0; i < PROCESSES; i++) {
            assertThat(processes.get(i).waitFor())
                    .as("%s", Files.readString(answers.get(i)))
                    .isZero();
        }
        return answers;
    }

    private static Process start(File answer, String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        url)
                .redirectErrorStream(true)
                .redirectOutput(answer)
                .start();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file).lines();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The main class of the other processes: prints each state that it took. */
    static final class Taker {
        private Taker() {}

        public static void main(String[] arguments) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try (Secret key = key();
                    JdbcPendingAuthorizationStore store =
                            JdbcPendingAuthorizationStore.open(TestDatabase.postgresPool(arguments[0]), key)) {
                List<Callable<List<String>>> takers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    takers.add(() -> take(store));
                }
                StartingGate.pass(arguments[0]);
                for (Future<List<String>> taken : threads.invokeAll(takers)) {
                    taken.get().forEach(System.out::println);
                }
            } finally {
                threads.shutdownNow();
            }
        }

        private static List<String> take(PendingAuthorizationStore store) {
            List<String> taken = new ArrayList<>();
            for (int i = 0; i < STATES; i++) {
                if (store.take(PendingAuthorization.idOf(state(i)))) {
                    taken.add(state(i));
                }
            }
            return taken;
        }
    }

    private static String state(int number) {
        return "state " + number;
    }

    private static Secret key() {
        byte[] bytes = "made up for this test, 32 bytes!".getBytes(StandardCharsets.US_ASCII);
        try {
            return Secret.of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
