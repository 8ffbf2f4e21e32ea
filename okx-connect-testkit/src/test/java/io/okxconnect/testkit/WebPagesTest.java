package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages, clicked through as a browser would. */
class WebPagesTest {
    private static final String SETTINGS = "/account/settings/trading";
    private static final String KEYS = "/account/my-api";
    private static final String CREATE = "/account/my-api/create";
    private static final String GOOD_KEY =
            "purpose=trading&name=page+key&passphrase=Page1!pass&perm=read_only&perm=trade";

    private final Scene scene = new Scene(SandboxSwitch.RATE_LIMITS_OFF);
    private final Browser browser = new Browser(scene.okx.uri());

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void anyPage_notLoggedIn_leadsToLoginAndBack() throws Exception {
        HttpResponse<String> login = browser.get(SETTINGS);
        assertThat(login.uri().getPath()).isEqualTo("/account/login-as");
        assertThat(login.body()).contains("Sandbox: not OKX").contains("alice");

        HttpResponse<String> after = browser.submit("/account/login-as", "user=alice&next=" + SETTINGS);
        assertThat(after.uri().getPath()).isEqualTo(SETTINGS);
        assertThat(after.body()).contains("Futures mode").contains("alice, live trading");
    }

    @Test
    void everyPage_carriesItsProtections() throws Exception {
        browser.logIn("alice");
        for (String path : new String[] {"/account/login-as", SETTINGS, KEYS, CREATE, "/account/nowhere"}) {
            HttpResponse<String> response = browser.get(path);
            assertThat(response.headers().firstValue("Cache-Control")).as(path).contains("no-store");
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .get()
                    .asString()
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline");
            assertThat(response.headers().firstValue("Set-Cookie"))
                    .get()
                    .asString()
                    .contains("HttpOnly", "SameSite=Lax");
            assertThat(response.body()).doesNotContain("<script", "style=");
        }
        assertThat(browser.get("/account/nowhere").statusCode()).isEqualTo(404);
        assertThat(browser.get("/assets/sandbox.css").headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/css");
    }

    @Test
    void login_newSessionId_andTheOldOneIsWorthless() throws Exception {
        String before = browser.get("/account/login-as")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        browser.logIn("alice");
        String after = browser.get(KEYS).headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(after).isNotEqualTo(before);
        HttpResponse<String> old = new Browser(scene.okx.uri()).get(KEYS, before.substring(0, before.indexOf(';')));
        assertThat(old.uri().getPath()).isEqualTo("/account/login-as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void login_nextElsewhere_isIgnored(String next) throws Exception {
        browser.get("/account/login-as?next=" + encode(next));

        HttpResponse<String> after = browser.submit("/account/login-as", "user=alice&next=" + encode(next));

        assertThat(after.uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(after.uri().getPath()).isEqualTo(KEYS);
    }

    @Test
    void login_userOfAnotherSite_isNotThere() throws Exception {
        scene.okx.createUser("eva", SandboxSite.EEA);

        assertThat(browser.get("/account/login-as").body()).doesNotContain("eva");
        assertThat(browser.submit("/account/login-as", "user=eva").statusCode()).isEqualTo(400);
        assertThat(new Browser(scene.okx.uri(SandboxSite.EEA)).get("/").body())
                .contains("eva")
                .doesNotContain("alice");
    }

    @ParameterizedTest
    @CsvSource({"''", "token=", "token=0000"})
    void form_withoutItsToken_isRefusedAndChangesNothing(String token) throws Exception {
        browser.logIn("alice");

        HttpResponse<String> refused = browser.post(SETTINGS, "positionMode=long_short_mode&" + token);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(scene.alice.live().positionMode()).isEqualTo(SandboxPositionMode.NET);
    }

    @Test
    void createKey_throughThePage_showsTheSecretOnceAndTheKeyWorks() throws Exception {
        browser.logIn("alice");
        browser.get(CREATE);

        HttpResponse<String> created = browser.submit(CREATE, GOOD_KEY + "&ips=127.0.0.1%2C+10.0.0.0%2F8");

        assertThat(created.uri().getPath()).isEqualTo("/account/my-api/created");
        String apiKey = between(created.body(), "id=\"api-key\">([^<]+)<");
        String secret = between(created.body(), "id=\"secret-key\">([^<]+)<");
        assertThat(created.body()).doesNotContain("Page1!pass");
        HttpResponse<String> again = browser.get("/account/my-api/created");
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).doesNotContain(secret);
        assertThat(browser.get(KEYS).body())
                .contains("page key", apiKey, "read_only,trade", "127.0.0.1,10.0.0.0/8")
                .doesNotContain(secret);

        SigningClient.Result result = new SigningClient(scene.okx.uri(), scene.okx.clock(), scene.key)
                .send("GET", "/api/v5/account/config", "", headers -> {
                    headers.put("OK-ACCESS-KEY", apiKey);
                    headers.put("OK-ACCESS-PASSPHRASE", "Page1!pass");
                    headers.put("OK-ACCESS-SIGN", resign(secret, headers.get("OK-ACCESS-TIMESTAMP")));
                });
        assertThat(result.row().path("label").asText()).isEqualTo("page key");
    }

    @Test
    void createKey_demo_isADemoKey() throws Exception {
        browser.logIn("alice");
        assertThat(browser.get(KEYS + "?go-demo-trading=1").body()).contains("demo trading");
        browser.get(CREATE);
        browser.submit(CREATE, GOOD_KEY);

        assertThat(browser.get(KEYS).body()).contains("page key").contains("never");
        assertThat(browser.get(KEYS + "?go-live-trading=1").body())
                .contains("my app")
                .doesNotContain("page key");
    }

    @ParameterizedTest
    @CsvSource({
        "name=k&passphrase=weak&perm=read_only, 59505",
        "name=my+app&passphrase=Page1!pass&perm=read_only, 59502",
        "name=k&passphrase=Page1!pass, permission",
        "name=&passphrase=Page1!pass&perm=read_only, 1 to 50",
        "name=k&passphrase=Page1!pass&perm=read_only&ips=nowhere.example, nowhere.example",
        "purpose=app&name=k&passphrase=Page1!pass&perm=read_only, choose the app",
    })
    void createKey_againstTheRules_isExplainedWithoutThePassphrase(String form, String reason) throws Exception {
        browser.logIn("alice");
        browser.get(CREATE);

        HttpResponse<String> refused = browser.submit(CREATE, form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(reason).doesNotContain("Page1!pass");
    }

    @Test
    void createKey_linkedApp_isBoundToItsServers() throws Exception {
        scene.okx.registerApp("TradeBot", "203.0.113.7");
        browser.logIn("alice");
        assertThat(browser.get(CREATE).body()).contains("TradeBot");

        browser.submit(CREATE, "purpose=app&app=TradeBot&name=linked&passphrase=Page1!pass&perm=trade");

        assertThat(browser.get(KEYS).body()).contains("203.0.113.7");
    }

    @Test
    void deleteKey_throughThePage_killsItAtOnce() throws Exception {
        browser.logIn("alice");
        browser.get(KEYS);

        HttpResponse<String> after = browser.submit("/account/my-api/delete", "apiKey=" + scene.key.apiKey());

        assertThat(after.body()).doesNotContain(scene.key.apiKey());
        assertThat(scene.client.get("/api/v5/account/config").code()).isEqualTo("50119");
    }

    @Test
    void deleteKey_ofSomebodyElse_doesNothing() throws Exception {
        scene.okx.createUser("mallory");
        browser.logIn("mallory");
        browser.get(KEYS);

        browser.submit("/account/my-api/delete", "apiKey=" + scene.key.apiKey());

        assertThat(scene.client.get("/api/v5/account/config").code()).isEqualTo("0");
    }

    @Test
    void settings_positionMode_changesOrSaysWhatBlocks() throws Exception {
        browser.logIn("alice");
        browser.get(SETTINGS);
        assertThat(browser.submit(SETTINGS, "positionMode=long_short_mode").body())
                .contains("Hedge mode");
        assertThat(scene.alice.live().positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);

        scene.alice.live().openPosition("BTC-USDT-SWAP", "cross", "1").setBots(2);
        HttpResponse<String> refused = browser.submit(SETTINGS, "positionMode=net_mode");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("59000", "1 open position(s) in BTC-USDT-SWAP", "2 running bot(s)");
        browser.submit(SETTINGS, "clear=positions");
        browser.submit(SETTINGS, "clear=bots");
        assertThat(browser.submit(SETTINGS, "positionMode=net_mode").statusCode())
                .isEqualTo(200);
        assertThat(scene.alice.live().positionMode()).isEqualTo(SandboxPositionMode.NET);
    }

    @Test
    void settings_firstSetUpOfAMode_happensHereAndOpensTheApi() throws Exception {
        browser.logIn("alice");
        browser.get(SETTINGS);
        assertThat(browser.submit(SETTINGS, "accountMode=3").body()).contains("51070");

        assertThat(browser.submit(SETTINGS, "accountMode=3&accept=yes").statusCode())
                .isEqualTo(200);

        assertThat(scene.alice.live().accountMode()).isEqualTo(SandboxAccountMode.MULTI_CURRENCY);
        assertThat(scene.client
                        .post("/api/v5/account/set-account-level", "{\"acctLv\":\"2\"}")
                        .code())
                .isEqualTo("0");
    }

    @Test
    void settings_leavingPortfolioMargin_takesTheLeverageFromTheForm() throws Exception {
        scene.alice.live().setAccountMode(SandboxAccountMode.PORTFOLIO).openPosition("BTC-USDT-SWAP", "cross", "1");
        browser.logIn("alice");
        browser.get(SETTINGS);
        assertThat(browser.submit(SETTINGS, "accountMode=2").body()).contains("59136");

        assertThat(browser.submit(SETTINGS, "accountMode=2&leverage=7").statusCode())
                .isEqualTo(200);

        assertThat(scene.client
                        .get("/api/v5/account/positions")
                        .row()
                        .path("lever")
                        .asText())
                .isEqualTo("7");
    }

    @Test
    void settings_isolatedMode_onlyAutomaticIsOffered() throws Exception {
        scene.alice.live().setContractIsolatedMode("autonomy");
        browser.logIn("alice");
        browser.get(SETTINGS);

        assertThat(browser.submit(SETTINGS, "isolatedMode=autonomy").statusCode())
                .isEqualTo(409);
        assertThat(browser.submit(SETTINGS, "isolatedMode=automatic").statusCode())
                .isEqualTo(200);
    }

    @Test
    void names_withMarkup_areShownAsText() throws Exception {
        String evil = "<script>alert('x')</script>\"&";
        SandboxUser user = scene.okx.createUser(evil);
        user.createApiKey(
                SandboxKeyRequest.named("<img src=x onerror=alert(1)>").read());

        assertThat(browser.get("/account/login-as").body())
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
        HttpResponse<String> keys = browser.submit("/account/login-as", "user=" + encode(evil));
        assertThat(keys.body()).contains("&lt;img src=x").doesNotContain("<img", "<script");
    }

    private static String resign(String secret, String timestamp) {
        try {
            return SigningClient.sign(secret, timestamp + "GET/api/v5/account/config");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String between(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
