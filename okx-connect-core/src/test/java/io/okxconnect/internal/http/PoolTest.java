package io.okxconnect.internal.http;

import static io.okxconnect.internal.http.TransportHarness.DEADLINE;
import static io.okxconnect.internal.http.TransportHarness.answerOf;
import static io.okxconnect.internal.http.TransportHarness.failureOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.spi.TransportResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolTest {

    @ParameterizedTest
    @CsvSource({
        "X-Nothing: special, 1",
        "Keep-Alive: timeout=5, 1",
        "Keep-Alive: timeout=0, 3",
        "Connection: close, 3",
    })
    void execute_threeCalls_openAsManyConnectionsAsTheServerWants(String header, int connections) throws Exception {
        try (RawServer server = new RawServer(
                        null,
                        (peer, number) ->
                                peer.answerAll("HTTP/1.1 200 OK\r\n" + header + "\r\nContent-Length: 2\r\n\r\n{}"));
                TransportHarness harness = new TransportHarness()) {
            for (int i = 0; i < 3; i++) {
                assertThat(harness.transport
                                .execute(TransportHarness.post(server.uri()))
                                .status())
                        .isEqualTo(200);
            }
            assertThat(server.connections()).isEqualTo(connections);
            assertThat(server.posts()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "https"})
    void execute_bytesNobodyAskedFor_neverBecomeTheNextAnswer(String scheme) throws Exception {
        String smuggled = "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nsmuggled";
        try (RawServer server = new RawServer(
                        scheme.equals("https") ? TestCertificates.GOOD.server() : null,
                        (peer, number) -> peer.answerAll(RawPeer.OK + smuggled));
                TransportHarness harness = new TransportHarness()) {
            for (int i = 0; i < 5; i++) {
                assertThat(harness.transport
                                .execute(TransportHarness.post(server.uri()))
                                .body())
                        .isEqualTo("{}".getBytes(UTF_8));
            }
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void execute_noFreeConnection_waitsUntilTheDeadlineAndLosesNone() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        try (RawServer server = new RawServer(null, (peer, number) -> {
                    peer.readRequest();
                    mayAnswer.await();
                    peer.write(RawPeer.OK);
                    peer.answerAll(RawPeer.OK);
                });
                TransportHarness harness = new TransportHarness(builder -> builder.maxConnections(1))) {
            CompletableFuture<TransportResponse> first = harness.start(TransportHarness.get(server.uri()));
            harness.awaitPhase(TransportPhase.RESPONSE_HEAD);
            harness.timer.advance(DEADLINE.minusSeconds(2));
            harness.forgetPhases();

            CompletableFuture<TransportResponse> second = harness.start(TransportHarness.post(server.uri()));
            harness.timer.awaitWaiting(2);
            // The first call's time is over before the second's; it must fail alone, and hand its place on.
            harness.timer.advance(DEADLINE);

            assertThat(failureOf(first)).isInstanceOf(TransportTimeoutException.class);
            TransportException waited = failureOf(second);
            assertThat(waited).isInstanceOf(TransportTimeoutException.class);
            mayAnswer.countDown();
            for (int i = 0; i < 3; i++) {
                assertThat(answerOf(harness.start(TransportHarness.get(server.uri())))
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void execute_waitForAConnectionAborted_wasNotSent() throws Exception {
        try (RawServer server = new RawServer(null, (peer, number) -> {
                    peer.readRequest();
                    peer.stall();
                });
                TransportHarness harness = new TransportHarness(builder -> builder.maxConnections(1))) {
            CompletableFuture<TransportResponse> first = harness.start(TransportHarness.get(server.uri()));
            harness.awaitPhase(TransportPhase.RESPONSE_HEAD);
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread waiting = new Thread(() -> {
                try {
                    harness.transport.execute(TransportHarness.post(server.uri()));
                } catch (TransportException interrupted) {
                    failure.set(interrupted);
                }
            });
            waiting.start();
            harness.timer.awaitWaiting(2);
            waiting.interrupt();
            waiting.join();

            assertThat(failure.get()).isInstanceOfSatisfying(TransportException.class, interrupted -> {
                assertThat(interrupted.phase()).isEqualTo(TransportPhase.POOL);
                assertThat(interrupted.requestMayHaveBeenSent()).isFalse();
                assertThat(interrupted).hasMessageContaining("interrupted");
            });
            harness.timer.advance(DEADLINE);
            assertThat(failureOf(first)).isInstanceOf(TransportTimeoutException.class);
            assertThat(server.posts()).isZero();
        }
    }

    @Test
    void close_callInFlight_failsItAndAllLaterOnes() throws Exception {
        try (RawServer server = new RawServer(null, (peer, number) -> {
                    peer.readRequest();
                    peer.stall();
                });
                TransportHarness harness = new TransportHarness()) {
            CompletableFuture<TransportResponse> call = harness.start(TransportHarness.post(server.uri()));
            harness.awaitPhase(TransportPhase.RESPONSE_HEAD);
            // The client is done writing before the server has read: closing now could take the request back.
            server.awaitPost();
            harness.transport.close();

            TransportException inFlight = failureOf(call);
            assertThat(inFlight).hasMessageContaining("closed");
            assertThat(inFlight.requestMayHaveBeenSent()).isTrue();
            assertThat(inFlight.retryAdvice()).isEqualTo(RetryAdvice.ASK);

            TransportException later = failureOf(harness.start(TransportHarness.post(server.uri())));
            assertThat(later.requestMayHaveBeenSent()).isFalse();
            assertThat(later.retryAdvice()).isEqualTo(RetryAdvice.FIX);
            assertThat(server.posts()).isEqualTo(1);
            assertThatCode(harness.transport::close).doesNotThrowAnyException();
        }
    }
}
