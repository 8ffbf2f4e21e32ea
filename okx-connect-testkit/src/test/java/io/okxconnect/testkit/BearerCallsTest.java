package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.testkit.SigningClient.Result;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** V5 calls with an access token in place of a signature. */
class BearerCallsTest {
    private static final String SET_POSITION_MODE = "/api/v5/account/set-position-mode";
    private static final String HEDGE = "{\"posMode\":\"long_short_mode\"}";

    private final OAuthScene scene = new OAuthScene();

    @AfterEach
    void stop() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({"read_only, read_only", "'trade,read_only', 'read_only,trade'"})
    void config_tellsTheScopesAsPermissions(String scope, String perm) throws Exception {
        Result result = scene.get(OAuthScene.CONFIG, token(scope));

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.row().path("perm").asText()).isEqualTo(perm);
        assertThat(result.row().path("uid").asText()).isEqualTo(scene.alice.uid());
        assertThat(result.row().path("ip").asText()).isEmpty();
        assertThat(result.row().path("label").asText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v5/account/balance",
                "/api/v5/account/positions",
                "/api/v5/asset/balances",
                "/api/v5/trade/orders-pending",
                "/api/v5/account/trade-fee?instType=SPOT",
                "/api/v5/account/max-size?instId=BTC-USDT&tdMode=cash"
            })
    void everyPrivateRead_takesAToken(String path) throws Exception {
        assertThat(scene.get(path, token("read_only")).code()).isEqualTo("0");
    }

    @Test
    void writes_needTheScopeForTrading() throws Exception {
        refused(scene.post(SET_POSITION_MODE, token("read_only"), HEDGE), 400, "53013");
        assertThat(scene.alice.live().positionMode()).isEqualTo(SandboxPositionMode.NET);

        assertThat(scene.post(SET_POSITION_MODE, token("trade"), HEDGE).code()).isEqualTo("0");
        assertThat(scene.alice.live().positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
        refused(scene.get(OAuthScene.CONFIG, token("trade")), 400, "53013");
    }

    @Test
    void demoHeader_reachesTheDemoAccount() throws Exception {
        String token = token("read_only,trade");

        scene.post(SET_POSITION_MODE, token, HEDGE, "x-simulated-trading", "1");

        assertThat(scene.alice.demo().positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
        assertThat(scene.alice.live().positionMode()).isEqualTo(SandboxPositionMode.NET);
    }

    @Test
    void demoHeader_withTheSwitch_isRefused() throws Exception {
        try (OAuthScene strict = new OAuthScene(SandboxSwitch.BEARER_WITHOUT_DEMO)) {
            String token = strict.alice.issueTokens(strict.app).accessToken();

            refused(strict.get(OAuthScene.CONFIG, token, "x-simulated-trading", "1"), 401, "50101");
            assertThat(strict.get(OAuthScene.CONFIG, token).code()).isEqualTo("0");
        }
    }

    @Test
    void subAccounts_areCoveredByNoScope() throws Exception {
        refused(scene.get("/api/v5/users/subaccount/list", token("read_only,trade")), 400, "53013");
    }

    @Test
    void fastApiToken_isNoGoodForOrdinaryCalls() throws Exception {
        refused(scene.get(OAuthScene.CONFIG, token("fast_api")), 400, "53013");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic abc", "bearer abc", "Bearer a b", "Bearer a\"b"})
    void header_ofAnotherForm_is50114(String header) throws Exception {
        Result result = scene.send(HttpRequest.newBuilder(URI.create(scene.okx.uri() + OAuthScene.CONFIG))
                .header("Authorization", header));

        refused(result, 401, "50114");
    }

    @Test
    void header_besideASignature_is50114() throws Exception {
        refused(scene.get(OAuthScene.CONFIG, token("read_only"), "OK-ACCESS-KEY", "x"), 401, "50114");
    }

    @Test
    void token_unknown_is53000() throws Exception {
        refused(scene.get(OAuthScene.CONFIG, "never.issued.token"), 400, "53000");
    }

    @Test
    void token_atAnotherSite_isRefused() throws Exception {
        SandboxUser eva = scene.okx.createUser("eva", SandboxSite.EEA);
        String token = eva.issueTokens(scene.app).accessToken();

        refused(scene.get(OAuthScene.CONFIG, token), 401, "53000");
    }

    @Test
    void post_withoutJson_is50006() throws Exception {
        refused(scene.post(SET_POSITION_MODE, token("trade"), HEDGE, "Content-Type", "text/plain"), 400, "50006");
    }

    @Test
    void token_ofADevice_worksWithItsTermIdOnly() throws Exception {
        String token =
                scene.alice.issueTokens(scene.deviceApp, OAuthScene.TERM_ID).accessToken();

        assertThat(scene.get(OAuthScene.CONFIG, token, "TERMID", OAuthScene.TERM_ID)
                        .code())
                .isEqualTo("0");
        refused(scene.get(OAuthScene.CONFIG, token), 401, "53006");
        refused(scene.get(OAuthScene.CONFIG, token, "TERMID", "another-device"), 401, "53006");
    }

    @Test
    void account_frozen_is53004ForTokensAnd50100ForKeys() throws Exception {
        SandboxTokens tokens = scene.alice.issueTokens(scene.app);
        SandboxApiKey key =
                scene.alice.createApiKey(SandboxKeyRequest.named("k").read());
        SigningClient client = new SigningClient(scene.okx.uri(), scene.okx.clock(), key);
        scene.alice.freeze();

        refused(scene.get(OAuthScene.CONFIG, tokens.accessToken()), 400, "53004");
        refused(scene.token(scene.refresh(tokens.refreshToken().orElseThrow())), 400, "53004");
        refused(client.get(OAuthScene.CONFIG), 400, "50100");

        scene.alice.unfreeze();
        assertThat(scene.get(OAuthScene.CONFIG, tokens.accessToken()).code()).isEqualTo("0");
    }

    @Test
    void account_frozenBeforeTheExchange_is53004() throws Exception {
        String code = scene.code(scene.alice, scene.query("read_only"));
        scene.alice.freeze();

        refused(scene.token(scene.exchange(code)), 400, "53004");
    }

    @Test
    void rateLimit_countsAUserOverKeysAndTokens() throws Exception {
        try (OkxSandbox limited = OkxSandbox.builder().seed(3).start()) {
            limited.clock().stopAt(Scene.NOON);
            SandboxUser user = limited.createUser("u");
            SandboxOAuthClient app = limited.registerOAuthClient(SandboxOAuthClientRequest.confidential("a")
                    .redirectUri("https://a.example/")
                    .read());
            String token = user.issueTokens(app).accessToken();
            URI config = URI.create(limited.uri() + OAuthScene.CONFIG);
            for (int i = 0; i < 5; i++) {
                assertThat(bearer(config, token).code()).isEqualTo("0");
            }
            refused(bearer(config, token), 429, "50011");
        }
    }

    @Test
    void issueTokens_forTheWrongKindOfApp_isRefused() {
        assertThatThrownBy(() -> scene.alice.issueTokens(scene.deviceApp)).hasMessageContaining("device");
        assertThatThrownBy(() -> scene.alice.issueTokens(scene.app, OAuthScene.TERM_ID))
                .hasMessageContaining("device");
        assertThatThrownBy(() -> scene.alice.issueTokens(scene.deviceApp, "no device"))
                .hasMessageContaining("53006");
        assertThat(scene.alice.issueTokens(scene.app).refreshToken()).isPresent();
    }

    private String token(String scope) throws Exception {
        return scene.token(scene.exchange(scene.code(scene.alice, scene.query(scope))))
                .json()
                .path("access_token")
                .asText();
    }

    private Result bearer(URI uri, String token) throws Exception {
        return scene.send(HttpRequest.newBuilder(uri).headers("Authorization", "Bearer " + token));
    }

    private static void refused(Result result, int status, String code) {
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.json().properties()).extracting(Map.Entry::getKey).containsOnly("msg", "code");
    }
}
