package io.okxconnect.internal.http;

import static io.okxconnect.internal.http.TransportHarness.failureOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are returned as they are, whatever their status; what cannot be read or measured is refused. */
class AnswerTest {
    private static RawServer answering(String answer) throws Exception {
        return new RawServer(null, (peer, number) -> peer.answerAll(answer));
    }

    private static TransportRequest capped(URI base, int maxBodyBytes) {
        return new TransportRequest(
                "GET", base, "/api/v5/public/time", Map.of(), new byte[0], Duration.ofSeconds(10), maxBodyBytes);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 429",
        "POST, 429",
        "GET, 503",
        "POST, 503",
        "GET, 500",
        "GET, 401",
        "GET, 407",
        "POST, 408",
        "POST, 425"
    })
    void execute_errorStatus_isReturnedAfterOneSend(String method, int status) throws Exception {
        String answer = "HTTP/1.1 " + status + " Why\r\nRetry-After: 0\r\nWWW-Authenticate: Basic realm=x\r\n"
                + "Proxy-Authenticate: Basic realm=x\r\nContent-Length: 2\r\n\r\n{}";
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer(null, (peer, number) -> {
                    while (true) {
                        peer.readRequest();
                        requests.incrementAndGet();
                        peer.write(answer);
                    }
                });
                TransportHarness harness = new TransportHarness()) {
            TransportResponse response =
                    harness.transport.execute(TransportHarness.request(method, server.uri(), new byte[0]));
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.header("retry-after")).contains("0");
            assertThat(requests).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 304, 305, 307, 308})
    void execute_redirect_isReturnedAndNeverFollowed(int status) throws Exception {
        try (RawServer other = answering(RawPeer.OK);
                RawServer server = answering("HTTP/1.1 " + status + " Moved\r\nLocation: " + other.uri()
                        + "/stolen\r\nContent-Length: 0\r\n\r\n");
                TransportHarness harness = new TransportHarness()) {
            TransportResponse response = harness.transport.execute(TransportHarness.post(server.uri()));
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.body()).isEmpty();
            assertThat(server.posts()).isEqualTo(1);
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void execute_repeatedHeader_countsTheFirst() throws Exception {
        try (RawServer server = answering("HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 0\r\n\r\n");
                TransportHarness harness = new TransportHarness()) {
            assertThat(harness.transport
                            .execute(TransportHarness.get(server.uri()))
                            .header("X-a"))
                    .contains("1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nT: x\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200\r\nContent-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello"
            })
    void execute_anyFraming_bodyAtTheCapIsReadWhole(String answer) throws Exception {
        try (RawServer server = answering(answer);
                TransportHarness harness = new TransportHarness()) {
            assertThat(harness.transport.execute(capped(server.uri(), 5)).body())
                    .isEqualTo("hello".getBytes(UTF_8));
            assertThat(harness.transport.execute(capped(server.uri(), 5)).body())
                    .isEqualTo("hello".getBytes(UTF_8));
            assertThat(server.connections()).as("reused").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello"
            })
    void execute_bodyOverTheCap_isRefusedAndTheConnectionDropped(String answer) throws Exception {
        try (RawServer server = answering(answer);
                TransportHarness harness = new TransportHarness()) {
            for (int call = 1; call <= 2; call++) {
                TransportException failure = failureOf(harness.start(capped(server.uri(), 4)));
                assertThat(failure).hasMessageContaining("4 bytes");
                assertThat(failure.phase()).isEqualTo(TransportPhase.RESPONSE_BODY);
                assertThat(failure.retryAdvice()).isEqualTo(RetryAdvice.NO);
                assertThat(server.connections()).isEqualTo(call);
            }
        }
    }

    @Test
    void execute_hundredMegabytes_isReadWithinItsCap() throws Exception {
        int size = 100 * 1024 * 1024;
        byte[] piece = "x".repeat(1024 * 1024).getBytes(UTF_8);
        try (RawServer server = new RawServer(null, (peer, number) -> {
                    peer.readRequest();
                    peer.write("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
                    for (int i = 0; i < 100; i++) {
                        peer.write(piece);
                    }
                });
                TransportHarness harness = new TransportHarness()) {
            assertThat(harness.transport.execute(capped(server.uri(), size)).body())
                    .hasSize(size);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip\r\nContent-Length: 2",
                "Content-Encoding: br\r\nContent-Length: 2",
                "Content-Length: 2\r\nContent-Length: 1",
                "Content-Length: 2\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked",
                "Content-Length: -2",
                "Content-Length: 99999999999999999999",
                "no colon here"
            })
    void execute_unmeasurableOrEncodedAnswer_isRefused(String headers) throws Exception {
        try (RawServer server = answering("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n{}");
                TransportHarness harness = new TransportHarness()) {
            TransportException failure = failureOf(harness.start(TransportHarness.post(server.uri())));
            assertThat(failure.phase()).isIn(TransportPhase.RESPONSE_HEAD, TransportPhase.RESPONSE_BODY);
            assertThat(failure.retryAdvice()).isEqualTo(RetryAdvice.ASK);
            assertThat(failure).hasMessageNotContainingAny("gzip", "99999");
            assertThat(server.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0 200 OK", "HTTP/1.1 101 Switching Protocols", "HTTP/1.1 abc", "HTTP/1.1 20"})
    void execute_notAnHttp1Answer_isRefused(String statusLine) throws Exception {
        try (RawServer server = answering(statusLine + "\r\nContent-Length: 2\r\n\r\n{}");
                TransportHarness harness = new TransportHarness()) {
            assertThat(failureOf(harness.start(TransportHarness.post(server.uri())))
                            .phase())
                    .isEqualTo(TransportPhase.RESPONSE_HEAD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"headers", "line"})
    void execute_endlessHead_isCutOff(String kind) throws Exception {
        try (RawServer server = new RawServer(null, (peer, number) -> {
                    peer.readRequest();
                    peer.write("HTTP/1.1 200 OK\r\n");
                    while (true) {
                        peer.write(kind.equals("headers") ? "X-A: b\r\n" : "x".repeat(1000));
                    }
                });
                TransportHarness harness = new TransportHarness()) {
            assertThat(failureOf(harness.start(TransportHarness.get(server.uri())))
                            .phase())
                    .isEqualTo(TransportPhase.RESPONSE_HEAD);
        }
    }

    @Test
    void execute_answerCutAtAnyByte_failsWithoutItsContent() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nX-Made-Up: visible\r\nContent-Length: 20\r\n\r\n{\"code\":\"0\",\"a\":123}";
        AtomicInteger length = new AtomicInteger();
        try (RawServer server = new RawServer(null, (peer, number) -> {
                    peer.readRequest();
                    peer.write(answer.substring(0, length.getAndIncrement()));
                });
                TransportHarness harness = new TransportHarness()) {
            for (int cut = 0; cut < answer.length(); cut++) {
                TransportException failure = failureOf(harness.start(TransportHarness.get(server.uri())));
                assertThat(failure.requestMayHaveBeenSent()).isTrue();
                assertThat(failure).hasMessageNotContainingAny("visible", "Made", "code");
            }
            assertThat(server.connections()).isEqualTo(answer.length());
        }
    }
}
