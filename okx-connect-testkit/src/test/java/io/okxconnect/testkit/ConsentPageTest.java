package io.okxconnect.testkit;

import static io.okxconnect.testkit.OAuthScene.authorizePath;
import static io.okxconnect.testkit.OAuthScene.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The consent page: what it asks, what it refuses, and where the browser goes after. */
class ConsentPageTest {
    @Test
    void agree_throughLoginAndConsent_goesBackWithCodeStateAndDomain() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Browser browser = new Browser(scene.okx.uri());
            Map<String, String> query = scene.query("read_only,trade");

            HttpResponse<String> login = browser.get(authorizePath(query));
            assertThat(login.uri().getPath()).isEqualTo("/account/login-as");
            HttpResponse<String> consent =
                    browser.submit("/account/login-as", "user=alice&next=" + encode(authorizePath(query)));
            assertThat(consent.uri().getPath()).isEqualTo("/account/oauth");
            assertThat(consent.body())
                    .contains("TradeApp asks alice for permission to", "See your balances", "Place and cancel orders")
                    .contains("id=\"agree\"", "id=\"decline\"", "app.example.com")
                    .doesNotContain("API key for your account", "<script");
            assertThat(consent.headers().firstValue("Content-Security-Policy"))
                    .get()
                    .asString()
                    .contains("form-action 'self' https://app.example.com;");
            HttpResponse<String> done = decide(browser, query, "agree");

