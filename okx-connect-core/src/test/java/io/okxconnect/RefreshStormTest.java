package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TestExchange.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Sixty-four threads meet an expired token, a thousand times: OKX gives new tokens once, and takes no old one. */
class RefreshStormTest {
    private static final int THREADS = 64;
    private static final int ROUNDS = 1_000;

    private final AtomicLong hours = new AtomicLong();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile String valid = Canary.ACCESS_TOKEN;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return NOW.plus(Duration.ofHours(hours.get()));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final HttpTransport okx = new HttpTransport() {
        @Override
        public TransportResponse execute(TransportRequest request) {
            if (request.requestPath().equals("/api/v5/public/time")) {
                return answer(200, "{\"code\":\"0\",\"data\":[{\"ts\":\"" + clock.millis() + "\"}],\"msg\":\"\"}");
            }
            if (!("Bearer " + valid).equals(request.headers().get("Authorization"))) {
                refused.incrementAndGet();
                return answer(400, "{\"code\":\"53002\",\"data\":[],\"msg\":\"\"}");
            }
            answered.incrementAndGet();
            return answer(
                    200,
                    "{\"code\":\"0\",\"data\":[{\"uid\":\"1\",\"mainUid\":\"1\",\"acctLv\":\"2\",\"posMode\":\"net_mode\","
                            + "\"perm\":\"read_only,trade\"}],\"msg\":\"\"}");
        }

        private TransportResponse answer(int status, String body) {
            return new TransportResponse(
                    status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    };

    private AccessTokenCredential refresh(CredentialMetadata account, AccessTokenCredential current) {
        String next = "token-" + refreshes.incrementAndGet();
        valid = next;
        return SandboxRefresher.tokens(next, Canary.REFRESH_TOKEN, clock.instant());
    }

    @Test
    void call_expiredFor64ThreadsAThousandTimes_oneTokenCallEachTime() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try (ExchangeConnector connector = ExchangeConnector.okx()
                .pipeline((transport, time) -> new OkxCalls(transport, CallSeams.system(time)))
                .transport(okx)
                .clock(clock)
                .environment(TradingEnvironment.DEMO)
                .sharedCredentialStore(new InMemoryCredentialStore())
                .build()) {
            Connection alice = connect(connector);
            answered.set(0);
            Phaser rounds = new Phaser(1) {
                @Override
                protected boolean onAdvance(int phase, int parties) {
                    // Everybody has come back: what follows is another two hours later.
                    hours.addAndGet(2);
                    return false;
                }
            };
            List<Future<?>> threads = new ArrayList<>();
            rounds.bulkRegister(THREADS);
            for (int i = 0; i < THREADS; i++) {
                threads.add(pool.submit(() -> {
                    for (int round = 1; round <= ROUNDS; round++) {
                        rounds.arriveAndAwaitAdvance();
                        alice.call(TokenScene.READ);
                    }
                    return null;
                }));
            }
            rounds.arriveAndDeregister();
            for (Future<?> thread : threads) {
                thread.get(5, TimeUnit.MINUTES);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(refreshes).hasValue(ROUNDS);
        assertThat(answered).hasValue(THREADS * ROUNDS);
        assertThat(refused).hasValue(0);
    }

    private Connection connect(ExchangeConnector connector) {
        connector.grants().refreshWith(TokenScene.REFRESHER, this::refresh);
        Grant grant = Grant.of(Site.GLOBAL, TradingEnvironment.DEMO, CredentialOrigin.OAUTH)
                .refreshedBy(TokenScene.REFRESHER);
        try (AccessTokenCredential tokens =
                SandboxRefresher.tokens(Canary.ACCESS_TOKEN, Canary.REFRESH_TOKEN, clock.instant())) {
            return connector.grants().connect(ALICE, tokens, grant);
        }
    }
}
