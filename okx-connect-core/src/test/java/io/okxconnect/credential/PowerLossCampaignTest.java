package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails after each operation of many random histories, processes that are killed in between included: what the disk
 * may hold then must open and hold what was acknowledged.
 */
class PowerLossCampaignTest {
    private static final String VAULT = "okx.vault";
    private static final int LEFT_DISKS = 3;

    private static final Set<String> CHANGES = Set.of(
            "createDirectory",
            "createNew",
            "write",
            "writeRest",
            "force",
            "replace",
            "delete",
            "forceDirectory",
            "lockWrite");

    @TempDir
    private Path parent;

    private Path before;
    private Path after;
    private int statesSeen;

    @BeforeEach
    void createRealDirectories() throws IOException {
        before = parent.resolve("before");
        after = parent.resolve("after");
        Files.createDirectories(before.resolve(VAULT));
        Files.createDirectories(after.resolve(VAULT));
    }

    @Test
    void powerLoss_everyCrashStateOfEveryTrace_holdsWhatWasAcknowledged() {
        int traces = CampaignSize.of(200, 2_000);
        List<String> wrong = run(traces, steps -> steps, files -> files);
        assertThat(wrong).isEmpty();
        assertThat(statesSeen).as("crash states of %d traces", traces).isGreaterThan(20 * traces);
    }

    @Test
    void powerLoss_directoryOfAProcessThatWasKilledBeforeItWasForced_isForcedByTheNext() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(before);
        disk.createDirectory(before.resolve(VAULT));
        CampaignExpectation expected = new CampaignExpectation(0);
        try (EncryptedFileCredentialStore store = CampaignUser.open(before.resolve(VAULT), disk, 0)) {
            new CampaignUser(store, expected, new Random(1), 0, 0).save("ann");
        }
        SimulatedDisk left = disk.afterPowerLoss(after, null);
        assertThat(expected.inspect(after.resolve(VAULT), left).wrong()).isEmpty();
    }

    @Test
    void powerLoss_filesNeverForced_isCaught() {
        assertThat(run(5, steps -> BrokenDisks.leavingOut("force", steps), files -> files))
                .isNotEmpty();
    }

    @Test
    void powerLoss_directoriesNeverForced_isCaught() {
        assertThat(run(5, steps -> BrokenDisks.leavingOut("forceDirectory", steps), files -> files))
                .isNotEmpty();
    }

    @Test
    void powerLoss_writtenInPlace_isCaught() {
        assertThat(run(5, steps -> steps, BrokenDisks::writingInPlace)).isNotEmpty();
    }

    private List<String> run(
            int traces, UnaryOperator<SteppedFileOps.Steps> changedSteps, UnaryOperator<FileOps> changedFiles) {
        List<String> wrong = new ArrayList<>();
        for (int seed = 1; seed <= traces; seed++) {
            new Trace(seed, wrong).run(changedSteps, changedFiles);
        }
        return wrong;
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** One history: some processes, one after the other, of which all but the last are killed. */
    private final class Trace {
        private final int seed;
        private final Random random;
        private final List<String> wrong;
        private final SimulatedDisk disk = new SimulatedDisk(before);
        private final CampaignExpectation expected = new CampaignExpectation(0);
        private final Set<Object> inspected = new HashSet<>();
        private int operations;
        private int killedAt;
        private int writes;

        Trace(int seed, List<String> wrong) {
            this.seed = seed;
            this.random = new Random(seed);
            this.wrong = wrong;
        }

        void run(UnaryOperator<SteppedFileOps.Steps> changedSteps, UnaryOperator<FileOps> changedFiles) {
            FileOps files = changedFiles.apply(new SteppedFileOps(disk, changedSteps.apply(steps())));
            for (int process = random.nextInt(3); process >= 0; process--) {
                killedAt = process == 0 ? Integer.MAX_VALUE : operations + random.nextInt(120);
                try {
                    process(files);
                } catch (Killed killed) {
                    // The next process finds what this one left, and the disk has not forced all of it.
                }
            }
        }

        private void process(FileOps files) {
            for (int key : expected.keys()) {
                try (EncryptedFileCredentialStore store = CampaignUser.open(before.resolve(VAULT), files, key)) {
                    CampaignUser user = new CampaignUser(store, journal(), random, key, writes);
                    writes += 100;
                    for (int changes = 2 + random.nextInt(4); changes > 0; changes--) {
                        user.change();
                    }
                    return;
                } catch (CredentialStoreException failure) {
                    if (failure.reason() != Reason.WRONG_PASSWORD_OR_KEY) {
                        wrong.add("seed %d, operation %d: %s".formatted(seed, operations, failure));
                        return;
                    }
                }
            }
        }

        /** The moment after a call returned, when the app relies on what it wrote. */
        private CampaignUser.Journal journal() {
            return new CampaignUser.Journal() {
                @Override
                public void begins(CampaignChange change) {
                    expected.begins(change);
                }

                @Override
                public void done(CampaignChange change) {
                    expected.done(change);
                    losePower("done");
                }
            };
        }

        private SteppedFileOps.Steps steps() {
            return new SteppedFileOps.Steps() {
                @Override
                public boolean before(String operation) {
                    if (++operations >= killedAt) {
                        throw new Killed();
                    }
                    return true;
                }

                @Override
                public void after(String operation) {
                    if (CHANGES.contains(operation)) {
                        losePower(operation);
                    }
                }
            };
        }

        private void losePower(String operation) {
            for (int i = 0; i < LEFT_DISKS && disk.isAtRisk(); i++) {
                SimulatedDisk left = disk.afterPowerLoss(after, i == 0 ? null : random);
                if (!inspected.add(Map.entry(left.contents(), expected.toString()))) {
                    continue;
                }
                statesSeen++;
                for (String problem :
                        expected.inspect(after.resolve(VAULT), left).wrong()) {
                    wrong.add("seed %d, operation %d (%s): %s".formatted(seed, operations, operation, problem));
                }
            }
        }
    }
}
