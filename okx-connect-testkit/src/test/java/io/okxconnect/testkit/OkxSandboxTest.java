package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.okxconnect.testkit.SigningClient.Result;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, sites, clock, rate limits, keys, journal. */
class OkxSandboxTest {
    private static final String CONFIG = "/api/v5/account/config";
    private static final String TIME = "/api/v5/public/time";

    @Test
    void start_plain_servesTimeByTheSystemClock() throws Exception {
        URI uri;
        try (OkxSandbox okx = OkxSandbox.start()) {
            uri = URI.create(okx.uri() + TIME);
            Instant before = okx.clock().instant().minusMillis(1);
            JsonNode row = SigningClient.unsigned(uri).row();
            Instant after = okx.clock().instant();
            assertThat(Instant.ofEpochMilli(row.path("ts").asLong())).isBetween(before, after);
            assertThat(uri.getHost()).isEqualTo("127.0.0.1");
        }
        assertThatThrownBy(() -> SigningClient.unsigned(uri)).isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @EnumSource
    void key_everySite_worksThereAndNowhereElse(SandboxSite home) throws Exception {
        try (OkxSandbox okx = OkxSandbox.start()) {
            SandboxApiKey key = okx.createUser("u", home)
                    .createApiKey(SandboxKeyRequest.named("k").read());
            for (SandboxSite site : SandboxSite.values()) {
                Result result = new SigningClient(okx.uri(site), okx.clock(), key).get(CONFIG);
                assertThat(result.code()).as(site.name()).isEqualTo(site == home ? "0" : "50119");
            }
        }
    }

    @Test
    void sites_chosen_othersAreNotThere() {
        try (OkxSandbox okx = OkxSandbox.builder().sites(SandboxSite.EEA).start()) {
            assertThat(okx.uri(SandboxSite.EEA).getPort()).isPositive();
            assertThatThrownBy(okx::uri)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("GLOBAL");
        }
    }

    @Test
    void port_taken_isToldAtStart() {
        try (OkxSandbox okx = OkxSandbox.builder().sites(SandboxSite.GLOBAL).start()) {
            OkxSandbox.Builder second = OkxSandbox.builder()
                    .sites(SandboxSite.GLOBAL)
                    .port(SandboxSite.GLOBAL, okx.uri().getPort());
            assertThatThrownBy(second::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("port");
        }
    }

    @Test
    void clock_moved_movesServerTime() throws Exception {
        try (Scene scene = new Scene()) {
            scene.okx.clock().advance(Duration.ofSeconds(40));
            assertThat(time(scene)).isEqualTo(Scene.NOON.plusSeconds(40));
            scene.okx.clock().stopAt(Instant.parse("2030-01-01T00:00:00Z"));
            assertThat(time(scene)).isEqualTo("2030-01-01T00:00:00Z");
            scene.okx.clock().reset();
            assertThat(time(scene)).isEqualTo(Scene.NOON);
            assertThat(scene.okx.clock().withZone(ZoneId.of("Asia/Tokyo")).instant())
                    .isEqualTo(Scene.NOON);
            assertThat(scene.okx.clock().getZone()).isEqualTo(ZoneOffset.UTC);
        }
    }

    @Test
    void seed_same_givesTheSameKeysOfTheRealForm() {
        List<String> first = keyParts(5);

        assertThat(keyParts(5)).isEqualTo(first);
        assertThat(keyParts(6)).isNotEqualTo(first);
        assertThat(first.get(0)).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(first.get(1)).matches("[0-9A-F]{32}");
    }

    @Test
    void rateLimit_sixthCallInTwoSeconds_isRefusedUntilTheWindowMovesOn() throws Exception {
        try (Scene scene = new Scene()) {
            for (int i = 0; i < 5; i++) {
                assertThat(scene.client.get(CONFIG).code()).isEqualTo("0");
                scene.okx.clock().advance(Duration.ofMillis(100));
            }

            Result refused = scene.client.get(CONFIG);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text()).isEqualTo("{\"msg\":\"Too Many Requests\",\"code\":\"50011\"}");
            assertThat(scene.client.get("/api/v5/account/balance").code()).isEqualTo("0");

            scene.okx.clock().advance(Duration.ofMillis(1499));
            assertThat(scene.client.get(CONFIG).code()).isEqualTo("50011");
            scene.okx.clock().advance(Duration.ofMillis(1));
            assertThat(scene.client.get(CONFIG).code()).isEqualTo("0");
            assertThat(scene.client.get(CONFIG).code()).isEqualTo("50011");
        }
    }

    @Test
    void rateLimit_anotherUserOrEnvironment_hasItsOwn() throws Exception {
        try (Scene scene = new Scene(SandboxSwitch.RATE_LIMIT_AS_HTTP_200)) {
            SandboxApiKey other =
                    scene.alice.createApiKey(SandboxKeyRequest.named("other").read());
            SandboxApiKey bob = scene.okx
                    .createUser("bob")
                    .createApiKey(SandboxKeyRequest.named("k").read());
            for (int i = 0; i < 5; i++) {
                scene.client.get(CONFIG);
            }

            Result sameUser = scene.client(other).get(CONFIG);
            assertThat(sameUser.code()).isEqualTo("50011");
            assertThat(sameUser.status()).isEqualTo(200);
            assertThat(scene.client(bob).get(CONFIG).code()).isEqualTo("0");
        }
    }

    @Test
    void switches_forKeyRefusals_changeCodeAndStatus() throws Exception {
        try (Scene scene = new Scene(SandboxSwitch.DEAD_KEYS_ARE_INVALID, SandboxSwitch.KEY_REFUSALS_AS_HTTP_200)) {
            Result unknown =
                    scene.client.send("GET", CONFIG, "", headers -> headers.put("OK-ACCESS-KEY", "no-such-key"));
            scene.key.expire();
            Result dead = scene.client.get(CONFIG);

            assertThat(unknown.code()).isEqualTo("50119");
            assertThat(unknown.status()).isEqualTo(200);
            assertThat(dead.code()).isEqualTo("50111");
            assertThat(dead.status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Short1!", "nouppercase1!", "NOLOWERCASE1!", "NoDigits!!", "NoSpecial11", "Has space1!"})
    void createApiKey_badPassphrase_is59505WithoutRepeatingIt(String passphrase) {
        try (Scene scene = new Scene()) {
            SandboxKeyRequest request = SandboxKeyRequest.named("k").read().passphrase(passphrase);
            assertThatThrownBy(() -> scene.alice.createApiKey(request))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("59505")
                    .hasMessageNotContaining(passphrase);
        }
    }

    @Test
    void createApiKey_againstTheRules_isRefused() {
        try (Scene scene = new Scene()) {
            SandboxUser sub = scene.alice.createSubAccount("bot");
            SandboxKeyRequest named = SandboxKeyRequest.named("k");
            assertThatThrownBy(() -> sub.createApiKey(named.withdraw())).hasMessageContaining("59504");
            assertThatThrownBy(() -> scene.alice.createApiKey(named)).hasMessageContaining("permission");
            assertThatThrownBy(() -> scene.alice.createApiKey(
                            SandboxKeyRequest.named("my app").read()))
                    .hasMessageContaining("59502");
            assertThatThrownBy(() -> scene.alice.createApiKey(named.read().ips("example.org")))
                    .hasMessageContaining("example.org");
            assertThatThrownBy(() -> scene.alice.createApiKey(named.read().ips("10.0.0.0/33")))
                    .hasMessageContaining("10.0.0.0/33");
            String[] many = Collections.nCopies(21, "192.0.2.1").toArray(String[]::new);
            assertThatThrownBy(() -> scene.alice.createApiKey(named.read().ips(many)))
                    .hasMessageContaining("59503");
            assertThatThrownBy(() -> scene.alice.createApiKey(named.read().linkedApp("NoSuchApp")))
                    .hasMessageContaining("NoSuchApp");
            assertThatThrownBy(() -> sub.createSubAccount("deeper")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> scene.okx.createUser("alice")).hasMessageContaining("alice");
            for (int i = 1; i < 50; i++) {
                scene.alice.createApiKey(SandboxKeyRequest.named("k" + i).read());
            }
            assertThatThrownBy(() -> scene.alice.createApiKey(named.read())).hasMessageContaining("59501");
        }
    }

    @Test
    void createApiKey_linkedApp_bindsToItsServers() throws Exception {
        try (Scene scene = new Scene()) {
            scene.okx.registerApp("TradeBot", "203.0.113.7", "2001:db8::/32");
            SandboxApiKey linked = scene.alice.createApiKey(
                    SandboxKeyRequest.named("linked").read().trade().linkedApp("TradeBot"));

            assertThat(scene.client(linked).get(CONFIG).code()).isEqualTo("50110");
            scene.okx.callerIp("2001:db8::5");
            assertThat(scene.client(linked).get(CONFIG).row().path("ip").asText())
                    .isEqualTo("203.0.113.7,2001:db8::/32");
            assertThat(linked.expiresAt()).isEmpty();
        }
    }

    @Test
    void systemStatus_announced_isListedByState() throws Exception {
        try (Scene scene = new Scene(SandboxSwitch.RATE_LIMITS_OFF)) {
            URI status = URI.create(scene.okx.uri() + "/api/v5/system/status");
            assertThat(SigningClient.unsigned(status).json().path("data")).isEmpty();

            scene.okx.announceMaintenance(
                    "Upgrade", "ongoing", Scene.NOON, Scene.NOON.plusSeconds(600), SandboxEnvironment.DEMO);
            scene.okx.announceMaintenance("Old", "completed", Scene.NOON, Scene.NOON, SandboxEnvironment.LIVE);

            JsonNode data = SigningClient.unsigned(status).json().path("data");
            assertThat(data).hasSize(1);
            assertThat(data.path(0).path("env").asText()).isEqualTo("2");
            assertThat(SigningClient.unsigned(URI.create(status + "?state=completed"))
                            .row()
                            .path("title")
                            .asText())
                    .isEqualTo("Old");
            scene.okx.clearMaintenance();
            assertThat(SigningClient.unsigned(status).json().path("data")).isEmpty();
        }
    }

    @Test
    void market_tickerAndInstruments_areAnsweredToAnybody() throws Exception {
        try (Scene scene = new Scene()) {
            scene.okx.setPrice("BTC-USDT", "12345.6");
            JsonNode ticker = SigningClient.unsigned(
                            URI.create(scene.okx.uri() + "/api/v5/market/ticker?instId=BTC-USDT"))
                    .row();
            JsonNode swaps = SigningClient.unsigned(
                            URI.create(scene.okx.uri() + "/api/v5/public/instruments?instType=SWAP"))
                    .json()
                    .path("data");

            assertThat(ticker.path("last").asText()).isEqualTo("12345.6");
            assertThat(swaps).hasSize(3);
            assertThat(swaps.path(0).path("ctType").asText()).isEqualTo("linear");
            assertThatThrownBy(() -> scene.okx.setPrice("BTC-USDT", "0")).hasMessageContaining("price");
            assertThatThrownBy(() -> scene.okx.setPrice("NO-SUCH", "1")).hasMessageContaining("NO-SUCH");
        }
    }

    @Test
    void journal_request_isKeptWithoutItsSecrets() throws Exception {
        try (Scene scene = new Scene()) {
            scene.client.get("/api/v5/account/balance?ccy=BTC%2CETH");

            SandboxRequest entry = scene.okx.journal().requests().get(0);
            assertThat(entry.method()).isEqualTo("GET");
            assertThat(entry.path()).isEqualTo("/api/v5/account/balance");
            assertThat(entry.query()).isEqualTo("ccy=BTC%2CETH");
            assertThat(entry.arrivedAt()).isEqualTo(Scene.NOON);
            assertThat(entry.site()).isEqualTo(SandboxSite.GLOBAL);
            assertThat(entry.environment()).isEqualTo(SandboxEnvironment.LIVE);
            assertThat(entry.status()).hasValue(200);
            assertThat(entry.code()).contains("0");
            assertThat(entry.headerNames()).contains("ok-access-sign", "user-agent");
            assertThat(entry.header("User-Agent")).get().asString().startsWith("Java-http-client");
            assertThatThrownBy(() -> entry.header("OK-ACCESS-PASSPHRASE")).hasMessageContaining("revealHeader");
            assertThat(entry.revealHeader("OK-ACCESS-PASSPHRASE")).contains(scene.key.passphrase());
            String key = scene.key.apiKey();
            assertThat(entry.maskedApiKey())
                    .contains(key.substring(0, 4) + "****" + key.substring(32))
                    .get()
                    .asString()
                    .doesNotContain(key);
            assertThat(entry.toString()).isEqualTo("GET /api/v5/account/balance -> 200 0");
        }
    }

    @Test
    void journal_capacity_forgetsTheOldest() throws Exception {
        try (OkxSandbox okx = OkxSandbox.builder().journalCapacity(2).start()) {
            for (int i = 0; i < 3; i++) {
                SigningClient.unsigned(URI.create(okx.uri() + TIME));
            }
            assertThat(okx.journal().requests())
                    .extracting(SandboxRequest::number)
                    .containsExactly(2L, 3L);
            assertThat(okx.journal().count("GET", TIME)).isEqualTo(2);
            okx.journal().clear();
            assertThat(okx.journal().count()).isZero();
        }
    }

    @Test
    void toString_everything_holdsNoSecret() {
        try (Scene scene = new Scene()) {
            SandboxKeyRequest request = SandboxKeyRequest.named("k").read().passphrase("Canary1!canary");
            SandboxApiKey key = scene.alice.createApiKey(request);

            for (Object it : new Object[] {key, request, scene.alice}) {
                assertThat(it.toString()).doesNotContain(key.secretKey(), key.passphrase(), key.apiKey());
            }
        }
    }

    @Test
    void thousandUsers_manyThreads_areAllAnsweredRight() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Scene scene = new Scene()) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                SandboxUser user = scene.okx.createUser("user" + i);
                SandboxApiKey key =
                        user.createApiKey(SandboxKeyRequest.named("k").read());
                SigningClient client = scene.client.as(key);
                if (i % 5 != 0) {
                    continue;
                }
                answers.add(threads.submit(
                        () -> client.get(CONFIG).row().path("uid").asText().equals(user.uid())));
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> keyParts(long seed) {
        try (OkxSandbox okx = OkxSandbox.builder().seed(seed).start()) {
            SandboxApiKey key = okx.createUser("u")
                    .createApiKey(SandboxKeyRequest.named("k").read());
            return List.of(key.apiKey(), key.secretKey(), key.passphrase());
        }
    }

    private static Instant time(Scene scene) throws Exception {
        return Instant.ofEpochMilli(SigningClient.unsigned(URI.create(scene.okx.uri() + TIME))
                .row()
                .path("ts")
                .asLong());
    }
}
