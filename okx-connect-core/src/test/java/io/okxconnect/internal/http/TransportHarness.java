package io.okxconnect.internal.http;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/** A transport whose time stands still, and calls that run beside the test. */
final class TransportHarness implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(10);
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    /** Only keeps a broken test from hanging. */
    private static final int PATIENCE_SECONDS = 30;

    final ManualTimer timer = new ManualTimer();
    final HttpClientTransport transport;
    private final Map<TransportPhase, Semaphore> reached = new EnumMap<>(TransportPhase.class);

    TransportHarness() {
        this(builder -> builder);
    }

    TransportHarness(UnaryOperator<HttpClientTransport.Builder> settings) {
        for (TransportPhase phase : TransportPhase.values()) {
            reached.put(phase, new Semaphore(0));
        }
        transport = settings.apply(HttpClientTransport.builder()
                        .extraTrust(TestCertificates.GOOD.trust())
                        .connectTimeout(CONNECT_LIMIT)
                        .timer(timer)
                        .phaseObserver(phase -> reached.get(phase).release()))
                .build();
    }

    static TransportRequest get(URI base) {
        return request("GET", base, new byte[0]);
    }

    static TransportRequest post(URI base) {
        return request(
                "POST", base, ("{\"passphrase\":\"" + Canary.PASSPHRASE + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    static TransportRequest request(String method, URI base, byte[] body) {
        return new TransportRequest(
                method, base, "/api/v5/trade/order?secret=" + Canary.STATE, headers(), body, DEADLINE, 1024 * 1024);
    }

    static Map<String, String> headers() {
        return Map.of(
                "OK-ACCESS-KEY", Canary.API_KEY,
                "OK-ACCESS-PASSPHRASE", Canary.PASSPHRASE,
                "Content-Type", "application/json");
    }

    CompletableFuture<TransportResponse> start(TransportRequest request) {
        return CompletableFuture.supplyAsync(() -> transport.execute(request), task -> {
            Thread thread = new Thread(task, "call");
            thread.setDaemon(true);
            thread.start();
        });
    }

    void awaitPhase(TransportPhase phase) throws InterruptedException {
        if (!reached.get(phase).tryAcquire(PATIENCE_SECONDS, SECONDS)) {
            throw new AssertionError("phase " + phase + " was not reached");
        }
    }

    /** Forgets the phases of earlier calls. */
    void forgetPhases() {
        reached.values().forEach(Semaphore::drainPermits);
    }

    static TransportResponse answerOf(CompletableFuture<TransportResponse> call) throws Exception {
        return call.get(PATIENCE_SECONDS, SECONDS);
    }

    static TransportException failureOf(CompletableFuture<TransportResponse> call) throws Exception {
        try {
            TransportResponse response = call.get(PATIENCE_SECONDS, SECONDS);
            throw new AssertionError("the call was answered: " + response);
        } catch (ExecutionException failed) {
            Throwable cause =
                    failed.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : failed.getCause();
            if (cause instanceof TransportException expected) {
                return expected;
            }
            throw new AssertionError("not a TransportException", cause);
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
