package io.okxconnect;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.internal.pacing.Pacing;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * 10,000 accounts watched for a virtual day, with the sandbox's own rules, signatures and limits behind the transport: every
 * account is looked at as configured, OKX never has to say that there are too many calls, and a few threads do it all.
 */
class MonitoredDayTest {
    private static final int ACCOUNTS = 10_000;
    private static final int THREADS = 8;
    private static final Duration INTERVAL = Duration.ofHours(8);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Site SITE = Site.custom("inside", URI.create("http://127.0.0.1:1"));
    private static final long SEED = 20_261_122;

    private final VirtualTime time = new VirtualTime(SEED);
    private final SandboxInside okx = new SandboxInside(time);
    private final Logger log = (Logger) LoggerFactory.getLogger("io.okxconnect");

    /** A hundred thousand calls, each with lines for the canary to search, would take minutes. */
    @BeforeEach
    void beQuiet() {
        log.setLevel(Level.INFO);
    }

    @AfterEach
    void speakAgain() {
        log.setLevel(null);
    }

    @Test
    void monitor_tenThousandAccountsForADay_looksAtEachAsConfigured() throws Exception {
        InMemoryCredentialStore store = new InMemoryCredentialStore();
        storeAll(store);

        try (ExchangeConnector connector = connector(store)) {
            int before = ManagementFactory.getThreadMXBean().getThreadCount();
            MonitorSettings settings = MonitorSettings.builder()
                    .interval(INTERVAL)
                    .threads(THREADS)
                    .build();
            ConnectionMonitor monitor = ConnectionMonitor.start(
                    new StoredConnections(connector), settings, time.monitorSeams(Duration.ofSeconds(30)));
            time.runUntil(DAY.dividedBy(2));
            int during = ManagementFactory.getThreadMXBean().getThreadCount();
            time.runUntil(DAY);

            assertThat(monitor.accounts()).isEqualTo(ACCOUNTS);
            // Looks under way at the day's end still take their time.
            monitor.stop();
            time.runUntil(DAY.plusMinutes(1));
            monitor.close();

            assertThat(during - before)
                    .isLessThanOrEqualTo(THREADS + Runtime.getRuntime().availableProcessors());
            assertThat(time.mostThreads()).isEqualTo(THREADS);
            assertThat(time.threads()).noneMatch(Thread::isAlive);
            assertThat(okx.refusals()).as("refused by the sandbox").isEmpty();
            assertEveryAccountWasLookedAt();
            assertThat(okx.keys())
                    .allSatisfy(key -> assertThat(connector
                                    .connection(AccountId.of(key.name()))
                                    .session()
                                    .holdsKey())
                            .isFalse());
        }
        store.close();
    }

    private void assertEveryAccountWasLookedAt() {
        // A look takes a moment itself: latency, and a thread that is free.
        Duration longest = INTERVAL.plusMinutes(1);
        Duration shortest = INTERVAL.multipliedBy(9).dividedBy(10);
        for (SandboxInside.Key key : okx.keys()) {
            long[] looks = okx.visits(key);
            assertThat(looks.length)
                    .as("looks at %s, seed %d", key.name(), SEED)
                    .isBetween(3, 4);
            long last = 0;
            for (int i = 0; i < looks.length; i++) {
                assertThat(looks[i] - last).isLessThanOrEqualTo(longest.toNanos());
                assertThat(i == 0 || looks[i] - last >= shortest.toNanos()).isTrue();
                last = looks[i];
            }
            assertThat(DAY.toNanos() - last).isLessThanOrEqualTo(longest.toNanos());
        }
        assertThat(okx.mostVisitsInASecond()).isLessThan(20 * ACCOUNTS / (int) INTERVAL.toSeconds());
    }

    private void storeAll(InMemoryCredentialStore store) {
        for (int i = 0; i < ACCOUNTS; i++) {
            SandboxInside.Key key = okx.createAccount("user" + i);
            try (ApiKeyCredential credential = ApiKeyCredential.of(key.apiKey(), key.secretKey(), key.passphrase());
                    StoredCredential stored = StoredCredential.of(metadata(key, credential), 1, credential)) {
                store.save(stored);
            }
        }
    }

    private static CredentialMetadata metadata(SandboxInside.Key key, ApiKeyCredential credential) {
        return CredentialMetadata.builder(AccountId.of(key.name()))
                .site(SITE)
                .environment(TradingEnvironment.LIVE)
                .origin(CredentialOrigin.MANUAL)
                .uid(key.uid())
                .maskedApiKey(credential.maskedApiKey())
                .connectedAt(VirtualTime.START)
                .build();
    }

    private ExchangeConnector connector(InMemoryCredentialStore store) {
        HttpTransport transport = okx;
        return ExchangeConnector.okx()
                .site(SITE)
                .environment(TradingEnvironment.LIVE)
                .requirements(AccountRequirements.readOnly())
                .clock(time.clock())
                .transport(transport)
                .sharedCredentialStore(store)
                .pipeline((used, clock) -> new OkxCalls(used, time.callSeams(), new Pacing()))
                .build();
    }
}
