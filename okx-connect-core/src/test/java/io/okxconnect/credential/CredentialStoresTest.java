package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.CanaryScanner;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.database.TestDatabase;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moving from one store to another. */
class CredentialStoresTest {
    private static final AccountId ALICE = AccountId.of("alice");
    private static final AccountId BOB = AccountId.of("bob");

    @TempDir
    private Path parent;

    private final InMemoryCredentialStore from = new InMemoryCredentialStore();
    private final InMemoryCredentialStore to = new InMemoryCredentialStore();

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    @Test
    void copy_fileToDatabaseAndBack_isTheSame() {
        DataSource database = TestDatabase.H2.create();
        try (CredentialStore file = TestVaults.open(parent.resolve("okx.vault"));
                CredentialStore shared = TestJdbcStores.create(database);
                CredentialStore back = TestVaults.open(parent.resolve("back.vault"))) {
            save(file, "alice", 1);
            save(file, "alice", 2);
            save(file, "bob", 1);
            assertComplete(CredentialStores.copy(file, shared), CopyOutcome.COPIED);
            assertComplete(CredentialStores.copy(shared, back), CopyOutcome.COPIED);
            assertThat(back.list()).isEqualTo(file.list());
            assertThat(revision(back, ALICE)).isEqualTo(1);
            save(shared, "alice", 2);
        }
    }

    @Test
    void copy_again_writesNothing() {
        saveTwo(from);
        CredentialStores.copy(from, to);
        CopyReport second = CredentialStores.copy(from, to);
        assertComplete(second, CopyOutcome.ALREADY_THERE);
        assertThat(revision(to, ALICE)).isEqualTo(1);
        assertThat(second).hasToString("CopyReport[2 ALREADY_THERE; 0 damaged in the source]");
        assertThat(CanaryScanner.canaries().find(second.toString())).isEmpty();
    }

