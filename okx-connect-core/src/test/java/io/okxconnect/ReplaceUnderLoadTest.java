package io.okxconnect;

import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A key is replaced a hundred times while sixteen threads call without a pause. */
class ReplaceUnderLoadTest extends ConnectorScene {
    private static final int CALLERS = 16;
    private static final int REPLACEMENTS = 100;

    private final List<Throwable> failures = new ArrayList<>();
    private final AtomicLong calls = new AtomicLong();
    private final Set<String> keysSeen = ConcurrentHashMap.newKeySet();

    @Test
    void replaceCredential_underLoad_noCallFailsAndNoneIsSignedWithAWipedKey() throws Exception {
        List<SandboxApiKey> keys = List.of(exchange.tradingKey(), exchange.tradingKey(), exchange.tradingKey());
        Connection alice = connect(keys.get(0));
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch calling = new CountDownLatch(CALLERS);
        ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                boolean checks = i == 0;
                callers.add(pool.submit(() -> {
                    callUntil(done, alice, checks, calling);
                    return null;
                }));
            }
            calling.await();
            for (int i = 1; i <= REPLACEMENTS; i++) {
                try (ApiKeyCredential credential = credential(keys.get(i % keys.size()))) {
                    alice.replaceCredential(credential);
                }
                readJournal();
            }
            done.set(true);
            for (Future<?> caller : callers) {
                caller.get();
            }
        } finally {
            done.set(true);
            pool.shutdownNow();
        }
        readJournal();
        // A wiped key throws when it is asked to sign: such a call would have failed.
        assertThat(failures).isEmpty();
        assertThat(keysSeen)
                .containsExactlyInAnyOrderElementsOf(
                        keys.stream().map(SandboxApiKey::apiKey).toList());
        assertThat(calls).hasValueGreaterThanOrEqualTo(CALLERS);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(store.list().get(0).maskedApiKey()).contains(alice.maskedApiKey());
    }

    private void callUntil(AtomicBoolean done, Connection alice, boolean checks, CountDownLatch calling) {
        RestRequest balance = RestRequest.get("/api/v5/account/balance").build();
        do {
            try {
                if (checks) {
                    alice.check();
                } else {
                    alice.call(balance);
                }
                calls.incrementAndGet();
            } catch (Throwable e) {
                synchronized (failures) {
                    failures.add(e);
                }
            }
            calling.countDown();
        } while (!done.get());
    }

    /** Every signature that arrived was valid. */
    private void readJournal() {
        for (SandboxRequest request : exchange.okx.journal().requests()) {
            request.code().ifPresent(code -> assertThat(code).isEqualTo("0"));
            request.revealHeader("OK-ACCESS-KEY").ifPresent(keysSeen::add);
        }
        exchange.okx.journal().clear();
    }
}
