package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that change a store are killed with SIGKILL, in or between any of its operations: what they had said was done must
 * be there, and nothing torn. Half of them stand still at an operation of choice, the others are killed as they run.
 */
class KillCampaignTest {
    /** A store is used by that many processes; then the next one is created, and killed on the way at times. */
    private static final int LIVES = 25;

    @TempDir
    private Path parent;

    @Test
    void kill_atAnyMoment_losesNothingAcknowledgedAndTearsNothing() throws Exception {
        int kills = CampaignSize.of(500, 10_000);
        int lanes = Math.max(2, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<Lane>> running = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                int share = kills / lanes + (i < kills % lanes ? 1 : 0);
                Lane lane = new Lane(i, KillTarget.Flaw.NONE);
                running.add(pool.submit(() -> lane.run(share)));
            }
            int done = 0;
            int changes = 0;
            int openChanges = 0;
            for (Future<Lane> each : running) {
                Lane lane = each.get();
                assertThat(lane.wrong).isEmpty();
                done += lane.kills;
                changes += lane.acknowledged;
                openChanges += lane.interrupted;
            }
            assertThat(done).isEqualTo(kills);
            assertThat(changes).as("acknowledged changes").isGreaterThan(kills);
            assertThat(openChanges).as("kills in the middle of a change").isGreaterThan(kills / 3);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void kill_writtenInPlace_isCaught() throws Exception {
        assertThat(new Lane(1, KillTarget.Flaw.WRITES_IN_PLACE).run(20).wrong).isNotEmpty();
    }

    @Test
    void kill_acknowledgedBeforeItIsDone_isCaught() throws Exception {
        assertThat(new Lane(1, KillTarget.Flaw.SPEAKS_TOO_SOON).run(20).wrong).isNotEmpty();
    }

    /** Stores that are used and killed one after the other. */
    private final class Lane {
        final List<String> wrong = new ArrayList<>();
        int kills;
        int acknowledged;
        int interrupted;

        private final int number;
        private final KillTarget.Flaw flaw;
        private final Random random;
        private CampaignExpectation expected = new CampaignExpectation(0);
        private int key;
        private int lastWrite;

        Lane(int number, KillTarget.Flaw flaw) {
            this.number = number;
            this.flaw = flaw;
            this.random = new Random(number);
        }

        Lane run(int times) throws IOException, InterruptedException {
            while (kills < times && wrong.size() < 10) {
                if (kills % LIVES == 0) {
                    expected = new CampaignExpectation(0);
                    key = 0;
                }
                Path store = parent.resolve("lane-" + number + "-" + kills / LIVES + ".vault");
                live(store);
                CampaignExpectation.Found found = expected.inspect(store, new NioFileOps());
                for (String problem : found.wrong()) {
                    wrong.add("lane %d, kill %d: %s".formatted(number, kills, problem));
                }
                expected.settle(found);
                key = Math.max(0, found.key());
                kills++;
            }
            return this;
        }

        private void live(Path store) throws IOException, InterruptedException {
            boolean stands = random.nextBoolean();
            int standsAt = stands ? 1 + random.nextInt(200) : Integer.MAX_VALUE;
            int lines = stands ? Integer.MAX_VALUE : 1 + random.nextInt(12);
            Process process = start(store, standsAt);
            CampaignChange open = null;
            try (BufferedReader said = new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
                int heard = 0;
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    open = hear(line, open);
                    if (line.equals(KillTarget.STANDS) || ++heard == lines) {
                        process.destroyForcibly();
                    }
                }
            }
            // 128 + SIGKILL: anything else ended by itself.
            int exit = process.waitFor();
            if (exit != 137) {
                wrong.add("lane %d, kill %d: the process ended by itself with %d".formatted(number, kills, exit));
            }
            interrupted += open == null ? 0 : 1;
        }

        private CampaignChange hear(String line, CampaignChange open) {
            if (line.startsWith(KillTarget.BEGINS)) {
                CampaignChange change = CampaignChange.parse(line.substring(KillTarget.BEGINS.length()));
                expected.begins(change);
                return change;
            }
            if (line.startsWith(KillTarget.DONE)) {
                expected.done(CampaignChange.parse(line.substring(KillTarget.DONE.length())));
                acknowledged++;
                return null;
            }
            return open;
        }

        private Process start(Path store, int standsAt) throws IOException {
            lastWrite += 1000;
            return JavaProcess.builder(
                            List.of("-XX:TieredStopAtLevel=1", "-Xmx32m", "-Xss512k"),
                            KillTarget.class,
                            store.toString(),
                            Long.toString(random.nextLong()),
                            Integer.toString(key),
                            Integer.toString(lastWrite),
                            Integer.toString(standsAt),
                            flaw.name())
                    .redirectError(parent.resolve("lane-" + number + ".log").toFile())
                    .start();
        }
    }
}
