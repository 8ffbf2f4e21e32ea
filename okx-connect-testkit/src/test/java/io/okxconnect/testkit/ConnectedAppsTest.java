package io.okxconnect.testkit;

import static io.okxconnect.testkit.OAuthScene.CONFIG;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.testkit.SigningClient.Result;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Taking a consent back, on the page and from Java. */
class ConnectedAppsTest {
    private static final String PAGE = "/account/connected-apps";
    private static final String KEY =
            "{\"label\":\"fast1\",\"passphrase\":\"Fast1!pass\",\"perm\":\"trade\",\"bindApp\":true}";

    private final OAuthScene scene = new OAuthScene();
    private final Browser browser = new Browser(scene.okx.uri());

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void page_listsEachAppOnceInWords() throws Exception {
        browser.logIn("alice");
        assertThat(browser.get(PAGE).body()).contains("No app is connected");

        scene.alice.issueTokens(scene.app);
        scene.alice.agreeTo(scene.authorizeUri(scene.query("fast_api")));

        String body = browser.get(PAGE).body();
        assertThat(body).contains("See your balances", "Create an API key").doesNotContain("DeskApp");
        assertThat(body.split("TradeApp", -1)).hasSize(2);
    }

    @Test
    void revoke_onThePage_endsTokensCodesAndKeys() throws Exception {
        String unused = scene.code(scene.alice, scene.query("read_only"));
        SandboxTokens tokens = scene.alice.issueTokens(scene.app);
        SandboxTokens others = scene.alice.issueTokens(scene.deviceApp, OAuthScene.TERM_ID);
        String fast = scene.token(scene.exchange(scene.code(scene.alice, scene.query("fast_api"))))
                .json()
                .path("access_token")
                .asText();
        assertThat(scene.post(OAuthScene.CREATE_KEY, fast, KEY).code()).isEqualTo("0");
        SandboxApiKey byHand =
                scene.alice.createApiKey(SandboxKeyRequest.named("hand").read());
        browser.logIn("alice");
        browser.get(PAGE);

        HttpResponse<String> after = browser.submit(PAGE, "app=" + scene.app.clientId());

        assertThat(after.body()).contains("DeskApp").doesNotContain("TradeApp");
        refused(scene.get(CONFIG, tokens.accessToken()), "53001");
        refused(scene.token(scene.refresh(tokens.refreshToken().orElseThrow())), "53001");
        refused(scene.token(scene.exchange(unused)), "53001");
        refused(scene.post(OAuthScene.CREATE_KEY, fast, KEY), "53001");
        assertThat(scene.alice.apiKeyIds()).containsExactly(byHand.apiKey());
        assertThat(scene.get(CONFIG, others.accessToken(), "TERMID", OAuthScene.TERM_ID)
                        .code())
                .isEqualTo("0");
    }

    @Test
    void revoke_bySomebodyElse_doesNothing() throws Exception {
        SandboxTokens tokens = scene.alice.issueTokens(scene.app);
        scene.okx.createUser("mallory");
        browser.logIn("mallory");
        browser.get("/account/my-api/create");

        browser.submit(PAGE, "app=" + scene.app.clientId());

        assertThat(scene.get(CONFIG, tokens.accessToken()).code()).isEqualTo("0");
    }

    @Test
    void cancelFromJava_isTheSameAndASecondConsentWorks() throws Exception {
        SandboxTokens tokens = scene.alice.issueTokens(scene.app);

        scene.alice.cancelAuthorization(scene.app);

        refused(scene.get(CONFIG, tokens.accessToken()), "53001");
        assertThat(scene.get(CONFIG, scene.alice.issueTokens(scene.app).accessToken())
                        .code())
                .isEqualTo("0");
    }

    @Test
    void revokeTokens_leavesTheKey() throws Exception {
        String fast = scene.token(scene.exchange(scene.code(scene.alice, scene.query("fast_api"))))
                .json()
                .path("access_token")
                .asText();
        scene.post(OAuthScene.CREATE_KEY, fast, KEY);
        SandboxTokens tokens = scene.alice.issueTokens(scene.app);

        scene.alice.revokeTokens(scene.app);

        refused(scene.get(CONFIG, tokens.accessToken()), "53003");
        refused(scene.token(scene.refresh(tokens.refreshToken().orElseThrow())), "53003");
        refused(scene.post(OAuthScene.DELETE_KEY, fast, ""), "53003");
        assertThat(scene.alice.apiKeyIds()).hasSize(1);
    }

    @Test
    void keysPage_showsTheAppsKeyAndDeletesIt() throws Exception {
        String fast = scene.token(scene.exchange(scene.code(scene.alice, scene.query("fast_api"))))
                .json()
                .path("access_token")
                .asText();
        scene.post(OAuthScene.CREATE_KEY, fast, KEY);
        browser.logIn("alice");
        assertThat(browser.get("/account/my-api").body()).contains("fast1", "TradeApp", "203.0.113.7");

        browser.submit(
                "/account/my-api/delete", "apiKey=" + scene.alice.apiKeyIds().get(0));

        assertThat(scene.alice.apiKeyIds()).isEmpty();
        assertThat(scene.post(OAuthScene.DELETE_KEY, fast, "").code()).isEqualTo("59506");
    }

    private static void refused(Result result, String code) {
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.status()).isEqualTo(400);
    }
}
