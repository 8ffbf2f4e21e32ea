package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.CanaryScanner;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every call on a store, with each of its operations on the disk failing in each way: a typed failure or success, the old or
 * the new record, and the next call works.
 */
class IoFaultCampaignTest {
    private static final String VAULT = "okx.vault";

    @TempDir
    private Path root;

    private int faults;

    /** A store with two accounts, to be copied for each case. */
    private SimulatedDisk stored;

    private final List<CampaignChange> storedChanges = new ArrayList<>();

    @BeforeEach
    void createStore() throws IOException {
        Files.createDirectories(root.resolve(VAULT));
        stored = new SimulatedDisk(root);
        try (EncryptedFileCredentialStore store = CampaignUser.open(root.resolve(VAULT), stored, 0)) {
            CampaignUser user = new CampaignUser(store, noting(storedChanges), new Random(1), 0, 0);
            user.save("ann");
            user.save("bob");
        }
    }

    private static CampaignUser.Journal noting(List<CampaignChange> changes) {
        return new CampaignUser.Journal() {
            @Override
            public void begins(CampaignChange change) {}

            @Override
            public void done(CampaignChange change) {
                changes.add(change);
            }
        };
    }

    /** What an app calls; ann is stored in the first revision, cyd is not stored. */
    private enum Call {
        CREATE,
        OPEN,
        SAVE_FIRST,
        SAVE_NEXT,
        LOAD,
        LOAD_ABSENT,
        LIST,
        DAMAGED,
        DELETE,
        DELETE_ABSENT,
        CHANGE_KEY,
        CHANGE_PASSWORD,
        COPY_FROM,
        COPY_TO;

        void run(EncryptedFileCredentialStore store, CampaignUser user) {
            switch (this) {
                case CREATE, OPEN -> {}
                case SAVE_FIRST -> user.save("cyd");
                case SAVE_NEXT -> user.save("ann");
                case LOAD -> store.load(AccountId.of("ann")).orElseThrow().close();
                case LOAD_ABSENT -> assertThat(store.load(AccountId.of("cyd"))).isEmpty();
                case LIST -> assertThat(store.list()).hasSize(2);
                case DAMAGED -> assertThat(store.damagedFiles()).isEmpty();
                case DELETE -> user.delete("ann");
                case DELETE_ABSENT -> user.delete("cyd");
                case CHANGE_KEY -> user.changeKey(1);
                case CHANGE_PASSWORD -> user.changeKey(2);
                case COPY_FROM -> copyFrom(store);
                case COPY_TO -> copyTo(store, user);
            }
        }

        private static void copyFrom(CredentialStore store) {
            try (CredentialStore target = new InMemoryCredentialStore()) {
                assertThat(CredentialStores.copy(store, target).isComplete()).isTrue();
            }
        }

        private static void copyTo(CredentialStore store, CampaignUser user) {
            try (CredentialStore source = new InMemoryCredentialStore();
                    StoredCredential record = CampaignRecords.record("cyd", 1, 77)) {
                source.save(record);
                CampaignChange change = new CampaignChange(CampaignChange.Kind.SAVE, "cyd", 77);
                user.journal().begins(change);
                assertThat(CredentialStores.copy(source, store).isComplete()).isTrue();
                user.journal().done(change);
            }
        }
    }

    @Test
    void call_eachOperationFailingInEachWay_isTypedAndLeavesTheStoreIntact() {
        Map<String, Integer> perCall = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Call call : Call.values()) {
            int before = faults;
            wrong.addAll(run(call, files -> files));
            perCall.put(call.name(), faults - before);
        }
        assertThat(wrong).isEmpty();
        assertThat(perCall).allSatisfy((call, count) -> assertThat(count).isGreaterThan(20));
    }

    @Test
    void call_onADiskThatIsWrittenInPlace_isCaught() {
        assertThat(run(Call.SAVE_NEXT, BrokenDisks::writingInPlace)).isNotEmpty();
    }

    @Test
    void call_withFailuresThatAreNotTyped_isCaught() {
        assertThat(run(Call.LOAD, BrokenDisks::throwingUnchecked))
                .isNotEmpty()
                .allMatch(each -> each.contains(UncheckedIOException.class.getName()));
    }

    private List<String> run(Call call, UnaryOperator<FileOps> changed) {
        List<String> wrong = new ArrayList<>();
        for (FaultPlan.Fault fault : FaultPlan.Fault.values()) {
            for (FaultPlan.Extent extent : FaultPlan.Extent.values()) {
                boolean reached = FaultPlan.isTypical(fault, extent) || CampaignSize.of(0, 1) == 1;
                for (int n = 1; reached; n++) {
                    FaultPlan plan = new FaultPlan(fault, extent, n);
                    for (String problem : new Case(call, plan, changed).run()) {
                        wrong.add("%s, %s %s at operation %d: %s".formatted(call, fault, extent, n, problem));
                    }
                    reached = plan.wasReached();
                    faults += reached ? 1 : 0;
                }
            }
        }
        return wrong;
    }

    private final class Case {
        private final Call call;
        private final FaultPlan plan;
        private final Path vault = root.resolve(VAULT);
        private final SimulatedDisk disk;
        private final FileOps files;
        private final CampaignExpectation expected = new CampaignExpectation(0);
        private final List<String> wrong = new ArrayList<>();

        Case(Call call, FaultPlan plan, UnaryOperator<FileOps> changed) {
            this.call = call;
            this.plan = plan;
            this.disk = call == Call.CREATE ? new SimulatedDisk(root) : stored.afterPowerLoss(root, null);
            this.files = changed.apply(new SteppedFileOps(disk, plan));
        }

        List<String> run() {
            if (call != Call.CREATE) {
                storedChanges.forEach(expected::done);
            }
            if (call == Call.CREATE || call == Call.OPEN) {
                plan.start();
                open();
            } else {
                callAndGoOn();
            }
            plan.end();
            wrong.addAll(expected.inspect(vault, disk).wrong());
            if (disk.contents().keySet().stream().anyMatch(each -> each.endsWith(".tmp"))) {
                wrong.add("a temporary file is left over");
            }
            return wrong;
        }

        private void open() {
            try {
                CampaignUser.open(vault, files, 0).close();
            } catch (RuntimeException failure) {
                check(failure);
            }
        }

        /** The store is open before anything fails, and is used afterwards. */
        private void callAndGoOn() {
            try (EncryptedFileCredentialStore store = CampaignUser.open(vault, files, 0)) {
                CampaignUser user = new CampaignUser(store, expected, new Random(1), 0, 10);
                plan.start();
                try {
                    call.run(store, user);
                } catch (RuntimeException | AssertionError failure) {
                    check(failure);
                }
                plan.end();
                user.save("ann");
                user.save("cyd");
            } catch (RuntimeException failure) {
                wrong.add("does not go on: " + failure);
            }
        }

        private void check(Throwable failure) {
            if (!(failure instanceof CredentialStoreException typed) || typed.reason() != Reason.IO) {
                wrong.add("fails with " + failure);
            }
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            if (!CanaryScanner.canaries()
                    .find(text.toString().getBytes(StandardCharsets.UTF_8))
                    .isEmpty()) {
                wrong.add("the failure shows a secret");
            }
        }
    }
}
