package io.okxconnect.oauth;

import static io.okxconnect.oauth.OAuthScene.ALICE;
import static io.okxconnect.oauth.OAuthScene.READ;
import static io.okxconnect.oauth.OAuthScene.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionState;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.Unpaced;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.EncryptedFileCredentialStore;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxSwitch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many meet an expired token at once: OKX hears of it once. A second refresh would end the consent, and every later call fail. */
class RefreshStormTest {
    private static final int THREADS = 64;
    private static final int ROUNDS = 1_000;
    private static final int PROCESSES = 4;
    private static final int PROCESS_ROUNDS = 10;

    private final SettableClock clock = new SettableClock();
    private final List<Integer> tokenCalls = new ArrayList<>();

    @Test
    void r1_64ThreadsMeetAnExpiredToken1000Times_oneTokenCallEachTime() throws Exception {
        OkxInside okx = new OkxInside(clock);
        try (ExchangeConnector connector = Unpaced.okx(clock)
                        .site(Site.custom("sandbox", OkxInside.BASE))
                        .environment(TradingEnvironment.DEMO)
                        .sharedCredentialStore(new InMemoryCredentialStore())
                        .transport(okx)
                        .build();
                OAuthConnector oauth = OAuthConnector.code(connector)
                        .client(OkxInside.CLIENT_ID, Canary.CLIENT_SECRET)
                        .redirectUri(Desk.REDIRECT)
                        .build()) {
            Connection connection =
                    oauth.complete(okx.agreeTo(oauth.begin(ALICE, SESSION).uri()), SESSION);
            ConnectionState state = connection.status().state();
            int before = okx.reads();

            storm(connection, okx);

            for (int round = 0; round <= ROUNDS; round++) {
                assertThat(tokenCalls.get(round))
                        .as("token calls after %s rounds", round)
                        .isEqualTo(1 + round);
            }
            assertThat(okx.reads() - before).isEqualTo(THREADS * ROUNDS);
            assertThat(okx.refusals()).isZero();
            assertThat(connection.status().state()).isEqualTo(state);
        }
    }

    private void storm(Connection connection, OkxInside okx) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS, () -> {
            // Nobody calls now.
            tokenCalls.add(okx.tokenCalls());
            clock.advance(Duration.ofHours(2));
        });
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                threads.add(pool.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        start.await(60, TimeUnit.SECONDS);
                        connection.call(READ);
                    }
                    return start.await(60, TimeUnit.SECONDS);
                }));
            }
            for (Future<?> thread : threads) {
                thread.get(300, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void r1_fourProcessesOnOneStoreMeetAnExpiredToken_oneTokenCallEachTime(@TempDir Path directory) throws Exception {
        try (Secret key = RefreshProcess.storeKey();
                EncryptedFileCredentialStore store =
                        EncryptedFileCredentialStore.open(directory.resolve("store"), key);
                OAuthScene scene =
                        new OAuthScene(OAuthProfile.AUTHORIZATION_CODE, store, SandboxSwitch.REFRESH_REUSE_REVOKES)) {
            scene.connected();
            List<RefreshProcess> processes = new ArrayList<>();
            try {
                for (int i = 0; i < PROCESSES; i++) {
                    processes.add(RefreshProcess.start(
                            directory, directory.resolve("store"), scene.okx.uri(), scene.clientId));
                }
                for (RefreshProcess process : processes) {
                    assertThat(process.answer()).isEqualTo("ready");
                }
                for (int round = 1; round <= PROCESS_ROUNDS; round++) {
                    scene.advance(Duration.ofHours(2));
                    for (RefreshProcess process : processes) {
                        process.callAt(scene.okx.clock().instant());
                    }
                    for (RefreshProcess process : processes) {
                        assertThat(process.answer()).as("round %s", round).isEqualTo("done");
                    }
                    assertThat(scene.tokenCalls()).as("round %s", round).isEqualTo(round);
                }
            } finally {
                for (RefreshProcess process : processes) {
                    process.close();
                }
            }
            assertThat(scene.reads()).isEqualTo(PROCESSES * RefreshProcess.THREADS * PROCESS_ROUNDS);
        }
    }
}
