package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.testkit.SigningClient.Result;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and what the others are told. */
class GateTest {
    private static final String CONFIG = "/api/v5/account/config";
    private static final String SET_POSITION_MODE = "/api/v5/account/set-position-mode";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private OkxSandbox okx;
    private SandboxUser alice;
    private SandboxApiKey key;
    private SigningClient client;

    @BeforeEach
    void start() {
        okx = OkxSandbox.builder()
                .clock(NOON)
                .seed(1)
                .with(SandboxSwitch.RATE_LIMITS_OFF)
                .start();
        alice = okx.createUser("alice");
        key = alice.createApiKey(SandboxKeyRequest.named("my app").read().trade());
        client = client(key);
    }

    @AfterEach
    void stop() {
        okx.close();
    }

    @Test
    void get_signedWell_isAnswered() throws Exception {
        Result result = client.get(CONFIG);

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.text()).startsWith("{\"code\":\"0\",\"msg\":\"\",\"data\":[{");
        assertThat(result.row().path("uid").asText()).isEqualTo(alice.uid());
    }

    @Test
    void post_nonAsciiBody_isVerifiedOverItsBytes() throws Exception {
        Result result = client.post(SET_POSITION_MODE, "{\"posMode\":\"long_short_mode\",\"note\":\"бот-№1 机器人\"}");

        assertThat(result.code()).isEqualTo("0");
        assertThat(alice.live().positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v5/account/balance?ccy=BTC,ETH",
        "/api/v5/account/balance?ccy=BTC%2CETH",
        "/api/v5/account/balance?ccy=BTC&other=a%20b+c",
    })
    void get_anyQuery_isVerifiedAsItStandsInTheRequestLine(String target) throws Exception {
        assertThat(client.get(target).code()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "OK-ACCESS-KEY, 50103",
        "OK-ACCESS-PASSPHRASE, 50104",
        "OK-ACCESS-SIGN, 50106",
        "OK-ACCESS-TIMESTAMP, 50107",
    })
    void get_headerMissing_isRefusedByTheGateway(String header, String code) throws Exception {
        refused(spoiled(headers -> headers.remove(header)), 401, code);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00:00Z",
        "2026-11-22T12:00:00.000000Z",
        "2026-11-22 12:00:00.000Z",
        "2026-13-22T12:00:00.000Z",
        "1795176000000",
    })
    void get_timestampInAnotherForm_isRefused(String timestamp) throws Exception {
        refused(spoiled(headers -> headers.put("OK-ACCESS-TIMESTAMP", timestamp)), 401, "50112");
    }

    @Test
    void get_clientsClockOff_isRefusedBeyondThirtySeconds() throws Exception {
        okx.clock().advance(Duration.ofSeconds(30));
        assertThat(client.get(CONFIG).code()).isEqualTo("0");

        okx.clock().advance(Duration.ofMillis(1));
        refused(client.get(CONFIG), 401, "50102");

        okx.clock().reset();
        okx.clock().advance(Duration.ofSeconds(-30).minusMillis(1));
        refused(client.get(CONFIG), 401, "50102");
    }

    @Test
    void get_keyUnknownOrOfAnotherSite_isRefusedWithTheExactBytesSeen() throws Exception {
        Result unknown = spoiled(headers -> headers.put("OK-ACCESS-KEY", "37c541a1-0000-0000-0000-10fe7a038418"));
        SigningClient abroad = new SigningClient(okx.uri(SandboxSite.EEA), NOON, key);

        refused(unknown, 401, "50119");
        assertThat(unknown.text()).isEqualTo("{\"msg\":\"API key doesn't exist\",\"code\":\"50119\"}");
        refused(abroad.get(CONFIG), 401, "50119");
    }

    @Test
    void get_wrongEnvironment_isRefusedBothWays() throws Exception {
        SandboxApiKey demo =
                alice.createApiKey(SandboxKeyRequest.named("demo").read().environment(SandboxEnvironment.DEMO));
        assertThat(client(demo).get(CONFIG).code()).isEqualTo("0");

        refused(spoiled(headers -> headers.put("x-simulated-trading", "1")), 401, "50101");
        refused(client(demo).send("GET", CONFIG, "", headers -> headers.remove("x-simulated-trading")), 401, "50101");
        assertThat(spoiled(headers -> headers.put("x-simulated-trading", "0")).code())
                .isEqualTo("0");
    }

    @Test
    void get_wrongPassphraseOrSignature_isRefused() throws Exception {
        refused(spoiled(headers -> headers.put("OK-ACCESS-PASSPHRASE", "Wrong1!pass")), 401, "50105");
        refused(spoiled(headers -> headers.put("OK-ACCESS-SIGN", "AAAA")), 401, "50113");
        String hostSigned = SigningClient.sign(
                key.secretKey(), "2026-11-22T12:00:00.000Z" + "GET" + okx.uri().getHost() + CONFIG);
        refused(spoiled(headers -> headers.put("OK-ACCESS-SIGN", hostSigned)), 401, "50113");
    }

    @Test
    void post_signedOverOtherBytesThanSent_isRefusedAndChangesNothing() throws Exception {
        String signed = "{\"posMode\":\"long_short_mode\"}";
        String sent = "{\"posMode\": \"long_short_mode\"}";
        String signature =
                SigningClient.sign(key.secretKey(), "2026-11-22T12:00:00.000Z" + "POST" + SET_POSITION_MODE + signed);

        Result result =
                client.send("POST", SET_POSITION_MODE, sent, headers -> headers.put("OK-ACCESS-SIGN", signature));

        refused(result, 401, "50113");
        assertThat(alice.live().positionMode()).isEqualTo(SandboxPositionMode.NET);
    }

    @Test
    void post_otherContentType_isRefused() throws Exception {
        Result form =
                client.send("POST", SET_POSITION_MODE, "{}", headers -> headers.put("Content-Type", "text/plain"));
        Result withCharset = client.send(
                "POST",
                SET_POSITION_MODE,
                "{\"posMode\":\"net_mode\"}",
                headers -> headers.put("Content-Type", "application/json; charset=utf-8"));

        refused(form, 400, "50006");
        assertThat(withCharset.code()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, '203.0.113.7', true",
        "203.0.113.7, '198.51.100.1,203.0.113.0/24', true",
        "203.0.114.7, '198.51.100.1,203.0.113.0/24', false",
        "2001:db8::1, '2001:db8::/32', true",
        "2001:db9::1, '2001:db8::/32', false",
        "203.0.113.7, '2001:db8::/32', false",
    })
    void get_keyBoundToIps_isRefusedFromElsewhereNamingIpAndKey(String caller, String list, boolean allowed)
            throws Exception {
        key.setIps(list.split(","));
        okx.callerIp(caller);

        Result result = client.get(CONFIG);

        if (allowed) {
            assertThat(result.row().path("ip").asText()).isEqualTo(list);
        } else {
            refused(result, 401, "50110");
            assertThat(result.text()).contains(caller).contains(key.apiKey());
        }
    }

    @Test
    void request_permissionMissing_isRefused() throws Exception {
        key.setPermissions(SandboxPermission.READ);
        refused(client.post(SET_POSITION_MODE, "{\"posMode\":\"net_mode\"}"), 401, "50120");

        key.setPermissions(SandboxPermission.TRADE);
        refused(client.get(CONFIG), 401, "50120");
    }

    @Test
    void get_keyFrozenOrDeleted_isRefused() throws Exception {
        key.freeze();
        refused(client.get(CONFIG), 400, "50100");

        key.delete();
        refused(client.get(CONFIG), 401, "50119");
    }

    @Test
    void get_keyIdleForFourteenDays_isDeadUnlessUsedBoundDemoOrReadOnly() throws Exception {
        SandboxApiKey used =
                alice.createApiKey(SandboxKeyRequest.named("used").read().trade());
        SandboxApiKey bound = alice.createApiKey(
                SandboxKeyRequest.named("bound").read().trade().ips("127.0.0.1"));
        SandboxApiKey reading =
                alice.createApiKey(SandboxKeyRequest.named("reading").read());
        SandboxApiKey demo = alice.createApiKey(
                SandboxKeyRequest.named("demo").read().trade().environment(SandboxEnvironment.DEMO));
        assertThat(key.expiresAt()).contains(NOON.instant().plus(Duration.ofDays(14)));

        okx.clock().advance(Duration.ofDays(13));
        assertThat(clientOnTime(used).get(CONFIG).code()).isEqualTo("0");
        okx.clock().advance(Duration.ofDays(1));

        refused(clientOnTime(key).get(CONFIG), 401, "50119");
        for (SandboxApiKey alive : new SandboxApiKey[] {used, bound, reading, demo}) {
            assertThat(clientOnTime(alive).get(CONFIG).code())
                    .as(alive.toString())
                    .isEqualTo("0");
        }
    }

    @Test
    void request_wrongMethodOrPath_isRefusedWithoutAKey() throws Exception {
        Result wrongMethod = client.get(SET_POSITION_MODE);
        Result nowhere = SigningClient.unsigned(URI.create(okx.uri() + "/api/v5/account/nothing"));

        refused(wrongMethod, 405, "50115");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.text()).startsWith("<!DOCTYPE html>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|50000",
                "{|50002",
                "[]|50002",
                "{\"posMode\":\"net_mode\"}x|50002",
                "{\"posMode\":\"net_mode\",\"posMode\":\"long_short_mode\"}|50002",
                "{}|50014",
                "{\"posMode\":\"\"}|50014",
                "{\"posMode\":null}|50014",
            })
    void post_badBody_isRefusedByTheBusinessSide(String body, String code) throws Exception {
        Result result = client.post(SET_POSITION_MODE, body);

        assertThat(result.status()).isEqualTo(400);
        assertThat(result.text()).startsWith("{\"code\":\"" + code + "\",\"data\":[],\"msg\":");
    }

    @Test
    void post_bodyAboveOneMebibyte_isTurnedAwayByTheEdge() throws Exception {
        Result result = client.post(SET_POSITION_MODE, "x".repeat((1 << 20) + 1));

        assertThat(result.status()).isEqualTo(413);
        assertThat(okx.journal().requests().get(0).status()).hasValue(413);
    }

    private Result spoiled(Consumer<Map<String, String>> spoil) throws Exception {
        return client.send("GET", CONFIG, "", spoil);
    }

    private SigningClient client(SandboxApiKey other) {
        return new SigningClient(okx.uri(), NOON, other);
    }

    private SigningClient clientOnTime(SandboxApiKey other) {
        return new SigningClient(okx.uri(), okx.clock(), other);
    }

    private static void refused(Result result, int status, String code) {
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.json().has("data"))
                .as("a gateway refusal has no data")
                .isFalse();
    }
}
