package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Processes that change stores, four at a time, are killed with SIGKILL, in or between any of their operations: what they had
 * said was done must be there, and nothing torn. Half of them have a thread that stands still at an operation of choice, the others are
 * killed as they run. A cycle is one store whose process was killed.
 */
class KillCampaignTest {
    private static final int STORES = 4;
    /** That many processes use a store; then the next one is created, and its process killed on the way at times. */
    private static final int LIVES = 12;
    /** A lane ends with the first thing that is wrong; where a kill falls is chance, and a flaw shows after a few. */
    private static final int ENOUGH = 400;

    @TempDir(factory = InMemory.class)
    private Path parent;

    /** A kill leaves the page cache alone, so that the disk has no say; where there is one in memory, it is quicker. */
    static final class InMemory implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "okx-connect")
                    : Files.createTempDirectory("okx-connect");
        }
    }

    @Test
    void kill_atAnyMoment_losesNothingAcknowledgedAndTearsNothing() throws Exception {
        int cycles = CampaignSize.of(500, 10_000);
        int lanes = 2;
        ExecutorService pool = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<Lane>> running = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                Lane lane = new Lane(i, KillTarget.Flaw.NONE);
                running.add(pool.submit(() -> lane.run((cycles / STORES + lanes - 1) / lanes)));
            }
            int killed = 0;
            int acknowledged = 0;
            int interrupted = 0;
            for (Future<Lane> each : running) {
                Lane lane = each.get();
                assertThat(lane.wrong).isEmpty();
                killed += STORES * lane.kills;
                acknowledged += lane.acknowledged;
                interrupted += lane.interrupted;
            }
            assertThat(killed).isGreaterThanOrEqualTo(cycles);
            // Far below what is usual: how much a process does before it is killed depends on the machine.
            assertThat(acknowledged).as("acknowledged changes").isGreaterThan(cycles / 4);
            assertThat(interrupted)
                    .as("stores killed in the middle of a change")
                    .isGreaterThan(cycles / 10);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void kill_writtenInPlace_isCaught() throws Exception {
        assertThat(new Lane(1, KillTarget.Flaw.WRITES_IN_PLACE).run(ENOUGH).wrong)
                .isNotEmpty();
    }

    @Test
    void kill_acknowledgedBeforeItIsDone_isCaught() throws Exception {
        assertThat(new Lane(1, KillTarget.Flaw.SPEAKS_TOO_SOON).run(ENOUGH).wrong)
                .isNotEmpty();
    }

    /** One of the stores of a lane, and what is known of it. */
    private static final class KilledStore {
        final Path directory;
        final CampaignExpectation expected = new CampaignExpectation(0);
        boolean changing;
        int key;
        int lastWrite;

        KilledStore(Path directory) {
            this.directory = directory;
        }
    }

    /** Processes that are started and killed one after the other. */
    private final class Lane {
        final List<String> wrong = new ArrayList<>();
        int kills;
        int acknowledged;
        int interrupted;

        private final int number;
        private final KillTarget.Flaw flaw;
        private final Random random;
        private final List<KilledStore> stores = new ArrayList<>();

        Lane(int number, KillTarget.Flaw flaw) {
            this.number = number;
            this.flaw = flaw;
            this.random = new Random(number);
        }

        Lane run(int times) throws IOException, InterruptedException {
            while (kills < times && wrong.isEmpty()) {
                if (kills % LIVES == 0) {
                    newStores();
                }
                liveAndBeKilled();
                kills++;
                stores.forEach(this::inspect);
            }
            return this;
        }

        private void newStores() {
            stores.clear();
            for (int i = 0; i < STORES; i++) {
                stores.add(new KilledStore(parent.resolve("%d-%d-%d.vault".formatted(number, kills, i))));
            }
        }

        private void inspect(KilledStore store) {
            interrupted += store.changing ? 1 : 0;
            store.changing = false;
            CampaignExpectation.Found found = store.expected.inspect(store.directory, new NioFileOps());
            for (String problem : found.wrong()) {
                wrong.add("lane %d, kill %d, %s: %s".formatted(number, kills, store.directory.getFileName(), problem));
            }
            store.expected.settle(found);
            store.key = Math.max(0, found.key());
        }

        private void liveAndBeKilled() throws IOException, InterruptedException {
            boolean stands = random.nextBoolean();
            int lines = stands ? Integer.MAX_VALUE : 1 + random.nextInt(24);
            Process process = start(stands ? 1 + random.nextInt(300) : Integer.MAX_VALUE);
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
                int heard = 0;
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    if (hear(line.split(" ", -1)) || ++heard == lines) {
                        // Not through the process itself: that would close its output, of which the rest counts.
                        process.toHandle().destroyForcibly();
                    }
                }
            }
            // 128 + SIGKILL: with anything else it ended by itself.
            int exit = process.waitFor();
            if (exit != 137) {
                wrong.add("lane %d, kill %d: the process ended by itself with %d".formatted(number, kills, exit));
            }
        }

        /** Whether the process stands still. */
        private boolean hear(String[] words) {
            KilledStore store = stores.get(Integer.parseInt(words[0]));
            switch (words[1]) {
                case KillTarget.BEGINS -> {
                    store.expected.begins(CampaignChange.parse(words[2]));
                    store.changing = true;
                }
                case KillTarget.DONE -> {
                    store.expected.done(CampaignChange.parse(words[2]));
                    store.changing = false;
                    acknowledged++;
                }
                default -> {
                    return true;
                }
            }
            return false;
        }

        private Process start(int standsAt) throws IOException {
            List<String> arguments =
                    new ArrayList<>(List.of(Integer.toString(standsAt), flaw.name(), Long.toString(random.nextInt())));
            for (KilledStore store : stores) {
                store.lastWrite += 10_000;
                arguments.add(store.directory.toString());
                arguments.add(Integer.toString(store.key));
                arguments.add(Integer.toString(store.lastWrite));
            }
            return JavaProcess.builder(
                            List.of("-XX:TieredStopAtLevel=1", "-Xmx64m"),
                            KillTarget.class,
                            arguments.toArray(new String[0]))
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            parent.resolve("lane-" + number + ".log").toFile()))
                    .start();
        }
    }
}
