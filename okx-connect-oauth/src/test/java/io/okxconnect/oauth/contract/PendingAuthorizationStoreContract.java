package io.okxconnect.oauth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.oauth.PendingAuthorization;
import io.okxconnect.oauth.PendingAuthorizationStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PendingAuthorizationStore} must keep. Extend it in a test class of your own and answer {@link #createStore()};
 * answer {@link #otherNode} if the store is shared between nodes.
 */
public abstract class PendingAuthorizationStoreContract {
    private static final String VERIFIER = "contract-verifier-".repeat(3);
    private static final int TAKERS = 8;

    /** A new, empty store whose clock stands at, or behind, {@link #now()}. Called once a test. */
    protected abstract PendingAuthorizationStore createStore();

    /** The time by the store's clock. */
    protected Instant now() {
        return Instant.parse("2026-11-22T08:00:00Z");
    }

    /** The same store as another node sees it; by default the same object. */
    protected PendingAuthorizationStore otherNode(PendingAuthorizationStore store) {
        return store;
    }

    /** A record with a number for an id. */
    protected final PendingAuthorization record(int number) {
        return record(id(number));
    }

    private PendingAuthorization record(String id) {
        String json =
                "{\"v\":1,\"id\":\"" + id + "\",\"profile\":\"PKCE\",\"account\":\"bob \uD83E\uDD16\",\"site\":\"eea\","
                        + "\"environment\":\"LIVE\",\"redirect_uri\":\"https://app.example.com/cb?x=%C3%BC\",\"session\":\""
                        + id
                        + "\",\"created\":" + now().toEpochMilli() + ",\"expires\":"
                        + now().plusSeconds(600).toEpochMilli()
                        + ",\"verifier\":\"" + VERIFIER
                        + "\",\"attributes\":{\"scope\":\"read_only,trade\",\"n\":\"\\u0000\\n\"}}";
        return PendingAuthorization.fromBytes(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%064x", number + 0xabcdef00L);
    }

    @Test
    public final void find_nothingSaved_isEmpty() {
        assertThat(createStore().find(id(1))).isEmpty();
        assertThat(createStore().take(id(1))).isFalse();
    }

    @Test
    public final void find_afterSave_givesAllThatWasSavedAndLeavesItThere() {
        PendingAuthorizationStore store = createStore();
        try (PendingAuthorization pending = record(1)) {
            store.save(pending);
            assertHolds(otherNode(store), pending);
            assertHolds(store, pending);
        }
    }

    private static void assertHolds(PendingAuthorizationStore store, PendingAuthorization expected) {
        try (PendingAuthorization found = store.find(expected.id()).orElseThrow()) {
            assertThat(found.toBytes()).isEqualTo(expected.toBytes());
        }
    }

    @Test
    public final void save_callerClosesItsRecord_keepsAnotherOne() {
        PendingAuthorizationStore store = createStore();
        PendingAuthorization mine = record(1);
        store.save(mine);
        mine.close();
        try (PendingAuthorization expected = record(1)) {
            assertHolds(store, expected);
        }
    }

    @Test
    public final void find_callerClosesWhatItGot_keepsTheRecord() {
        PendingAuthorizationStore store = createStore();
        try (PendingAuthorization pending = record(1)) {
            store.save(pending);
            store.find(pending.id()).orElseThrow().close();
            assertHolds(store, pending);
        }
    }

    @Test
    public final void take_twice_isTrueOnce() {
        PendingAuthorizationStore store = createStore();
        save(store, 1);
        save(store, 2);
        assertThat(store.take(id(1))).isTrue();
        assertThat(otherNode(store).take(id(1))).isFalse();
        assertThat(store.find(id(1))).isEmpty();
        assertThat(store.find(id(2)).map(PendingAuthorization::id)).contains(id(2));
    }

    @Test
    public final void find_idThatDiffersInCaseOrLength_isEmpty() {
        PendingAuthorizationStore store = createStore();
        save(store, 1);
        for (String other :
                List.of(id(1).toUpperCase(Locale.ROOT), id(1).substring(1), id(1) + " ", "", "*", "%", "' OR 1=1 --")) {
            assertThat(store.find(other)).isEmpty();
            assertThat(store.take(other)).isFalse();
        }
        assertThat(store.take(id(1))).isTrue();
    }

    @Test
    public final void take_manyThreads_isTrueOnce() throws Exception {
        PendingAuthorizationStore store = createStore();
        ExecutorService threads = Executors.newFixedThreadPool(TAKERS);
        try {
            for (int round = 0; round < 200; round++) {
                save(store, round);
                String id = id(round);
                List<Callable<Boolean>> takers = new ArrayList<>();
                for (int i = 0; i < TAKERS; i++) {
                    PendingAuthorizationStore node = i % 2 == 0 ? store : otherNode(store);
                    takers.add(() -> node.take(id));
                }
                int taken = 0;
                for (Future<Boolean> taker : threads.invokeAll(takers)) {
                    taken += taker.get() ? 1 : 0;
                }
                assertThat(taken).as("takers of record %d", round).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    public final void toString_showsNoVerifier() {
        PendingAuthorizationStore store = createStore();
        save(store, 1);
        Optional<PendingAuthorization> found = store.find(id(1));
        assertThat(store + " " + found).doesNotContain(VERIFIER);
    }

    private void save(PendingAuthorizationStore store, int number) {
        try (PendingAuthorization pending = record(number)) {
            store.save(pending);
        }
    }
}