            assertThat(done.statusCode()).isEqualTo(303);
            String target = done.headers().firstValue("Location").orElseThrow();
            assertThat(target).startsWith(OAuthScene.CALLBACK + "&code=");
            Map<String, String> answer = OAuthScene.answer(URI.create(target));
            assertThat(answer.get("state")).isEqualTo("S-1_a");
            assertThat(answer.get("domain")).isEqualTo(scene.okx.uri().toString());
            assertThat(done.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(scene.token(scene.exchange(answer.get("code"))).status()).isEqualTo(200);
        }
    }

    @Test
    void decline_onThePage_goesBackWithAnErrorAndNoCode() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            HttpResponse<String> done = decide(loggedIn(scene), scene.query("fast_api"), "decline");

            URI target = URI.create(done.headers().firstValue("Location").orElseThrow());
            assertThat(OAuthScene.answer(target))
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "S-1_a")
                    .doesNotContainKeys("code", "domain");
        }
    }

    @Test
    void fastApi_asked_isToldInWords() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            assertThat(loggedIn(scene)
                            .get(authorizePath(scene.query("fast_api")))
                            .body())
                    .contains("Create an API key for your account", "It cannot withdraw your money");
        }
    }

    @Test
    void page_lookedAtTwice_harmsNothing() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Browser browser = loggedIn(scene);
            Map<String, String> query = scene.query("trade");
            browser.get(authorizePath(query));
            assertThat(browser.get(authorizePath(query)).statusCode()).isEqualTo(200);

            assertThat(decide(browser, query, "agree").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void consent_withoutTheFormsToken_givesNothing() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Browser browser = loggedIn(scene);
            String request = encode(encoded(scene.query("trade")));

            HttpResponse<String> refused = browser.post("/account/oauth", "decision=agree&request=" + request);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(browser.get("/account/connected-apps").body()).contains("No app is connected");
        }
    }

    @Test
    void consent_requestChangedInTheForm_isCheckedAgain() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Map<String, String> query = scene.query("trade");
            Browser browser = loggedIn(scene);
            browser.get(authorizePath(query));
            query.put("redirect_uri", "https://evil.example/");

            HttpResponse<String> refused = decide(browser, query, "agree");

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.headers().firstValue("Location")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, '', 53011",
        "client_id, nobody, 53010",
        "redirect_uri, '', 53011",
        "redirect_uri, https://app.example.com/okx/callback?x=1/, 53016",
        "redirect_uri, https%3A%2F%2Fapp.example.com%2Fokx%2Fcallback%3Fx%3D1, 53016",
        "redirect_uri, https://evil.example/, 53016",
        "response_type, '', 53011",
        "response_type, token, 53010",
        "access_type, '', 53011",
        "access_type, online, 53010",
        "scope, '', 53011",
        "scope, read_only trade, 53010",
        "scope, 'read_only,', 53010",
        "scope, 'fast_api,trade', 53010",
        "scope, withdraw, 53010",
        "state, '', 53011",
        "state, {\"a\":1}, 53010",
        "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, 53010",
    })
    void request_notInOrder_isExplainedAndLeadsNowhere(String name, String value, String code) throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Map<String, String> query = scene.query("read_only");
            query.put(name, value);

            HttpResponse<String> refused = loggedIn(scene).get(authorizePath(query));

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("id=\"error-code\">" + code + "<")
                    .doesNotContain("evil");
            assertThatThrownBy(() -> scene.alice.agreeTo(scene.authorizeUri(query)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge, '', 53011",
        "code_challenge, short, 53010",
        "code_challenge_method, '', 53011",
        "code_challenge_method, plain, 53010",
        "scope, fast_api, 53010",
        "term_id, not a device, 53006",
    })
    void deviceRequest_notInOrder_isRefused(String name, String value, String code) {
        try (OAuthScene scene = new OAuthScene()) {
            Map<String, String> query = scene.deviceQuery("read_only");
            query.put(name, value);

            assertThatThrownBy(() -> scene.alice.agreeTo(scene.authorizeUri(query)))
                    .hasMessageStartingWith(code);
        }
    }

    @Test
    void request_parameterTwiceTooLongOrRedirectNotEncoded_isRefused() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Browser browser = loggedIn(scene);
            String path = authorizePath(scene.query("trade"));
            Map<String, String> bare = scene.query("trade");
            bare.remove("redirect_uri");

            assertThat(browser.get(path + "&state=other").body()).contains(">53010<");
            assertThat(browser.get(path + "&channelId=" + "x".repeat(2049)).body())
                    .contains(">53015<");
            assertThat(browser.get(authorizePath(bare) + "&redirect_uri=" + OAuthScene.CALLBACK)
                            .body())
                    .contains(">53016<");
            assertThat(browser.get(path + "&channelId=123&anything=else").body())
                    .contains("id=\"agree\"");
        }
    }

    @Test
    void fastApi_notPermitted_is53017_andSiteNotEnabled_is53018() {
        try (OAuthScene scene = new OAuthScene()) {
            scene.app.setFastApi(false);
            assertThatThrownBy(() -> scene.alice.agreeTo(scene.authorizeUri(scene.query("fast_api"))))
                    .hasMessageStartingWith("53017");

            SandboxOAuthClient globalOnly =
                    scene.okx.registerOAuthClient(SandboxOAuthClientRequest.confidential("GlobalOnly")
                            .redirectUri(OAuthScene.CALLBACK)
                            .read()
                            .sites(SandboxSite.GLOBAL));
            SandboxUser eva = scene.okx.createUser("eva", SandboxSite.EEA);
            Map<String, String> query = scene.query("read_only");
            query.put("client_id", globalOnly.clientId());
            assertThatThrownBy(() -> eva.agreeTo(scene.authorizeUri(query))).hasMessageStartingWith("53018");
        }
    }

    @Test
    void login_customerOfAnotherSite_goesOnThereAndBackWithThatDomain() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            scene.okx.createUser("eva", SandboxSite.EEA);
            URI eea = scene.okx.uri(SandboxSite.EEA);
            Map<String, String> query = scene.query("read_only");
            String there = eea + authorizePath(query);

            HttpResponse<String> login = new Browser(scene.okx.uri()).get(authorizePath(query));
            assertThat(login.body()).contains("href=\"" + there.replace("&", "&amp;") + "\"");
            assertThat(new Browser(scene.okx.uri()).get("/account/login-as").body())
                    .doesNotContain(eea.toString());

            Browser browser = new Browser(eea);
            browser.logIn("eva");
            browser.get(authorizePath(query));
            HttpResponse<String> done = decide(browser, query, "agree");
            Map<String, String> answer = OAuthScene.answer(
                    URI.create(done.headers().firstValue("Location").orElseThrow()));
            assertThat(answer.get("domain")).isEqualTo(eea.toString());
        }
    }

    @Test
    void login_customersOfASiteThatDoesNotRun_areNotOffered() throws Exception {
        try (OkxSandbox okx =
                OkxSandbox.builder().sites(SandboxSite.GLOBAL).seed(5).start()) {
            okx.createUser("eva", SandboxSite.EEA);

            HttpResponse<String> login =
                    new Browser(okx.uri()).get("/account/login-as?next=" + encode("/account/oauth?client_id=x"));

            assertThat(login.statusCode()).isEqualTo(200);
            assertThat(login.body()).doesNotContain("EEA");
        }
    }

    @Test
    void authLogout_asked_logsInAgainFirst() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Browser browser = loggedIn(scene);
            Map<String, String> query = scene.query("read_only");

            HttpResponse<String> login = browser.get(authorizePath(query) + "&authLogout=1");
            assertThat(login.uri().getPath()).isEqualTo("/account/login-as");

            HttpResponse<String> consent =
                    browser.submit("/account/login-as", "user=alice&next=" + encode(authorizePath(query)));
            assertThat(consent.body()).contains("id=\"agree\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/authlogin", "/account/oauth/authorize"})
    void otherPaths_endAtTheAccount(String path) throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            HttpResponse<String> lost = loggedIn(scene).get(path + "?" + encoded(scene.query("read_only")));

            assertThat(lost.uri().getPath()).isEqualTo("/account/users");
            assertThat(lost.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void switches_forThePath_moveThePage() throws Exception {
        try (OAuthScene scene =
                new OAuthScene(SandboxSwitch.AUTHORIZE_AT_AUTHLOGIN, SandboxSwitch.AUTHORIZE_NEEDS_FLOW)) {
            Browser browser = loggedIn(scene);
            String query = encoded(scene.query("read_only"));

            assertThat(browser.get("/account/authlogin?flow=code&" + query).body())
                    .contains("id=\"agree\"", "action=\"/account/authlogin\"");
            assertThat(browser.get("/account/authlogin?" + query).uri().getPath())
                    .isEqualTo("/account/users");
            assertThat(browser.get("/account/oauth?flow=code&" + query).uri().getPath())
                    .isEqualTo("/account/users");
        }
    }

    @Test
    void switches_forSilence_leaveTheBrowserBehind() throws Exception {
        try (OAuthScene scene =
                new OAuthScene(SandboxSwitch.CONSENT_WITHOUT_CALLBACK, SandboxSwitch.DECLINE_WITHOUT_CALLBACK)) {
            Browser browser = loggedIn(scene);
            Map<String, String> query = scene.query("read_only");

            for (String decision : new String[] {"agree", "decline"}) {
                assertThat(decide(browser, query, decision).uri().getPath()).isEqualTo("/account/users");
            }
            assertThatThrownBy(() -> scene.alice.agreeTo(scene.authorizeUri(query)))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> scene.alice.decline(scene.authorizeUri(query)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"DECLINE_AS_ERROR_MSG, error_msg", "DECLINE_WITHOUT_REASON, state"})
    void switches_forDeclining_changeWhatTheAppHears(SandboxSwitch reading, String name) {
        try (OAuthScene scene = new OAuthScene(reading)) {
            URI back = scene.alice.decline(scene.authorizeUri(scene.query("read_only")));

            assertThat(OAuthScene.answer(back)).containsKeys(name, "state").doesNotContainKeys("error", "code");
        }
    }

    @Test
    void switch_withoutDomain_leavesItOut() {
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.CALLBACK_WITHOUT_DOMAIN)) {
            URI back = scene.alice.agreeTo(scene.authorizeUri(scene.query("read_only")));

            assertThat(OAuthScene.answer(back)).containsKeys("code", "state").doesNotContainKey("domain");
        }
    }

    @Test
    void switch_subAccounts_givesTheOneThatWasPicked() throws Exception {
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.CONSENT_OFFERS_SUB_ACCOUNTS)) {
            SandboxUser sub = scene.alice.createSubAccount("bot");
            Browser browser = loggedIn(scene);
            Map<String, String> query = scene.query("read_only");
            assertThat(browser.get(authorizePath(query)).body()).contains("<select", "bot");

            HttpResponse<String> done =
                    browser.submit("/account/oauth", "decision=agree&account=bot&request=" + encode(encoded(query)));
            URI target = URI.create(done.headers().firstValue("Location").orElseThrow());
            String token = scene.token(scene.exchange(OAuthScene.answer(target).get("code")))
                    .json()
                    .path("access_token")
                    .asText();

            assertThat(scene.get(OAuthScene.CONFIG, token).row().path("uid").asText())
                    .isEqualTo(sub.uid());
        }
    }

    @Test
    void registration_notInOrder_isRefusedNamingWhatIsMissing() {
        try (OAuthScene scene = new OAuthScene()) {
            assertThatThrownBy(() -> scene.okx.registerOAuthClient(SandboxOAuthClientRequest.confidential(" ")))
                    .hasMessageContaining("a name and a redirect URI and a scope");
            assertThatThrownBy(() -> scene.okx.registerOAuthClient(SandboxOAuthClientRequest.confidential("a")
                            .redirectUri("https://a.example/#part")
                            .read()))
                    .hasMessageContaining("fragment");
            assertThatThrownBy(() -> SandboxOAuthClientRequest.publicClient("a").fastApi())
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> SandboxOAuthClientRequest.publicClient("a").clientSecret("s"))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> SandboxOAuthClientRequest.confidential("a").serverIps("nowhere"))
                    .hasMessageContaining("nowhere");
            assertThatThrownBy(() -> scene.okx.registerOAuthClient(SandboxOAuthClientRequest.confidential("a")
                            .redirectUri("https://a.example/")
                            .read()
                            .clientId(scene.app.clientId())))
                    .hasMessageContaining("another app");
            assertThatThrownBy(scene.deviceApp::clientSecret).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Browser loggedIn(OAuthScene scene) throws Exception {
        Browser browser = new Browser(scene.okx.uri());
        browser.logIn("alice");
        browser.get("/account/my-api/create");
        return browser;
    }

    private static HttpResponse<String> decide(Browser browser, Map<String, String> query, String decision)
            throws Exception {
        return browser.submit("/account/oauth", "decision=" + decision + "&request=" + encode(encoded(query)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
