package io.okxconnect.internal.http;

import static io.okxconnect.internal.http.TransportHarness.answerOf;
import static io.okxconnect.internal.http.TransportHarness.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    /** A proxy that opens a tunnel to the server, whatever host was asked for. */
    private RawServer tunnelTo(RawServer server) throws Exception {
        return new RawServer(null, (peer, number) -> {
            asked.add(peer.readRequest());
            try (Socket onward = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                peer.write("HTTP/1.1 200 Connection established\r\n\r\n");
                Thread back = new Thread(() -> copy(onward, peer.raw()));
                back.setDaemon(true);
                back.start();
                copy(peer.raw(), onward);
            }
        });
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException over) {
            // One of them closed.
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "https"})
    void execute_throughAProxy_showsItHostAndPortOnly(String scheme) throws Exception {
        try (RawServer server = new RawServer(
                        scheme.equals("https") ? TestCertificates.GOOD.server() : null,
                        (peer, number) -> peer.answerAll(RawPeer.OK));
                RawServer proxy = tunnelTo(server);
                TransportHarness harness = new TransportHarness(builder -> builder.proxy("127.0.0.1", proxy.port()))) {
            for (int i = 0; i < 2; i++) {
                assertThat(answerOf(harness.start(TransportHarness.post(server.uri())))
                                .status())
                        .isEqualTo(200);
            }
            String host = "127.0.0.1:" + server.port();
            assertThat(asked)
                    .containsExactly("CONNECT " + host + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: "
                            + ProductVersion.userAgent() + "\r\n\r\n");
            assertThat(server.posts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nmore than an answer",
                "no http\r\n\r\n",
                ""
            })
    void execute_proxyRefusesOrMisbehaves_nothingWasSent(String answer) throws Exception {
        try (RawServer proxy = new RawServer(null, (peer, number) -> {
                    asked.add(peer.readRequest());
                    peer.write(answer);
                });
                TransportHarness harness = new TransportHarness(builder -> builder.proxy("127.0.0.1", proxy.port()))) {
            TransportException failure =
                    failureOf(harness.start(TransportHarness.post(URI.create("https://www.okx.com"))));
            assertThat(failure.phase()).isEqualTo(TransportPhase.CONNECT);
            assertThat(failure.requestMayHaveBeenSent()).isFalse();
            assertThat(failure.retryAdvice()).isIn(RetryAdvice.FIX, RetryAdvice.WAIT);
            assertThat(asked)
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .startsWith("CONNECT www.okx.com:443 ")
                            .doesNotContain(Canary.all()));
        }
    }

    @Test
    void proxy_badHostOrPort_isRefusedByName() {
        HttpClientTransport.Builder builder = HttpClientTransport.builder();
        assertThatThrownBy(() -> builder.proxy("http://proxy", 1)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> builder.proxy("", 1)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> builder.proxy("proxy", 0))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        refused -> assertThat(refused.argument()).isEqualTo("port"));
        assertThatThrownBy(() -> builder.maxConnections(0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> builder.maxConnections(10_001)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> builder.connectTimeout(Duration.ZERO)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> builder.connectTimeout(Duration.ofMinutes(2)))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void build_trustStoreThatWasNeverLoaded_isRefusedByName() throws Exception {
        KeyStore unloaded = KeyStore.getInstance("PKCS12");
        assertThatThrownBy(
                        () -> HttpClientTransport.builder().extraTrust(unloaded).build())
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        refused -> assertThat(refused.argument()).isEqualTo("extraTrust"));
    }
}
