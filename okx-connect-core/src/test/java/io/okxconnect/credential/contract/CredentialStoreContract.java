package io.okxconnect.credential.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.credential.SecretAccess;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CredentialStore} must keep. Extend it in a test class of your own, answer {@link #createStore()}, and
 * answer {@link #reopen} if the store outlives its process.
 */
public abstract class CredentialStoreContract {
    private static final AccountId ALICE = AccountId.of("alice");
    private static final int WRITERS = 8;

    /** A new, empty store. Called once a test. */
    protected abstract CredentialStore createStore();

    /**
     * A second store on the same data, as the next process would open it; the first is still open. Empty, the default, for a
     * store whose data end with it.
     */
    protected Optional<CredentialStore> reopen(CredentialStore store) {
        return Optional.empty();
    }

    /**
     * How many secrets the store has decrypted or decoded so far. Empty, the default, if it does not count: then nobody
     * checks that {@code list()} leaves them alone.
     */
    protected OptionalLong secretsRead(CredentialStore store) {
        return OptionalLong.empty();
    }

    @Test
    public final void load_nothingStored_isEmpty() {
        try (CredentialStore store = createStore()) {
            assertThat(store.load(ALICE)).isEmpty();
            assertThat(store.list()).isEmpty();
        }
    }

    @Test
    public final void load_afterSave_givesWhatWasSaved() {
        try (CredentialStore store = createStore()) {
            save(store, "alice", 1);
            assertHolds(store, "alice", 1);
        }
    }

    @Test
    public final void load_twice_givesIndependentCopies() {
        try (CredentialStore store = createStore()) {
            save(store, "alice", 1);
            StoredCredential first = store.load(ALICE).orElseThrow();
            StoredCredential second = store.load(ALICE).orElseThrow();
            first.close();
            assertIsSample(second, "alice", 1);
            second.close();
            assertHolds(store, "alice", 1);
        }
    }

    @Test
    public final void save_leavesTheCallersCredentialUsable() {
        try (CredentialStore store = createStore();
                StoredCredential mine = CredentialSamples.stored("alice", 1)) {
            store.save(mine);
            assertIsSample(mine, "alice", 1);
        }
    }

    @Test
    public final void save_nextRevision_replacesMetadataAndSecrets() {
        try (CredentialStore store = createStore()) {
            save(store, "alice", 1);
            CredentialMetadata changed = CredentialSamples.metadata("alice").toBuilder()
                    .status("NEEDS_ATTENTION")
                    .build();
            try (StoredCredential first = store.load(ALICE).orElseThrow();
                    ApiKeyCredential replacement = CredentialSamples.otherApiKey();
                    StoredCredential second = first.next(changed, replacement)) {
                store.save(second);
            }
            try (StoredCredential now = store.load(ALICE).orElseThrow()) {
                assertThat(now.revision()).isEqualTo(2);
                assertThat(now.metadata()).isEqualTo(changed);
                assertSame(((ApiKeyCredential) now.credential()).passphrase(), Canary.CLIENT_SECRET);
            }
            assertThat(store.list()).containsExactly(changed);
        }
    }

    @Test
    public final void save_tokensInThePlaceOfAKey_keepsAllOfThem() {
        try (CredentialStore store = createStore();
                AccessTokenCredential tokens = CredentialSamples.tokens()) {
            save(store, "alice", 1);
            try (StoredCredential first = store.load(ALICE).orElseThrow();
                    StoredCredential second = first.next(first.metadata(), tokens)) {
                store.save(second);
            }
            try (StoredCredential now = store.load(ALICE).orElseThrow()) {
                AccessTokenCredential kept = (AccessTokenCredential) now.credential();
                assertSame(kept.accessToken(), Canary.ACCESS_TOKEN);
                assertSame(kept.refreshToken().orElseThrow(), Canary.REFRESH_TOKEN);
                assertSame(kept.deviceId().orElseThrow(), Canary.STATE);
                assertThat(kept.receivedAt()).isEqualTo(tokens.receivedAt());
                assertThat(kept.expiresAt()).isEqualTo(tokens.expiresAt());
                assertThat(kept.refreshExpiresAt()).isEqualTo(tokens.refreshExpiresAt());
                assertThat(kept.scopes()).containsExactly("trade", "read_only");
            }
        }
    }

    @Test
    public final void save_sameRevisionAgain_isConflictAndChangesNothing() {
        try (CredentialStore store = createStore()) {
            save(store, "alice", 1);
            try (ApiKeyCredential other = CredentialSamples.otherApiKey();
                    StoredCredential again = StoredCredential.of(CredentialSamples.metadata("alice"), 1, other)) {
                assertConflict(store, again);
            }
            assertHolds(store, "alice", 1);
        }
    }

    @Test
    public final void save_revisionLeftOut_isConflict() {
        try (CredentialStore store = createStore()) {
            save(store, "alice", 1);
            try (StoredCredential third = CredentialSamples.stored("alice", 3)) {
                assertConflict(store, third);
            }
            assertHolds(store, "alice", 1);
        }
    }

    @Test
    public final void save_secondRevisionWithoutFirst_isConflict() {
        try (CredentialStore store = createStore();
                StoredCredential second = CredentialSamples.stored("alice", 2)) {
            assertConflict(store, second);
            assertThat(store.load(ALICE)).isEmpty();
        }
    }

    @Test
    public final void save_manyWritersOfOneRevision_oneWins() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (CredentialStore store = createStore()) {
            for (int revision = 1; revision <= 5; revision++) {
                List<Future<Boolean>> attempts = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    StoredCredential next = CredentialSamples.stored("alice", revision);
                    attempts.add(writers.submit(() -> wins(store, next)));
                }
                int won = 0;
                for (Future<Boolean> attempt : attempts) {
                    won += attempt.get() ? 1 : 0;
                }
                assertThat(won)
                        .as("writers that were told they stored revision %d", revision)
                        .isEqualTo(1);
            }
            assertHolds(store, "alice", 5);
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    public final void delete_stored_forgetsIt() {
        try (CredentialStore store = createStore()) {
            save(store, "alice", 1);
            save(store, "bob", 1);
            assertThat(store.delete(ALICE)).isTrue();
            assertThat(store.load(ALICE)).isEmpty();
            assertThat(store.list()).containsExactly(CredentialSamples.metadata("bob"));
            assertThat(store.delete(ALICE)).isFalse();
            assertHolds(store, "bob", 1);
        }
    }

    @Test
    public final void delete_thenSave_beginsAtRevisionOne() {
        try (CredentialStore store = createStore()) {
            save(store, "alice", 1);
            save(store, "alice", 2);
            store.delete(ALICE);
            try (StoredCredential third = CredentialSamples.stored("alice", 3)) {
                assertConflict(store, third);
            }
            save(store, "alice", 1);
            assertHolds(store, "alice", 1);
        }
    }

    @Test
    public final void list_severalAccounts_isOrderedAndComplete() {
        try (CredentialStore store = createStore()) {
            List.of("carol", "alice", "bob").forEach(id -> save(store, id, 1));
            assertThat(store.list())
                    .containsExactly(
                            CredentialSamples.metadata("alice"),
                            CredentialSamples.metadata("bob"),
                            CredentialSamples.metadata("carol"));
        }
    }

    @Test
    public final void list_readsNoSecret() {
        try (CredentialStore store = createStore()) {
            save(store, "alice", 1);
            OptionalLong before = secretsRead(store);
            Assumptions.assumeThat(before).isPresent();
            store.list();
            assertThat(secretsRead(store)).isEqualTo(before);
        }
    }

    @Test
    public final void accountIds_thatFileSystemsAndDatabasesConfuse_areKeptApart() {
        List<String> ids = List.of(
                "Alice",
                "alice",
                "ALICE",
                "a/b",
                "a\\b",
                "..",
                "../alice",
                "CON",
                "nul.txt",
                "a b",
                "a'b\"c;--",
                "é",
                "e\u0301",
                "账户",
                "🤖",
                "%00",
                "*",
                "x".repeat(128),
                "x".repeat(127));
        try (CredentialStore store = createStore()) {
            ids.forEach(id -> save(store, id, 1));
            ids.forEach(id -> assertHolds(store, id, 1));
            assertThat(store.list())
                    .extracting(each -> each.accountId().value())
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    public final void reopened_afterEachAcknowledgedChange_hasIt() {
        try (CredentialStore store = createStore()) {
            save(store, "alice", 1);
            save(store, "bob", 1);
            save(store, "alice", 2);
            store.delete(AccountId.of("bob"));
            Optional<CredentialStore> next = reopen(store);
            Assumptions.assumeThat(next).isPresent();
            try (CredentialStore reopened = next.orElseThrow()) {
                assertHolds(reopened, "alice", 2);
                assertThat(reopened.list()).containsExactly(CredentialSamples.metadata("alice"));
            }
        }
    }

    @Test
    public final void reopened_staleWriter_isConflict() {
        try (CredentialStore store = createStore()) {
            save(store, "alice", 1);
            Optional<CredentialStore> next = reopen(store);
            Assumptions.assumeThat(next).isPresent();
            try (CredentialStore reopened = next.orElseThrow();
                    StoredCredential stale = CredentialSamples.stored("alice", 2)) {
                save(reopened, "alice", 2);
                assertConflict(store, stale);
                assertHolds(store, "alice", 2);
            }
        }
    }

    @Test
    public final void messagesAndToString_holdNoSecret() {
        try (CredentialStore store = createStore();
                StoredCredential wrong = CredentialSamples.stored("alice", 7)) {
            save(store, "alice", 1);
            assertThatExceptionOfType(CredentialStoreException.class)
                    .isThrownBy(() -> store.save(wrong))
                    .satisfies(conflict -> assertNoSecret(conflict.getMessage() + conflict.getCause()));
            assertNoSecret(store.toString() + store.list() + store.load(ALICE));
        }
    }

    @Test
    public final void close_twice_hasNoEffect() {
        CredentialStore store = createStore();
        store.close();
        store.close();
    }

    private static boolean wins(CredentialStore store, StoredCredential next) {
        try (next) {
            store.save(next);
            return true;
        } catch (CredentialStoreException e) {
            assertThat(e.reason()).isEqualTo(Reason.CONFLICT);
            return false;
        }
    }

    private static void save(CredentialStore store, String accountId, long revision) {
        try (StoredCredential next = CredentialSamples.stored(accountId, revision)) {
            store.save(next);
        }
    }

    private static void assertConflict(CredentialStore store, StoredCredential next) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> store.save(next))
                .extracting(CredentialStoreException::reason)
                .isEqualTo(Reason.CONFLICT);
    }

    private static void assertHolds(CredentialStore store, String accountId, long revision) {
        try (StoredCredential stored = store.load(AccountId.of(accountId)).orElseThrow()) {
            assertIsSample(stored, accountId, revision);
        }
    }

    private static void assertIsSample(StoredCredential stored, String accountId, long revision) {
        assertThat(stored.revision()).isEqualTo(revision);
        assertThat(stored.metadata()).isEqualTo(CredentialSamples.metadata(accountId));
        ApiKeyCredential key = (ApiKeyCredential) stored.credential();
        assertThat(key.apiKey(SecretAccess.insecure()).equals(Canary.API_KEY))
                .as("same API key")
                .isTrue();
        assertSame(key.secretKey(), Canary.SECRET_KEY);
        assertSame(key.passphrase(), Canary.PASSPHRASE);
    }

    private static void assertSame(Secret secret, String expected) {
        try (Secret wanted = Secret.of(expected)) {
            assertThat(secret.constantTimeEquals(wanted)).as("same secret").isTrue();
        }
    }

    private static void assertNoSecret(String text) {
        for (String canary : Canary.all()) {
            assertThat(text.contains(canary)).as("a secret in a text").isFalse();
        }
    }
}