    @Test
    void copy_targetFailsInTheMiddle_isCompletedByTheNextCall() {
        saveTwo(from);
        CredentialStore failing = new ForwardingStore(to) {
            @Override
            public void save(StoredCredential next) {
                if (next.metadata().accountId().equals(BOB)) {
                    throw failure(Reason.IO);
                }
                super.save(next);
            }
        };
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> CredentialStores.copy(from, failing))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.IO));
        assertThat(CredentialStores.copy(from, to).outcomes())
                .isEqualTo(Map.of(ALICE, CopyOutcome.ALREADY_THERE, BOB, CopyOutcome.COPIED));
    }

    @Test
    void copy_targetHoldsOtherSecrets_keepsThemUnlessTold() {
        saveTwo(from);
        saveOther(to, "alice");
        CopyReport kept = CredentialStores.copy(from, to);
        assertThat(kept.accounts(CopyOutcome.DIFFERENT_KEPT)).containsExactly(ALICE);
        assertThat(kept.accounts(CopyOutcome.COPIED)).containsExactly(BOB);
        assertThat(kept.isComplete()).isFalse();
        assertThat(revision(to, ALICE)).isEqualTo(1);
        CopyReport replaced = CredentialStores.copy(from, to, ExistingRecords.REPLACE);
        assertThat(replaced.outcomes()).isEqualTo(Map.of(ALICE, CopyOutcome.REPLACED, BOB, CopyOutcome.ALREADY_THERE));
        assertThat(replaced.isComplete()).isTrue();
        assertThat(revision(to, ALICE)).isEqualTo(2);
    }

    @Test
    void copy_sourceDamaged_copiesTheRestAndIsNotComplete() throws IOException {
        Path vault = parent.resolve("okx.vault");
        try (CredentialStore file = TestVaults.open(vault)) {
            saveTwo(file);
            save(file, "carol", 1);
            List<Path> records;
            try (Stream<Path> files = Files.list(vault)) {
                records =
                        files.filter(each -> each.toString().endsWith(".okxc")).toList();
            }
            flipLastByte(records.get(0));
            Files.write(records.get(1), new byte[10]);
            CopyReport report = CredentialStores.copy(file, to);
            assertThat(report.outcomes().values())
                    .containsExactlyInAnyOrder(CopyOutcome.SOURCE_UNREADABLE, CopyOutcome.COPIED);
            assertThat(report.damagedInSource()).hasSize(1);
            assertThat(report.isComplete()).isFalse();
            Files.delete(records.get(0));
            assertThat(CredentialStores.copy(file, to).isComplete())
                    .as("a record without an account id is still missing")
                    .isFalse();
        }
    }

    @Test
    void copy_targetDamaged_leavesItAndSaysSo() {
        DataSource database = TestDatabase.H2.create();
        try (CredentialStore shared = TestJdbcStores.create(database)) {
            saveTwo(from);
            save(shared, "alice", 1);
            TestDatabase.execute(database, "UPDATE okx_connect_credential SET secrets = name");
            CopyReport report = CredentialStores.copy(from, shared, ExistingRecords.REPLACE);
            assertThat(report.outcomes())
                    .isEqualTo(Map.of(ALICE, CopyOutcome.TARGET_UNREADABLE, BOB, CopyOutcome.COPIED));
        }
    }

    @Test
    void copy_targetThatLosesSomething_isNotVerified() {
        saveTwo(from);
        CredentialStore lossy = new ForwardingStore(to) {
            @Override
            public Optional<StoredCredential> load(AccountId accountId) {
                return changed(
                        super.load(accountId),
                        metadata -> metadata.toBuilder().label("cut").build());
            }
        };
        assertOnly(CredentialStores.copy(from, lossy), CopyOutcome.NOT_VERIFIED);
        CredentialStore forgetful = new ForwardingStore(new InMemoryCredentialStore()) {
            @Override
            public void save(StoredCredential next) {}
        };
        assertOnly(CredentialStores.copy(from, forgetful), CopyOutcome.NOT_VERIFIED);
    }

    @Test
    void copy_secretsDifferOnly_isNotTakenForTheSame() {
        saveTwo(from);
        CredentialStore wrongSecrets = new ForwardingStore(to) {
            @Override
            public void save(StoredCredential next) {
                try (ApiKeyCredential other = CredentialSamples.otherApiKey();
                        StoredCredential swapped = StoredCredential.of(next.metadata(), next.revision(), other)) {
                    super.save(swapped);
                }
            }
        };
        assertOnly(CredentialStores.copy(from, wrongSecrets), CopyOutcome.NOT_VERIFIED);
    }

    @Test
    void copy_otherWriterOrRefusingTarget_isReportedAndStopsNoOther() {
        saveTwo(from);
        CredentialStore refusing = new ForwardingStore(to) {
            @Override
            public void save(StoredCredential next) {
                if (next.metadata().accountId().equals(ALICE)) {
                    throw failure(Reason.CONFLICT);
                }
                throw new InvalidArgumentException("next", "must be smaller", "Make it smaller.");
            }
        };
        assertThat(CredentialStores.copy(from, refusing).outcomes())
                .isEqualTo(Map.of(ALICE, CopyOutcome.CONFLICT, BOB, CopyOutcome.REFUSED));
    }

    @Test
    void copy_accountDeletedMeanwhile_isLeftOut() {
        saveTwo(from);
        CredentialStore shrinking = new ForwardingStore(from) {
            @Override
            public List<CredentialMetadata> list() {
                List<CredentialMetadata> before = super.list();
                from.delete(BOB);
                return before;
            }
        };
        assertThat(CredentialStores.copy(shrinking, to).outcomes()).isEqualTo(Map.of(ALICE, CopyOutcome.COPIED));
    }

    @Test
    void copy_ontoItself_isRefused() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> CredentialStores.copy(from, from))
                .satisfies(e -> assertThat(e.argument()).isEqualTo("to"));
    }

    @Test
    void copy_emptySource_isComplete() {
        CopyReport report = CredentialStores.copy(from, to);
        assertThat(report.isComplete()).isTrue();
        assertThat(report).hasToString("CopyReport[no account; 0 damaged in the source]");
    }

    private static void assertComplete(CopyReport report, CopyOutcome outcome) {
        assertOnly(report, outcome);
        assertThat(report.isComplete()).isTrue();
    }

    private static void assertOnly(CopyReport report, CopyOutcome outcome) {
        assertThat(report.outcomes()).isEqualTo(Map.of(ALICE, outcome, BOB, outcome));
    }

    private static void saveTwo(CredentialStore store) {
        save(store, "alice", 1);
        save(store, "bob", 1);
    }

    private static void save(CredentialStore store, String accountId, long revision) {
        try (StoredCredential next = CredentialSamples.stored(accountId, revision)) {
            store.save(next);
        }
    }

    private static void saveOther(CredentialStore store, String accountId) {
        try (ApiKeyCredential other = CredentialSamples.otherApiKey();
                StoredCredential next = StoredCredential.of(CredentialSamples.metadata(accountId), 1, other)) {
            store.save(next);
        }
    }

    private static long revision(CredentialStore store, AccountId accountId) {
        try (StoredCredential stored = store.load(accountId).orElseThrow()) {
            return stored.revision();
        }
    }

    private static void flipLastByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    private static CredentialStoreException failure(Reason reason) {
        return new CredentialStoreException(reason, "Injected.", "None.", null);
    }

    private static Optional<StoredCredential> changed(
            Optional<StoredCredential> stored, UnaryOperator<CredentialMetadata> change) {
        return stored.map(each -> {
            try (each) {
                return StoredCredential.of(change.apply(each.metadata()), each.revision(), each.credential());
            }
        });
    }
}
