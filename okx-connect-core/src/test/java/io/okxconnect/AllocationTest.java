package io.okxconnect;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.ThreadMXBean;
import io.okxconnect.account.Balance;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.Outcome;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.signing.HmacSha256Signer;
import io.okxconnect.signing.SigningTimestamp;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * How much heap a signature, an answer and a call take: counted, not timed. The limits are an eighth above what the interpreter
 * takes, so that they hold whatever the compiler has made of the code by then.
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BATCHES = 20;

    private static volatile Object kept;

    private final Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level level = log.getLevel();

    /** The other tests look through everything that can be logged; an app that logs it all pays for that itself. */
    @BeforeEach
    void silence() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void logAgain() {
        log.setLevel(level);
    }

    /** Of the batch that took least: what is loaded or compiled on the way does not count. */
    private static long bytes(int calls, Runnable call) {
        long least = Long.MAX_VALUE;
        for (int batch = 0; batch < BATCHES; batch++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / calls);
        }
        return least;
    }

    @Test
    void signature_get_takesLittleHeap() {
        Instant now = Instant.parse("2026-11-22T12:00:00.123Z");
        byte[] none = {};
        try (Secret key = Secret.of("0123456789ABCDEF0123456789ABCDEF");
                HmacSha256Signer signer = HmacSha256Signer.of(key)) {
            long bytes = bytes(
                    2_000, () -> kept = signer.sign(SigningTimestamp.iso(now), "GET", "/api/v5/account/balance", none));
            assertThat(bytes).isBetween(200L, 1_450L);
        }
    }

    @Test
    void answer_balanceOfThreeCurrencies_takesLittleHeap() {
        String numbers = IntStream.range(0, 30)
                .mapToObj(i -> "\"n" + i + "\":\"" + (i < 5 ? "1234.567" + i : "0") + "\"")
                .collect(Collectors.joining(","));
        String rows = IntStream.range(0, 3)
                .mapToObj(i -> "{\"ccy\":\"C" + i + "\"," + numbers + "}")
                .collect(Collectors.joining(","));
        byte[] body = ("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"totalEq\":\"1\",\"details\":[" + rows + "]}]}")
                .getBytes(StandardCharsets.US_ASCII);
        long bytes = bytes(
                200,
                () -> kept = Balance.fromJson(
                        RestResponse.read("GET /x", 200, Outcome.NOT_DONE, body).row()));
        assertThat(bytes).isBetween(1_000L, 5_000L);
    }

    @Test
    void call_balance_takesLittleHeap() {
        try (TestExchange exchange = new TestExchange();
                InMemoryCredentialStore store = new InMemoryCredentialStore();
                ExchangeConnector connector = exchange.connector(store)) {
            Connection connection =
                    connector.connect(TestExchange.ALICE, TestExchange.credential(exchange.tradingKey()));
            long bytes = bytes(50, () -> kept = connection.balance());
            assertThat(bytes).isBetween(5_000L, 14_000L);
        }
    }
}
