package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.AuthorizationCallback.Code;
import io.okxconnect.oauth.AuthorizationCallback.Refusal;
import io.okxconnect.oauth.error.LoopbackException;
import io.okxconnect.oauth.error.LoopbackException.Reason;
import io.okxconnect.oauth.internal.SecretText;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopbackReceiverTest {
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @Test
    void receive_genuineCallback_handsOverTheCodeAndIsGone() throws Exception {
        try (Waiting waiting = new Waiting()) {
            assertThat(waiting.openedPage()).isEqualTo(Waiting.PAGE);
            assertThat(waiting.redirect().toString()).matches("http://127\\.0\\.0\\.1:\\d+/callback");
            String answer = LoopbackVisit.get(waiting.redirect(), Waiting.GENUINE);
            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("Content-Security-Policy: default-src 'none'; style-src 'sha256-")
                    .contains("Cache-Control: no-store\r\n")
                    .contains("Referrer-Policy: no-referrer\r\n")
                    .contains("You can go back to the app")
                    .doesNotContain(Canary.STATE)
                    .doesNotContain(Canary.AUTHORIZATION_CODE);
            assertThat(SecretText.of(((Code) waiting.result()).code())).isEqualTo(Canary.AUTHORIZATION_CODE);
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> LoopbackVisit.connect(waiting.redirect()));
            assertThatExceptionOfType(LoopbackException.class)
                    .isThrownBy(() -> waiting.receiver.receive(Waiting.PAGE))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
        }
    }

    @Test
    void receive_declined_saysSoToTheUser() throws Exception {
        try (Waiting waiting = new Waiting()) {
            String answer = LoopbackVisit.get(waiting.redirect(), "error=access_denied&state=" + Canary.STATE);
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("Not connected");
            assertThat(((Refusal) waiting.result()).error()).isEqualTo("access_denied");
        }
    }

    @Test
    void receive_everyPage_isTheSameWhateverCame() {
        try (Waiting waiting = new Waiting()) {
            String plain = LoopbackVisit.get(waiting.redirect(), "code=x&state=y");
            for (String evil : List.of(
                    "code=%3Cscript%3Ealert(1)%3C%2Fscript%3E&state=y",
                    "error=%22%3E%3Cimg%20src%3Dx%3E&error_description=%0d%0aSet-Cookie:a=b",
                    "return_to=https://evil.example&code=1&state=2",
                    "x")) {
                assertThat(LoopbackVisit.get(waiting.redirect(), evil)).isEqualTo(plain);
            }
            assertThat(plain).startsWith("HTTP/1.1 400").doesNotContain("Location");
            assertThat(waiting.isOver()).isFalse();
        }
    }

    @Test
    void receive_noCallbackInTime_timesOutAndStopsListening() throws Exception {
        try (Waiting waiting = new Waiting()) {
            waiting.openedPage();
            while (waiting.alarms.count(TWO_MINUTES) == 0) {
                Thread.onSpinWait();
            }
            waiting.alarms.ring(TWO_MINUTES);
            assertThatExceptionOfType(LoopbackException.class)
                    .isThrownBy(waiting::result)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> LoopbackVisit.connect(waiting.redirect()));
        }
    }

    @Test
    void receive_slowRequest_isCutAndTheWaitGoesOn() throws Exception {
        try (Waiting waiting = new Waiting();
                Socket slow = LoopbackVisit.connect(waiting.redirect())) {
            slow.getOutputStream().write("GET /callb".getBytes());
            while (waiting.alarms.count(FIVE_SECONDS) == 0) {
                Thread.onSpinWait();
            }
            waiting.alarms.ring(FIVE_SECONDS);
            assertThat(LoopbackVisit.rest(slow)).isEmpty();
            LoopbackVisit.get(waiting.redirect(), Waiting.GENUINE);
            assertThat(waiting.result()).isInstanceOf(Code.class);
        }
    }

    @Test
    void receive_manyIdleConnections_doNotKeepTheBrowserOut() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try (Waiting waiting = new Waiting()) {
            for (int i = 0; i < 64; i++) {
                idle.add(LoopbackVisit.connect(waiting.redirect()));
            }
            assertThat(LoopbackVisit.get(waiting.redirect(), Waiting.GENUINE)).startsWith("HTTP/1.1 200");
            assertThat(waiting.result()).isInstanceOf(Code.class);
            assertThat(LoopbackVisit.rest(idle.get(0))).isEmpty();
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void receive_noBrowser_showsTheUrl() throws Exception {
        CompletableFuture<URI> shown = new CompletableFuture<>();
        LoopbackReceiver receiver = LoopbackReceiver.builder()
                .browser(page -> false)
                .whenNoBrowser(page -> {
                    shown.complete(page);
                })
                .build();
        CompletableFuture<AuthorizationCallback> received =
                CompletableFuture.supplyAsync(() -> receiver.receive(Waiting.PAGE));
        assertThat(shown.get(60, TimeUnit.SECONDS)).isEqualTo(Waiting.PAGE);
        LoopbackVisit.get(receiver.redirectUri(), Waiting.GENUINE);
        assertThat(received.get(60, TimeUnit.SECONDS)).isInstanceOf(Code.class);
    }

    @Test
    void receive_noBrowserAndNobodyToShowTheUrl_isTypedAndStopsListening() {
        try (LoopbackReceiver receiver =
                LoopbackReceiver.builder().browser(page -> false).build()) {
            assertThatExceptionOfType(LoopbackException.class)
                    .isThrownBy(() -> receiver.receive(Waiting.PAGE))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NO_BROWSER));
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> LoopbackVisit.connect(receiver.redirectUri()));
        }
    }

    @Test
    void receive_closedMeanwhile_isTyped() throws Exception {
        Waiting waiting = new Waiting();
        waiting.openedPage();
        waiting.close();
        assertThatExceptionOfType(LoopbackException.class)
                .isThrownBy(waiting::result)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
    }

    @Test
    void receive_interrupted_isTypedAndKeepsTheInterrupt() {
        try (LoopbackReceiver receiver =
                LoopbackReceiver.builder().browser(page -> true).build()) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(LoopbackException.class)
                    .isThrownBy(() -> receiver.receive(Waiting.PAGE))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void build_portTaken_isTyped() {
        try (LoopbackReceiver first = LoopbackReceiver.builder().build()) {
            assertThatExceptionOfType(LoopbackException.class)
                    .isThrownBy(() -> LoopbackReceiver.builder()
                            .port(first.redirectUri().getPort())
                            .build())
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CANNOT_LISTEN));
        }
    }

    @Test
    void build_localhost_namesItAndListensOnTheAddress() throws Exception {
        try (Waiting waiting = new Waiting(
                LoopbackReceiver.builder().address(LoopbackAddress.LOCALHOST).path("/okx/cb"))) {
            assertThat(waiting.redirect().toString()).matches("http://localhost:\\d+/okx/cb");
            URI byAddress = URI.create(waiting.redirect().toString().replace("localhost", "127.0.0.1"));
            assertThat(LoopbackVisit.get(byAddress, Waiting.GENUINE)).startsWith("HTTP/1.1 421");
            assertThat(LoopbackVisit.get(byAddress, Waiting.GENUINE, host -> host.replace("127.0.0.1", "localhost")))
                    .startsWith("HTTP/1.1 200");
            assertThat(waiting.result()).isInstanceOf(Code.class);
        }
    }

    @Test
    void build_ipv6_listensWhereThereIsOne() throws Exception {
        LoopbackReceiverBuilder builder = LoopbackReceiver.builder().address(LoopbackAddress.IPV6);
        assumeTrue(hasIpv6Loopback(), "this machine has no [::1]");
        try (Waiting waiting = new Waiting(builder)) {
            assertThat(waiting.redirect().toString()).matches("http://\\[::1]:\\d+/callback");
            assertThat(LoopbackVisit.get(waiting.redirect(), Waiting.GENUINE)).startsWith("HTTP/1.1 200");
            assertThat(waiting.result()).isInstanceOf(Code.class);
        }
    }

    private static boolean hasIpv6Loopback() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
    }

    @Test
    void builder_badValue_isRefusedAtItsCall() {
        LoopbackReceiverBuilder builder = LoopbackReceiver.builder();
        for (String path : List.of("", "callback", "/a b", "/a?b", "/a#b", "/%41", "/" + "a".repeat(128))) {
            assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> builder.path(path));
        }
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> builder.port(65_536));
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> builder.timeout(Duration.ZERO));
        try (LoopbackReceiver receiver = builder.browser(page -> true).build()) {
            for (String page : List.of(
                    "https://a.example/",
                    "https://a.example/?state=short",
                    "https://a.example/?state=" + Canary.STATE + "&state=" + Canary.STATE,
                    "http://a.example/?state=" + Canary.STATE,
                    "file:///etc/passwd?state=" + Canary.STATE)) {
                assertThatExceptionOfType(InvalidArgumentException.class)
                        .isThrownBy(() -> receiver.receive(URI.create(page)));
            }
        }
    }
}
