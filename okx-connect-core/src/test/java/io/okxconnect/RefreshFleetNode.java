package io.okxconnect;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.EncryptedFileCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One of several processes over one vault: told the time on its standard input, it calls OKX from eight threads, and says so. */
final class RefreshFleetNode {
    private static final int THREADS = 8;

    private RefreshFleetNode() {}

    /** Needs: the sandbox's address, the vault's directory, the client id. */
    public static void main(String[] arguments) throws Exception {
        TimeOnDemand clock = new TimeOnDemand();
        URI okx = URI.create(arguments[0]);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try (Secret key = vaultKey();
                ExchangeConnector connector = ExchangeConnector.okx()
                        .pipeline((transport, time) -> new OkxCalls(transport, CallSeams.system(time)))
                        .site(Site.custom("sandbox", okx))
                        .environment(TradingEnvironment.DEMO)
                        .clock(clock)
                        .credentialStore(EncryptedFileCredentialStore.open(Path.of(arguments[1]), key))
                        .build()) {
            connector
                    .grants()
                    .refreshWith(
                            TokenScene.REFRESHER,
                            new SandboxRefresher(okx, arguments[2], Canary.CLIENT_SECRET, clock::instant));
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            for (String time = orders.readLine(); time != null; time = orders.readLine()) {
                clock.now = Instant.parse(time);
                callFromAllThreads(pool, connector.connection(TestExchange.ALICE));
                System.out.println("done " + time);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    static Secret vaultKey() {
        return Secret.of(Canary.SECRET_KEY);
    }

    private static void callFromAllThreads(ExecutorService pool, Connection alice) throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            calls.add(pool.submit(() -> alice.call(TokenScene.READ)));
        }
        for (Future<?> call : calls) {
            call.get();
        }
    }

    private static final class TimeOnDemand extends Clock {
        private volatile Instant now = TestExchange.NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
