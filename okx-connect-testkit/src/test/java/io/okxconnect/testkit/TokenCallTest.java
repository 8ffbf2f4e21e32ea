package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.okxconnect.testkit.SigningClient.Result;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens for codes. */
class TokenCallTest {
    private static final String OTHER_VERIFIER = "aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    @Test
    void exchange_ofAConfidentialClient_givesAPairInAFlatBody() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Result result = scene.token(scene.exchange(code(scene, "read_only,trade")));

            assertThat(result.status()).isEqualTo(200);
            JsonNode body = result.json();
            assertThat(body.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("access_token", "token_type", "expires_in", "refresh_token");
            assertThat(body.path("access_token").asText()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
            assertThat(body.path("token_type").asText()).isEqualTo("bearer");
            assertThat(body.path("expires_in").isNumber()).isTrue();
            assertThat(body.path("expires_in").asInt()).isEqualTo(3600);
        }
    }

    @Test
    void exchange_fastApi_givesNoRefreshToken() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            JsonNode body = scene.token(scene.exchange(code(scene, "fast_api"))).json();

            assertThat(body.path("access_token").asText()).isNotEmpty();
            assertThat(body.has("refresh_token")).isFalse();
        }
    }

    @Test
    void exchange_ofAPublicClient_provesItselfByTheVerifier() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            assertThat(OAuthScene.challenge(OAuthScene.VERIFIER))
                    .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

            Result result = scene.token(scene.deviceExchange(deviceCode(scene)));

            assertThat(result.json().path("refresh_token").asText()).isNotEmpty();
        }
    }

    @Test
    void code_sentTwice_is53012AndTheTokensStay() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String code = code(scene, "read_only");
            String token = accessToken(scene.token(scene.exchange(code)));

            refused(scene.token(scene.exchange(code)), 400, "53012");

            assertThat(scene.get(OAuthScene.CONFIG, token).code()).isEqualTo("0");
        }
    }

    @Test
    void code_sentTwiceWithTheSwitch_revokesItsTokens() throws Exception {
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.CODE_REPLAY_REVOKES)) {
            String code = code(scene, "read_only");
            String token = accessToken(scene.token(scene.exchange(code)));

            refused(scene.token(scene.exchange(code)), 400, "53012");

            refused(scene.get(OAuthScene.CONFIG, token), 400, "53003");
        }
    }

    @Test
    void code_sentByManyAtOnce_isGoodForOne() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Map<String, String> exchange = scene.exchange(code(scene, "read_only"));

            List<Result> answers = OAuthScene.atOnce(8, () -> scene.token(exchange));

            assertThat(answers.stream().filter(it -> it.status() == 200)).hasSize(1);
        }
    }

    @Test
    void code_afterTenMinutes_is53012() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String inTime = code(scene, "read_only");
            String late = code(scene, "read_only");
            scene.okx.clock().advance(Duration.ofMinutes(10).minusMillis(1));
            assertThat(scene.token(scene.exchange(inTime)).status()).isEqualTo(200);

            scene.okx.clock().advance(Duration.ofMillis(1));
            refused(scene.token(scene.exchange(late)), 400, "53012");
        }
    }

    @Test
    void code_atAnotherSite_is53012AndStaysGoodAtItsOwn() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            SandboxUser eva = scene.okx.createUser("eva", SandboxSite.EEA);
            String code = scene.code(eva, scene.query("read_only"));

            refused(scene.token(scene.exchange(code)), 400, "53012");

            Result there = scene.token(scene.okx.uri(SandboxSite.EEA), scene.exchange(code));
            assertThat(there.status()).isEqualTo(200);
            refused(scene.get(OAuthScene.CONFIG, accessToken(there)), 401, "53000");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type, '', 53011",
        "grant_type, password, 53010",
        "client_id, '', 53011",
        "client_id, nobody, 53010",
        "client_secret, '', 53011",
        "client_secret, wrong, 53010",
        "code, '', 53011",
        "code, never-issued, 53009",
        "redirect_uri, https://app.example.com/okx/callback, 53016",
        "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk, 53010",
    })
    void exchange_notInOrder_isRefused(String name, String value, String code) throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Map<String, String> body = scene.exchange(code(scene, "read_only"));
            body.put(name, value);

            Result result = scene.token(body);

            refused(result, 400, code);
            assertThat(result.text()).doesNotContain("never-issued", "wrong", scene.app.clientSecret());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, '', 53011, 400",
        "code_verifier, aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk, 53009, 400",
        "code_verifier, short, 53009, 400",
        "client_secret, anything, 53010, 400",
        "term_id, '', 53011, 400",
        "term_id, not a device, 53006, 401",
    })
    void deviceExchange_notInOrder_isRefused(String name, String value, String code, int status) throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Map<String, String> body = scene.deviceExchange(deviceCode(scene));
            body.put(name, value);

            refused(scene.token(body), status, code);
        }
    }

    @Test
    void exchange_thatFailed_hasUsedTheCodeUp() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Map<String, String> body = scene.deviceExchange(deviceCode(scene));
            body.put("code_verifier", OTHER_VERIFIER);
            scene.token(body);

            body.put("code_verifier", OAuthScene.VERIFIER);
            refused(scene.token(body), 400, "53012");
        }
    }

    @Test
    void code_ofAnotherApp_is53009AndStaysGood() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String code = deviceCode(scene);

            refused(scene.token(scene.exchange(code)), 400, "53009");

            assertThat(scene.token(scene.deviceExchange(code)).status()).isEqualTo(200);
        }
    }

    @Test
    void device_namedTwiceDifferently_is53006() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Map<String, String> query = scene.deviceQuery("read_only");
            query.put("term_id", "another-device");

            Result result = scene.token(scene.deviceExchange(scene.code(scene.alice, query)));

            refused(result, 401, "53006");
        }
    }

    @Test
    void device_namedInTheHeaderAlone_isEnough() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Map<String, String> body = scene.deviceExchange(deviceCode(scene));
            body.remove("term_id");

            Result result = scene.post(
                    URI.create(scene.okx.uri() + OAuthScene.TOKEN), json(body), Map.of("TERMID", OAuthScene.TERM_ID));

            assertThat(scene.get(OAuthScene.CONFIG, accessToken(result), "TERMID", OAuthScene.TERM_ID)
                            .code())
                    .isEqualTo("0");
        }
    }

    @Test
    void switches_forTheDevice_moveWhereItIsNamed() throws Exception {
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.TERM_ID_ON_AUTHORIZE)) {
            Map<String, String> query = scene.deviceQuery("read_only");
            assertThatThrownBy(() -> scene.code(scene.alice, query)).hasMessageStartingWith("53011");
            query.put("term_id", OAuthScene.TERM_ID);
            Map<String, String> body = scene.deviceExchange(scene.code(scene.alice, query));
            body.remove("term_id");
            assertThat(scene.token(body).status()).isEqualTo(200);
        }
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.TERM_ID_ON_CALLS_ONLY)) {
            Map<String, String> body = scene.deviceExchange(deviceCode(scene));
            body.remove("term_id");
            String token = accessToken(scene.token(body));
            assertThat(scene.get(OAuthScene.CONFIG, token, "TERMID", "first").code())
                    .isEqualTo("0");
            refused(scene.get(OAuthScene.CONFIG, token, "TERMID", "second"), 401, "53006");
        }
    }

    @Test
    void caller_notAtTheAppsServers_is53014() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            scene.app.setServerIps("203.0.113.0/24");
            refused(scene.token(scene.exchange(code(scene, "read_only"))), 401, "53014");
            assertThat(scene.token(scene.deviceExchange(deviceCode(scene))).status())
                    .isEqualTo(200);

            scene.okx.callerIp("203.0.113.9");
            String token = accessToken(scene.token(scene.exchange(code(scene, "read_only"))));
            assertThat(scene.get(OAuthScene.CONFIG, token).code()).isEqualTo("0");
            scene.okx.callerIp("198.51.100.1");
            refused(scene.get(OAuthScene.CONFIG, token), 401, "53014");
        }
    }

    @Test
    void fastApi_takenAwayMeanwhile_is53017() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String code = code(scene, "fast_api");
            scene.app.setFastApi(false);

            refused(scene.token(scene.exchange(code)), 400, "53017");
        }
    }

    @Test
    void site_notEnabled_is53018WithEitherStatus() throws Exception {
        for (SandboxSwitch[] switches : new SandboxSwitch[][] {{}, {SandboxSwitch.UNDOCUMENTED_STATUSES_SWAPPED}}) {
            try (OAuthScene scene = new OAuthScene(switches)) {
                SandboxOAuthClient globalOnly =
                        scene.okx.registerOAuthClient(SandboxOAuthClientRequest.confidential("GlobalOnly")
                                .redirectUri(OAuthScene.CALLBACK)
                                .read()
                                .sites(SandboxSite.GLOBAL));
                Map<String, String> body = scene.exchange("any");
                body.put("client_id", globalOnly.clientId());
                body.put("client_secret", globalOnly.clientSecret());

                Result result = scene.token(scene.okx.uri(SandboxSite.EEA), body);

                refused(result, switches.length == 0 ? 400 : 200, "53018");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v5/users/oauth/token", "/api/v5/oauth/token", "/oauth2/v1/token", "/v5/users/oauth"})
    void otherPaths_areNotThere(String path) throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Result result = scene.post(URI.create(scene.okx.uri() + path), "{}", Map.of());

            assertThat(result.status()).isIn(404, 403);
            assertThat(result.text()).startsWith("<!DOCTYPE html>");
        }
    }

    @Test
    void switch_forThePath_movesTheEndpoint() throws Exception {
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.TOKEN_PATH_UNDER_API)) {
            Map<String, String> body = scene.exchange(code(scene, "read_only"));
            assertThat(scene.token(body).status()).isEqualTo(404);

            Result moved = scene.post(URI.create(scene.okx.uri() + "/api/v5/users/oauth/token"), json(body), Map.of());
            assertThat(moved.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|53011",
                "{|53010",
                "[]|53010",
                "{\"grant_type\":\"authorization_code\",\"grant_type\":\"x\"}|53010",
                "{\"grant_type\":1}|53010",
                "{}|53011",
            })
    void body_thatIsNoObjectOfTexts_isRefused(String body, String code) throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            refused(scene.post(URI.create(scene.okx.uri() + OAuthScene.TOKEN), body, Map.of()), 400, code);
        }
    }

    @Test
    void body_tooLongAParameter_is53015() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            refused(scene.token(scene.exchange("x".repeat(2049))), 400, "53015");
        }
    }

    @Test
    void method_get_is50115() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            refused(SigningClient.unsigned(URI.create(scene.okx.uri() + OAuthScene.TOKEN)), 405, "50115");
        }
    }

    @Test
    void form_isTakenWithTheSwitchOnly() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            refused(scene.form(OAuthScene.TOKEN, scene.exchange(code(scene, "read_only"))), 400, "53010");
        }
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.TOKEN_CALL_TAKES_FORM)) {
            assertThat(scene.form(OAuthScene.TOKEN, scene.exchange(code(scene, "read_only")))
                            .status())
                    .isEqualTo(200);
            assertThat(scene.token(scene.exchange(code(scene, "read_only"))).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void switches_forTheBody_askForMoreAndTellMore() throws Exception {
        try (OAuthScene scene = new OAuthScene(
                SandboxSwitch.TOKEN_CALL_NEEDS_REDIRECT_URI, SandboxSwitch.TOKEN_ANSWER_TELLS_UID_AND_SCOPE)) {
            refused(scene.token(scene.exchange(code(scene, "read_only"))), 400, "53011");

            Map<String, String> body = scene.exchange(code(scene, "read_only,trade"));
            body.put("redirect_uri", OAuthScene.CALLBACK);
            JsonNode answer = scene.token(body).json();

            assertThat(answer.path("uid").asText()).isEqualTo(scene.alice.uid());
            assertThat(answer.path("scope").asText()).isEqualTo("read_only,trade");
        }
    }

    @Test
    void prepared_codeAndTokens_areGivenOnce() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            scene.okx.nextAuthorizationCode("canary-code");
            scene.okx.nextTokens("canary.access", "canary-refresh");

            assertThat(code(scene, "read_only")).isEqualTo("canary-code");
            JsonNode answer = scene.token(scene.exchange("canary-code")).json();

            assertThat(answer.path("access_token").asText()).isEqualTo("canary.access");
            assertThat(answer.path("refresh_token").asText()).isEqualTo("canary-refresh");
            assertThat(code(scene, "read_only")).isNotEqualTo("canary-code");
            assertThatThrownBy(() -> scene.okx.nextTokens("a b", "c"))
                    .hasMessageContaining("accessToken")
                    .hasMessageNotContaining("a b");
        }
    }

    @Test
    void rateLimit_isCountedPerCaller() throws Exception {
        try (OkxSandbox okx = OkxSandbox.builder().seed(1).start()) {
            okx.clock().stopAt(Scene.NOON);
            URI uri = URI.create(okx.uri() + OAuthScene.TOKEN);
            try (OAuthScene scene = new OAuthScene()) {
                for (int i = 0; i < 20; i++) {
                    assertThat(scene.post(uri, "{}", Map.of()).code()).isEqualTo("53011");
                }
                refused(scene.post(uri, "{}", Map.of()), 429, "50011");
            }
        }
    }

    @Test
    void journal_tokenCall_keepsItsSecretsToItself() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            String code = code(scene, "read_only");
            String token = accessToken(scene.token(scene.exchange(code)));
            scene.get(OAuthScene.CONFIG, token, "TERMID", OAuthScene.TERM_ID);

            SandboxRequest call =
                    scene.okx.journal().find("POST", OAuthScene.TOKEN).get(0);
            assertThat(call.toString()).isEqualTo("POST /v5/users/oauth/token -> 200 ");
            assertThat(call.revealBody()).contains(code);
            SandboxRequest use =
                    scene.okx.journal().find("GET", OAuthScene.CONFIG).get(0);
            assertThatThrownBy(() -> use.header("Authorization")).hasMessageContaining("revealHeader");
            assertThatThrownBy(() -> use.header("TERMID")).hasMessageContaining("revealHeader");
            assertThat(use.revealHeader("Authorization")).contains("Bearer " + token);
            for (Object it : new Object[] {scene.app, call, use, scene.alice.issueTokens(scene.app)}) {
                assertThat(it.toString()).doesNotContain(code, token, scene.app.clientSecret());
            }
        }
    }

    private static String code(OAuthScene scene, String scope) {
        return scene.code(scene.alice, scene.query(scope));
    }

    private static String deviceCode(OAuthScene scene) {
        return scene.code(scene.alice, scene.deviceQuery("read_only"));
    }

    private static String accessToken(Result result) {
        return result.json().path("access_token").asText();
    }

    private static String json(Map<String, String> body) throws Exception {
        return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(body);
    }

    private static void refused(Result result, int status, String code) {
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.json().has("data")).isFalse();
    }
}
