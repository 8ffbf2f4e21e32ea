package io.okxconnect.testkit;

import static io.okxconnect.testkit.OAuthScene.CONFIG;
import static io.okxconnect.testkit.OAuthScene.CREATE_KEY;
import static io.okxconnect.testkit.OAuthScene.DELETE_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.okxconnect.testkit.SigningClient.Result;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that apps make for their users. */
class FastApiTest {
    private static final String PASSPHRASE = "Fast1!pass";
    private static final String TRADE = body("trade", true);
    private static final String[] DEMO = {"x-simulated-trading", "1"};

    @Test
    void create_answersWithTheKeyAndTheKeyWorks() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Result created = scene.post(CREATE_KEY, token(scene), TRADE);

            assertThat(created.status()).isEqualTo(200);
            JsonNode row = created.row();
            assertThat(row.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("label", "apiKey", "secretKey", "passphrase", "perm", "bindApp");
            assertThat(row.path("passphrase").asText()).isEqualTo(PASSPHRASE);
            assertThat(row.path("perm").asText()).isEqualTo("read_only,trade");
            assertThat(row.path("bindApp").isBoolean()).isTrue();
            assertThat(scene.alice.apiKeyIds())
                    .containsExactly(row.path("apiKey").asText());

            assertThat(signed(scene, row, "50110").text()).contains("127.0.0.1");
            scene.okx.callerIp("203.0.113.7");
            JsonNode config = signed(scene, row, "0").row();
            assertThat(config.path("perm").asText()).isEqualTo("read_only,trade");
            assertThat(config.path("ip").asText()).isEqualTo("203.0.113.7");
            assertThat(config.path("label").asText()).isEqualTo("fast1");
        }
    }

    @Test
    void create_inDemo_isADemoKey() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            JsonNode row = scene.post(CREATE_KEY, token(scene), body("read_only", false), DEMO)
                    .row();

            assertThat(row.path("bindApp").asBoolean()).isFalse();
            assertThat(row.path("perm").asText()).isEqualTo("read_only");
            signed(scene, row, "50101");
        }
    }

    @Test
    void create_second_is50116UntilTheFirstIsDeleted() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String token = token(scene);
            JsonNode first = scene.post(CREATE_KEY, token, TRADE).row();
            refused(scene.post(CREATE_KEY, token, TRADE), 200, "50116");

            Result deleted = scene.post(DELETE_KEY, token, "");
            assertThat(deleted.text()).isEqualTo("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"result\":true}]}");
            signed(scene, first, "50119");

            assertThat(scene.post(CREATE_KEY, token, TRADE).code()).isEqualTo("0");
            assertThat(scene.alice.apiKeyIds()).hasSize(1);
        }
    }

    @Test
    void delete_nothingThere_is59506() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            refused(scene.post(DELETE_KEY, token(scene), ""), 200, "59506");
        }
    }

    @Test
    void delete_leavesOtherKeysAlone() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            SandboxApiKey byHand =
                    scene.alice.createApiKey(SandboxKeyRequest.named("hand").read());
            SandboxOAuthClient other = scene.okx.registerOAuthClient(SandboxOAuthClientRequest.confidential("Other")
                    .redirectUri("https://other.example/")
                    .fastApi());
            String othersToken = scene.alice.issueTokens(other).accessToken();
            scene.post(CREATE_KEY, othersToken, body("trade", false).replace("fast1", "fast2"));
            scene.post(CREATE_KEY, token(scene), TRADE);

            scene.post(DELETE_KEY, token(scene), "");

            assertThat(scene.alice.apiKeyIds()).hasSize(2).contains(byHand.apiKey());
            assertThat(scene.post(DELETE_KEY, othersToken, "").code()).isEqualTo("0");
        }
    }

    @Test
    void environments_shareTheOneKeyUnlessSwitched() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String token = token(scene);
            scene.post(CREATE_KEY, token, TRADE);

            refused(scene.post(DELETE_KEY, token, "", DEMO), 200, "59506");
            refused(scene.post(CREATE_KEY, token, TRADE, DEMO), 200, "50116");
        }
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.FAST_API_KEY_PER_ENVIRONMENT)) {
            String token = token(scene);
            scene.post(CREATE_KEY, token, TRADE);

            assertThat(scene.post(CREATE_KEY, token, TRADE, DEMO).code()).isEqualTo("0");
            assertThat(scene.post(DELETE_KEY, token, "", DEMO).code()).isEqualTo("0");
            assertThat(scene.alice.apiKeyIds()).hasSize(1);
        }
    }

    @Test
    void create_notABrokerAnyMore_is50117() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String token = token(scene);
            scene.app.setFastApi(false);

            refused(scene.post(CREATE_KEY, token, TRADE), 200, "50117");
        }
    }

    @Test
    void create_boundWithoutAnIpList_is50118_andUnboundWorksFromAnywhere() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            scene.app.setKeyIps();
            refused(scene.post(CREATE_KEY, token(scene), TRADE), 200, "50118");
            assertThat(scene.alice.apiKeyIds()).isEmpty();

            signed(
                    scene,
                    scene.post(CREATE_KEY, token(scene), body("trade", false)).row(),
                    "0");
        }
    }

    @Test
    void create_withoutBindApp_isUnbound() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String body = TRADE.replace(",\"bindApp\":true", "");

            assertThat(scene.post(CREATE_KEY, token(scene), body)
                            .row()
                            .path("bindApp")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void statuses_nobodyDocumented_canBeSwapped() throws Exception {
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.UNDOCUMENTED_STATUSES_SWAPPED)) {
            String token = token(scene);
            refused(scene.post(DELETE_KEY, token, ""), 400, "59506");
            scene.app.setFastApi(false);
            refused(scene.post(CREATE_KEY, token, TRADE), 400, "50117");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"label\":\"fast1\"|\"label\":\"\"|50014|400",
                "\"label\":\"fast1\"|\"label\":\"with space\"|51000|400",
                "\"label\":\"fast1\"|\"label\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"|51000|400",
                "Fast1!pass|Short1!|59505|200",
                "Fast1!pass|nouppercase1!|59505|200",
                "Fast1!pass|NoDigits!!|59505|200",
                "Fast1!pass|NoSpecial11|59505|200",
                "Fast1!pass|Other1(specials)|59505|200",
                "\"perm\":\"trade\"|\"perm\":\"withdraw\"|51000|400",
                "\"perm\":\"trade\"|\"perm\":\"read_only,trade\"|51000|400",
                "\"perm\":\"trade\"|\"perm\":\"\"|50014|400",
                "\"bindApp\":true|\"bindApp\":\"true\"|51000|400",
                "\"bindApp\":true|\"bindApp\":true,\"ip\":\"1.2.3.4\"|51000|400",
            })
    void create_notInOrder_isRefusedAndMakesNoKey(String part, String other, String code, int status) throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Result result = scene.post(CREATE_KEY, token(scene), TRADE.replace(part, other));

            refused(result, status, code);
            assertThat(result.text()).doesNotContain(PASSPHRASE);
            assertThat(scene.alice.apiKeyIds()).isEmpty();
        }
    }

    @Test
    void create_labelOfAnExistingKey_is59502() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            scene.alice.createApiKey(SandboxKeyRequest.named("fast1").read());

            refused(scene.post(CREATE_KEY, token(scene), TRADE), 200, "59502");
        }
    }

    @Test
    void switches_forTheForm_takeMoreAndTellLess() throws Exception {
        try (OAuthScene scene = new OAuthScene(
                SandboxSwitch.FREE_FAST_API_LABELS,
                SandboxSwitch.FREE_FAST_API_PASSPHRASES,
                SandboxSwitch.FAST_API_PERM_LIST,
                SandboxSwitch.FAST_API_ECHOES_PERM,
                SandboxSwitch.FAST_API_HIDES_PASSPHRASE)) {
            JsonNode row = scene.post(
                            CREATE_KEY,
                            token(scene),
                            "{\"label\":\"with space\",\"passphrase\":\"Other1(pass\",\"perm\":\"trade,read_only\"}")
                    .row();

            assertThat(row.path("label").asText()).isEqualTo("with space");
            assertThat(row.path("perm").asText()).isEqualTo("trade,read_only");
            assertThat(row.has("passphrase")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"BOUND_FAST_API_KEYS_LIVE_ON, 0", "REFRESH_WITHOUT_SECRET, 50119"})
    void boundKey_idleForFourteenDays_diesUnlessSwitched(SandboxSwitch reading, String code) throws Exception {
        try (OAuthScene scene = new OAuthScene(reading)) {
            scene.okx.callerIp("203.0.113.7");
            JsonNode row = scene.post(CREATE_KEY, token(scene), TRADE).row();

            scene.okx.clock().advance(Duration.ofDays(14));

            signed(scene, row, code);
        }
    }

    @Test
    void keyEndpoints_needATokenForJustThat() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String ordinary = scene.alice.issueTokens(scene.app).accessToken();
            SandboxApiKey key =
                    scene.alice.createApiKey(SandboxKeyRequest.named("k").read().trade());
            SigningClient client = new SigningClient(scene.okx.uri(), scene.okx.clock(), key);

            for (String path : new String[] {DELETE_KEY, CREATE_KEY}) {
                assertThat(scene.post(path, ordinary, TRADE).code()).isEqualTo("53013");
                assertThat(client.post(path, TRADE).code()).isEqualTo("50114");
                assertThat(scene.post(URI.create(scene.okx.uri() + path), TRADE, Map.of())
                                .code())
                        .isEqualTo("50114");
                assertThat(scene.post(path, token(scene), TRADE, "Content-Type", "text/plain")
                                .code())
                        .isEqualTo("50006");
                assertThat(scene.get(path, token(scene)).code()).isEqualTo("50115");
            }
        }
    }

    @Test
    void token_afterAnHour_makesNoKey() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String token = token(scene);
            scene.okx.clock().advance(Duration.ofHours(1));

            assertThat(scene.post(CREATE_KEY, token, TRADE).code()).isEqualTo("53002");
            assertThat(scene.post(DELETE_KEY, token, "").code()).isEqualTo("53002");
        }
    }

    @Test
    void answer_lostAfterTheKeyWasMade_leavesAKeyThatOnlyADeleteRemoves() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String token = token(scene);
            scene.okx.faults().on("POST", CREATE_KEY).resetBeforeResponse();

            assertThatThrownBy(() -> scene.post(CREATE_KEY, token, TRADE)).isInstanceOf(IOException.class);

            assertThat(scene.alice.apiKeyIds()).hasSize(1);
            assertThat(scene.post(CREATE_KEY, token, TRADE).code()).isEqualTo("50116");
            assertThat(scene.post(DELETE_KEY, token, "").code()).isEqualTo("0");
            assertThat(scene.post(CREATE_KEY, token, TRADE).code()).isEqualTo("0");
        }
    }

    @Test
    void faults_meetEveryStep() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            SandboxFaults faults = scene.okx.faults();
            faults.on("GET", "/account/oauth").html(503);
            faults.on("POST", "/account/oauth").status(500);
            faults.on("POST", OAuthScene.TOKEN).code("53012");
            faults.on("POST", DELETE_KEY).code("50011");
            faults.on("POST", CREATE_KEY).code("50116");
            Browser browser = new Browser(scene.okx.uri());
            browser.logIn("alice");

            assertThat(browser.get(OAuthScene.authorizePath(scene.query("fast_api")))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(browser.post("/account/oauth", "decision=agree").statusCode())
                    .isEqualTo(500);
            assertThat(scene.token(scene.exchange("x")).status()).isEqualTo(400);
            assertThat(scene.post(DELETE_KEY, token(scene), "").status()).isEqualTo(429);
            assertThat(scene.post(CREATE_KEY, token(scene), TRADE).status()).isEqualTo(200);
            assertThat(scene.alice.apiKeyIds()).isEmpty();
        }
    }

    private static String body(String perm, boolean bindApp) {
        return "{\"label\":\"fast1\",\"passphrase\":\"" + PASSPHRASE + "\",\"perm\":\"" + perm + "\",\"bindApp\":"
                + bindApp + "}";
    }

    private static String token(OAuthScene scene) throws Exception {
        return scene.token(scene.exchange(scene.code(scene.alice, scene.query("fast_api"))))
                .json()
                .path("access_token")
                .asText();
    }

    /** A call that is signed with what the answer gave. */
    private static Result signed(OAuthScene scene, JsonNode row, String code) throws Exception {
        SandboxApiKey any = scene.alice.createApiKey(
                SandboxKeyRequest.named("any" + scene.okx.journal().count()).read());
        Result result = new SigningClient(scene.okx.uri(), scene.okx.clock(), any).send("GET", CONFIG, "", headers -> {
            headers.put("OK-ACCESS-KEY", row.path("apiKey").asText());
            headers.put("OK-ACCESS-PASSPHRASE", PASSPHRASE);
            headers.put("OK-ACCESS-SIGN", sign(row.path("secretKey").asText(), headers.get("OK-ACCESS-TIMESTAMP")));
        });
        any.delete();
        assertThat(result.code()).isEqualTo(code);
        return result;
    }

    private static String sign(String secret, String timestamp) {
        try {
            return SigningClient.sign(secret, timestamp + "GET" + CONFIG);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(Result result, int status, String code) {
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.json().path("data").isArray()).isTrue();
    }
}
