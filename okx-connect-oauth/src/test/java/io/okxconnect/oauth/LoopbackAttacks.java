package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import io.okxconnect.oauth.internal.loopback.LoopbackJudge;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Rows 30 to 35: requests at the loopback receiver that are not the browser's callback. */
final class LoopbackAttacks {
    private static final Duration SLOWEST = Duration.ofSeconds(5);

    private LoopbackAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                new Attack(30, "wrong Host (DNS rebinding)", LoopbackAttacks::wrongHost),
                new Attack(31, "wrong path", LoopbackAttacks::wrongPath),
                new Attack(32, "other methods", LoopbackAttacks::otherMethod),
                new Attack(33, "second callback after success", LoopbackAttacks::second),
                new Attack(34, "peer on another machine", LoopbackAttacks::otherMachine),
                new Attack(35, "slow or huge request", LoopbackAttacks::slowOrHuge));
    }

    private static void wrongHost(Stage stage, Random random) throws Exception {
        try (Waiting waiting = new Waiting()) {
            String right = waiting.redirect().getRawAuthority();
            String port = ":" + waiting.redirect().getPort();
            String host = List.of(
                            Stage.word(random, 14) + ".example" + port,
                            "localhost" + port,
                            "127.0.0.1",
                            "127.0.0.1:" + (waiting.redirect().getPort() ^ 1),
                            right + ".",
                            right + "." + Stage.word(random, 12),
                            "www.okx.com",
                            "[::1]" + port)
                    .get(random.nextInt(8));
            String sent = stage.defect() == Defect.HOST_IGNORED ? right : host;
            assertRefused(
                    waiting, LoopbackVisit.get(waiting.redirect(), Waiting.GENUINE, ignored -> sent), "421", host);
        }
    }

    private static void wrongPath(Stage stage, Random random) throws Exception {
        try (Waiting waiting = new Waiting()) {
            String path = List.of(
                            "/" + Stage.word(random, 12),
                            "/callback/",
                            "/callback/" + Stage.word(random, 12),
                            "//callback",
                            "/CALLBACK",
                            "/%63allback",
                            "/callback;" + Stage.word(random, 12),
                            "/./callback",
                            "/")
                    .get(random.nextInt(9));
            String request = LoopbackVisit.request(
                    "GET", path + "?" + Waiting.GENUINE, waiting.redirect().getRawAuthority());
            assertRefused(waiting, LoopbackVisit.send(waiting.redirect(), request), "404", path);
        }
    }

    private static void otherMethod(Stage stage, Random random) throws Exception {
        String method = List.of(
                        "POST", "OPTIONS", "HEAD", "PUT", "DELETE", "TRACE", "PATCH", "CONNECT", "GETX", "Get", "get")
                .get(random.nextInt(11));
        try (Waiting waiting = new Waiting()) {
            String request = LoopbackVisit.request(
                    method, "/callback?" + Waiting.GENUINE, waiting.redirect().getRawAuthority());
            assertRefused(
                    waiting,
                    LoopbackVisit.send(waiting.redirect(), request),
                    method.toUpperCase().equals(method) ? "405" : "400",
                    Stage.word(random, 12));
        }
    }

    /** Two callbacks with the right state race: one page, one result, and nobody listens afterwards. */
    private static void second(Stage stage, Random random) throws Exception {
        try (Waiting waiting = new Waiting()) {
            URI redirect = waiting.redirect();
            String later = "code=" + Stage.word(random, 24) + "&state=" + Canary.STATE;
            CompletableFuture<String> racing =
                    CompletableFuture.supplyAsync(() -> LoopbackVisit.get(redirect, Waiting.GENUINE));
            List<String> answers = List.of(LoopbackVisit.get(redirect, later), racing.get());
            assertThat(answers.stream()
                            .filter(answer -> answer.startsWith("HTTP/1.1 200"))
                            .count())
                    .isEqualTo(1);
            assertThat(waiting.result()).isInstanceOf(AuthorizationCallback.Code.class);
            assertThat(LoopbackVisit.get(redirect, later)).isEmpty();
        }
    }

    private static void otherMachine(Stage stage, Random random) throws Exception {
        byte[] address = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(address);
        address[0] = (byte) (address.length == 4 ? 1 + random.nextInt(126) : 0x20);
        String head = LoopbackVisit.request("GET", "/callback?" + Waiting.GENUINE, "127.0.0.1:4000");
        assertThat(LoopbackJudge.refusal(InetAddress.getByAddress(address), head, "127.0.0.1:4000", "/callback"))
                .isEqualTo(403);
        assertThat(LoopbackJudge.refusal(InetAddress.getLoopbackAddress(), head, "127.0.0.1:4000", "/callback"))
                .isZero();
    }

    private static void slowOrHuge(Stage stage, Random random) throws Exception {
        try (Waiting waiting = new Waiting()) {
            String request = "GET /callback?" + Waiting.GENUINE + " HTTP/1.1\r\nHost: "
                    + waiting.redirect().getRawAuthority() + "\r\n";
            if (random.nextBoolean()) {
                String huge = request + "Cookie: " + "x".repeat(8_192 + random.nextInt(4_096)) + "\r\n\r\n";
                assertThat(LoopbackVisit.send(waiting.redirect(), huge)).isEmpty();
            } else {
                try (Socket slow = LoopbackVisit.connect(waiting.redirect())) {
                    slow.getOutputStream()
                            .write(request.substring(0, random.nextInt(request.length()))
                                    .getBytes());
                    while (waiting.alarms.count(SLOWEST) == 0) {
                        Thread.onSpinWait();
                    }
                    waiting.alarms.ring(SLOWEST);
                    assertThat(LoopbackVisit.rest(slow)).isEmpty();
                }
            }
            assertStillOpen(waiting);
        }
    }

    private static void assertRefused(Waiting waiting, String answer, String status, String sent) throws Exception {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").doesNotContain(Canary.STATE);
        if (sent.length() >= 12) {
            assertThat(answer).doesNotContain(sent);
        }
        assertStillOpen(waiting);
    }

    private static void assertStillOpen(Waiting waiting) throws Exception {
        assertThat(waiting.isOver()).isFalse();
        assertThat(LoopbackVisit.get(waiting.redirect(), Waiting.GENUINE)).startsWith("HTTP/1.1 200");
        assertThat(waiting.result()).isInstanceOf(AuthorizationCallback.Code.class);
    }
}
