package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.testkit.SigningClient.Result;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults, as a client sees them. */
@Timeout(60)
class FaultsTest {
    private static final String CONFIG = "/api/v5/account/config";
    private static final String TIME = "/api/v5/public/time";
    private static final String SET_POSITION_MODE = "/api/v5/account/set-position-mode";
    private static final String HEDGE = "{\"posMode\":\"long_short_mode\"}";

    private final Scene scene = new Scene(SandboxSwitch.RATE_LIMITS_OFF);
    private final SandboxFaults faults = scene.okx.faults();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void status_once_meetsTheNextRequestOnly() throws Exception {
        SandboxFault fault = faults.on("GET", CONFIG).status(503);

        Result first = scene.client.get(CONFIG);
        assertThat(first.status()).isEqualTo(503);
        assertThat(first.text()).isEmpty();
        assertThat(scene.client.get(CONFIG).code()).isEqualTo("0");
        assertThat(fault.hits()).isEqualTo(1);
    }

    @Test
    void code_known_comesWithItsStatusTextAndShape() throws Exception {
        faults.on("GET", CONFIG).code("50011");
        faults.on("GET", CONFIG).code("50004");
        faults.on("GET", CONFIG).code("99999");
        faults.on("GET", CONFIG).code(200, "50011", "Requests too frequent");

        Result limited = scene.client.get(CONFIG);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.text()).isEqualTo("{\"msg\":\"Too Many Requests\",\"code\":\"50011\"}");
        Result timeout = scene.client.get(CONFIG);
        assertThat(timeout.status()).isEqualTo(400);
        assertThat(timeout.json().path("data").isArray()).isTrue();
        assertThat(scene.client.get(CONFIG).text()).isEqualTo("{\"code\":\"99999\",\"data\":[],\"msg\":\"\"}");
        Result worded = scene.client.get(CONFIG);
        assertThat(worded.status()).isEqualTo(200);
        assertThat(worded.text()).isEqualTo("{\"msg\":\"Requests too frequent\",\"code\":\"50011\"}");
    }

    @Test
    void times_skippingAndPrefix_chooseTheRequests() throws Exception {
        SandboxFault fault =
                faults.on("*", "/api/v5/account/*").skipping(1).times(2).status(500);

        assertThat(scene.client.get(CONFIG).status()).isEqualTo(200);
        assertThat(scene.client.get("/api/v5/asset/balances").status()).isEqualTo(200);
        assertThat(scene.client.get(CONFIG).status()).isEqualTo(500);
        assertThat(scene.client.post(SET_POSITION_MODE, HEDGE).status()).isEqualTo(500);
        assertThat(scene.client.get(CONFIG).status()).isEqualTo(200);
        assertThat(fault.hits()).isEqualTo(2);
    }

    @Test
    void always_untilDisarmed() throws Exception {
        SandboxFault fault = faults.on("GET", TIME).always().html(403);

        for (int i = 0; i < 3; i++) {
            Result result = SigningClient.unsigned(URI.create(scene.okx.uri() + TIME));
            assertThat(result.status()).isEqualTo(403);
            assertThat(result.text()).contains("<html>");
        }
        fault.disarm();
        assertThat(SigningClient.unsigned(URI.create(scene.okx.uri() + TIME)).status())
                .isEqualTo(200);
    }

    @Test
    void bodyAndRedirect_areSentAsGiven() throws Exception {
        faults.on("GET", CONFIG).body("{\"code\":500,\"data\":{},\"msg\":\"Internal Server Error\"}");
        faults.on("GET", CONFIG).redirect(URI.create("http://127.0.0.1:1/elsewhere"));

        assertThat(scene.client.get(CONFIG).json().path("code").isNumber()).isTrue();
        assertThat(scene.client.get(CONFIG).status()).isEqualTo(302);
    }

    @Test
    void replacedAnswer_isNotCarriedOutUnlessAsked() throws Exception {
        faults.on("POST", SET_POSITION_MODE).code("50004");
        scene.client.post(SET_POSITION_MODE, HEDGE);
        assertThat(scene.alice.live().positionMode()).isEqualTo(SandboxPositionMode.NET);

        faults.on("POST", SET_POSITION_MODE).carriedOut().code("50004");
        scene.client.post(SET_POSITION_MODE, HEDGE);
        assertThat(scene.alice.live().positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
    }

    @Test
    void resetBeforeResponse_carriedOutAndJournalledWithoutAnAnswer() {
        faults.on("POST", SET_POSITION_MODE).resetBeforeResponse();

        assertThatThrownBy(() -> scene.client.post(SET_POSITION_MODE, HEDGE)).isInstanceOf(IOException.class);

        assertThat(scene.alice.live().positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
        SandboxRequest entry = scene.okx.journal().requests().get(0);
        assertThat(entry.fault()).contains("reset before response");
        assertThat(entry.status()).isEmpty();
        assertThat(entry.code()).isEmpty();
    }

    @Test
    void reset_onTheWire_isATcpReset() throws Exception {
        faults.on("GET", TIME).resetBeforeResponse();

        try (Socket socket = raw("GET " + TIME + " HTTP/1.1\r\nHost: a\r\n\r\n")) {
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void truncatedBody_announcesMoreThanItSendsAndClosesInGoodOrder() throws Exception {
        faults.on("GET", TIME).truncatedBody();

        try (Socket socket = raw("GET " + TIME + " HTTP/1.1\r\nHost: a\r\n\r\n")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertThat(answer).contains("Content-Length: 53");
            assertThat(body).hasSize(26).startsWith("{\"code\":\"0\"");
        }
    }

    @Test
    void resetMidBody_failsTheClient() {
        faults.on("GET", CONFIG).resetMidBody();

        assertThatThrownBy(() -> scene.client.get(CONFIG)).isInstanceOf(IOException.class);
    }

    @Test
    void drip_pacedByTheTest_sendsOneByteAtATime() throws Exception {
        Semaphore allowed = new Semaphore(0);
        faults.on("GET", TIME).drip(index -> allowed.acquire());

        try (Socket socket = raw("GET " + TIME + " HTTP/1.1\r\nHost: a\r\n\r\n")) {
            InputStream in = socket.getInputStream();
            allowed.release(1);
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.read());
            }
            assertThat(in.read()).isEqualTo('{');
            assertThat(in.available()).isZero();
            allowed.release(1);
            assertThat(in.read()).isEqualTo('"');
            allowed.release(1000);
            assertThat(in.readNBytes(51)).hasSize(51);
        }
    }

    @Test
    void hang_untilReleased_thenAnswers() throws Exception {
        SandboxFault fault = faults.on("GET", CONFIG).hang();
        CompletableFuture<Result> pending = inBackground(CONFIG);

        assertThat(fault.awaitHit(Duration.ofSeconds(30))).isTrue();
        assertThat(scene.okx.journal().requests().get(0).status()).isEmpty();
        assertThat(pending).isNotDone();
        fault.release();

        assertThat(pending.get(30, TimeUnit.SECONDS).code()).isEqualTo("0");
    }

    @Test
    void delay_released_isCutShort() throws Exception {
        SandboxFault fault = faults.on("GET", CONFIG).delay(Duration.ofHours(1));
        CompletableFuture<Result> pending = inBackground(CONFIG);

        assertThat(fault.awaitHit(Duration.ofSeconds(30))).isTrue();
        fault.release();

        assertThat(pending.get(30, TimeUnit.SECONDS).code()).isEqualTo("0");
    }

    @Test
    void close_withHeldRequests_letsGoOfThem() throws Exception {
        SandboxFault hang = faults.on("GET", CONFIG).hang();
        SandboxFault drip = faults.on("GET", TIME).drip(index -> new Semaphore(0).acquire());
        CompletableFuture<Result> pending = inBackground(CONFIG);
        CompletableFuture<Result> dripping = inBackground(TIME);
        hang.awaitHit(Duration.ofSeconds(30));
        drip.awaitHit(Duration.ofSeconds(30));

        scene.close();

        assertThat(pending.handle((result, failure) -> true).get(30, TimeUnit.SECONDS))
                .isTrue();
        assertThat(dripping.handle((result, failure) -> failure != null).get(30, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void plan_badNumbers_areRefused() {
        assertThatThrownBy(() -> faults.on("GET", CONFIG).times(0)).hasMessageContaining("times");
        assertThatThrownBy(() -> faults.on("GET", CONFIG).skipping(-1)).hasMessageContaining("skipping");
        assertThatThrownBy(() -> faults.on("GET", CONFIG).status(99)).hasMessageContaining("status");
    }

    private CompletableFuture<Result> inBackground(String target) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return scene.client.get(target);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Socket raw(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", scene.okx.uri().getPort());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
