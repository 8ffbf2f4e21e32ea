package io.okxconnect.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.spi.TransportRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves is byte for byte what was signed, and nothing leaves that cannot be sent as it is. */
class WireFormatTest {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    private RawServer recorder() throws Exception {
        return new RawServer(null, (peer, number) -> {
            while (true) {
                received.add(peer.readRequest());
                peer.write("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\n\r\n{}");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v5/account/balance?ccy=BTC,ETH",
                "/api/v5/account/balance?ccy=BTC%2CETH",
                "/api/v5/account/positions?b=2&a=1&a=%20+%2b&empty=",
                "/api/v5/account/balance?",
                "/api/v5/a;b=c/d:e@f?x={\"y\":[1]}&z=%zz^|`\\",
                "//not-a-host/api/v5",
                "/api/v5/../v5/./x"
            })
    void execute_anyPath_goesOutUnchanged(String path) throws Exception {
        try (RawServer server = recorder();
                TransportHarness harness = new TransportHarness()) {
            harness.transport.execute(new TransportRequest(
                    "GET", server.uri(), path, Map.of(), new byte[0], Duration.ofSeconds(10), 100));
            assertThat(received.take()).startsWith("GET " + path + " HTTP/1.1\r\n");
        }
    }

    @Test
    void execute_post_sendsExactlyTheGivenHeadersAndBody() throws Exception {
        byte[] body = "{\"label\":\"бот-№1 机器人\"}".getBytes(UTF_8);
        try (RawServer server = recorder();
                TransportHarness harness = new TransportHarness()) {
            harness.transport.execute(new TransportRequest(
                    "POST",
                    server.uri(),
                    "/p",
                    Map.of("OK-ACCESS-PASSPHRASE", "p\u00e4ss w\u00f6rd"),
                    body,
                    Duration.ofSeconds(10),
                    100));
            String host = "127.0.0.1:" + server.port();
            assertThat(received.take())
                    .isEqualTo("POST /p HTTP/1.1\r\nHost: " + host + "\r\nAccept-Encoding: identity\r\n"
                            + "OK-ACCESS-PASSPHRASE: p\u00e4ss w\u00f6rd\r\nUser-Agent: " + ProductVersion.userAgent()
                            + "\r\nContent-Length: " + body.length + "\r\n\r\n" + new String(body, ISO_8859_1));
        }
    }

    @Test
    void execute_secondCall_carriesNoCookieOfTheFirst() throws Exception {
        try (RawServer server = recorder();
                TransportHarness harness = new TransportHarness()) {
            harness.transport.execute(TransportHarness.get(server.uri()));
            harness.transport.execute(TransportHarness.get(server.uri()));
            assertThat(received)
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request)
                            .doesNotContainIgnoringCase("cookie")
                            .doesNotContain("Content-Length"));
        }
    }

    @Test
    void execute_postWithoutBody_saysSo() throws Exception {
        try (RawServer server = recorder();
                TransportHarness harness = new TransportHarness()) {
            harness.transport.execute(TransportHarness.request("POST", server.uri(), new byte[0]));
            assertThat(received.take()).contains("\r\nContent-Length: 0\r\n").endsWith("\r\n\r\n");
        }
    }

    @Test
    void execute_ownUserAgent_replacesOurs() throws Exception {
        try (RawServer server = recorder();
                TransportHarness harness = new TransportHarness()) {
            harness.transport.execute(new TransportRequest(
                    "GET", server.uri(), "/", Map.of("user-agent", "app/1"), new byte[0], Duration.ofSeconds(1), 9));
            assertThat(received.take()).contains("user-agent: app/1\r\n").doesNotContain("okx-connect/");
        }
    }

    @Test
    void userAgent_always_namesTheProductAndTheVersionOfTheBuild() {
        assertThat(ProductVersion.userAgent()).matches("okx-connect/\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    static Stream<Arguments> unsendable() {
        URI base = URI.create("http://127.0.0.1:1");
        Duration second = Duration.ofSeconds(1);
        Stream<Arguments> badHeaders = Stream.of(
                        header("OK-ACCESS-PASSPHRASE", Canary.PASSPHRASE + "\r\nX: y"),
                        header("OK-ACCESS-PASSPHRASE", Canary.PASSPHRASE + "\n"),
                        header("OK-ACCESS-PASSPHRASE", Canary.PASSPHRASE + " "),
                        header("OK-ACCESS-PASSPHRASE", Canary.PASSPHRASE + "\0"),
                        header("OK-ACCESS-PASSPHRASE", Canary.PASSPHRASE + "ключ"),
                        header("OK-ACCESS-PASSPHRASE", Canary.PASSPHRASE + "\u0085"),
                        header("", "x"),
                        header("a b", "x"),
                        header("a:", "x"),
                        header("\u00e4", "x"),
                        header("Host", "evil.example"),
                        header("transfer-encoding", "chunked"),
                        header("Content-Length", "3"),
                        header("Connection", "close"),
                        header("Expect", "100-continue"))
                .map(headers -> Arguments.of("headers", "GET", base, "/p", headers, second, 1));
        Stream<Arguments> others = Stream.of(
                Arguments.of("method", "get", base, "/p", Map.of(), second, 1),
                Arguments.of("method", "GET /x", base, "/p", Map.of(), second, 1),
                Arguments.of("method", "CONNECT", base, "/p", Map.of(), second, 1),
                path(""),
                path("api"),
                path("/p q?" + Canary.STATE),
                path("/p\r\nX: " + Canary.STATE),
                path("/\u00e4?" + Canary.STATE),
                path("/p#" + Canary.STATE),
                base("ftp://127.0.0.1"),
                base("/relative"),
                base("https:///no-host"),
                base("https://user:" + Canary.STATE + "@127.0.0.1"),
                base("https://127.0.0.1/path"),
                base("https://127.0.0.1?q=" + Canary.STATE),
                base("https://127.0.0.1#f"),
                Arguments.of("timeout", "GET", base, "/p", Map.of(), Duration.ZERO, 1),
                Arguments.of("timeout", "GET", base, "/p", Map.of(), second.negated(), 1),
                Arguments.of("timeout", "GET", base, "/p", Map.of(), Duration.ofDays(2), 1),
                Arguments.of("maxBodyBytes", "GET", base, "/p", Map.of(), second, -1));
        return Stream.concat(badHeaders, others);
    }

    private static Map<String, String> header(String name, String value) {
        return Map.of(name, value);
    }

    private static Arguments path(String path) {
        return Arguments.of(
                "requestPath", "GET", URI.create("http://127.0.0.1:1"), path, Map.of(), Duration.ofSeconds(1), 1);
    }

    private static Arguments base(String base) {
        return Arguments.of("base", "GET", URI.create(base), "/p", Map.of(), Duration.ofSeconds(1), 1);
    }

    @ParameterizedTest
    @MethodSource("unsendable")
    void execute_unsendableRequest_isRefusedByNameAndWithoutItsValue(
            String argument,
            String method,
            URI base,
            String path,
            Map<String, String> headers,
            Duration timeout,
            int maxBodyBytes) {
        TransportRequest request =
                new TransportRequest(method, base, path, headers, new byte[0], timeout, maxBodyBytes);
        try (TransportHarness harness = new TransportHarness()) {
            assertThatThrownBy(() -> harness.transport.execute(request))
                    .isInstanceOfSatisfying(
                            InvalidArgumentException.class,
                            refused -> assertThat(refused.argument()).isEqualTo(argument))
                    .hasMessageNotContainingAny(Canary.PASSPHRASE, Canary.STATE);
        }
    }
}
