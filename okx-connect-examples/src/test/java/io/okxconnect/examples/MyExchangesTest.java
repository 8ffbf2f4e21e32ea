package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.okxconnect.examples.myexchanges.Settings;
import io.okxconnect.testkit.SandboxAccount;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxSite;
import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The flows of "My exchanges", and its duties: sessions, forms, headers, escaping, and no secret in any page. */
class MyExchangesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([\\w-]{43})\"");

    private MyExchangesOnSandbox app;
    private SandboxUser alice;
    private SandboxUser erin;
    private final TestBrowser browser = new TestBrowser();

    @BeforeEach
    void start() throws IOException {
        app = MyExchangesOnSandbox.start(FastApiServer.bind(0));
        alice = app.sandbox().user("alice").orElseThrow();
        erin = app.sandbox().createUser("erin");
        erin.demo().setBalance("USDT", "1000.5");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private URI at(String path) {
        return app.uri().resolve(path);
    }

    private String page(String path) {
        return browser.page(at(path));
    }

    private static String token(TestBrowser who, URI page) {
        Matcher token = TOKEN.matcher(who.page(page));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> post(TestBrowser who, String path, String... fields) {
        StringBuilder body = new StringBuilder("token=" + token(who, at("/add/okx")));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return who.send(
                at(path),
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    private static SandboxKeyRequest request(String name) {
        return SandboxKeyRequest.named(name)
                .environment(SandboxEnvironment.DEMO)
                .read()
                .trade()
                .passphrase("Sandbox@2026!");
    }

    private HttpResponse<String> paste(String path, SandboxApiKey key, String passphrase, String... more) {
        List<String> fields = new ArrayList<>(
                List.of("apiKey", key.apiKey(), "secretKey", key.secretKey(), "passphrase", passphrase));
        fields.addAll(List.of(more));
        return post(browser, path, fields.toArray(String[]::new));
    }

    private String connect(SandboxApiKey key) {
        HttpResponse<String> answer = paste("/add/okx/key", key, key.passphrase(), "environment", "DEMO", "site", "");
        assertThat(answer.statusCode()).isEqualTo(303);
        return browser.page(TestBrowser.location(answer));
    }

    /** OKX's limits count two seconds. */
    private void waitForTheLimits() {
        app.sandbox().clock().advance(Duration.ofSeconds(3));
    }

    private String fastConnect() {
        URI consent = TestBrowser.location(browser.get(at("/connect/okx")));
        HttpResponse<String> answer = browser.get(alice.agreeTo(consent));
        assertThat(answer.statusCode()).isEqualTo(303);
        return browser.page(TestBrowser.location(answer));
    }

    @Test
    void manual_goodKey_connectsAndShowsTheBalances() {
        String page = connect(erin.createApiKey(request("Bot")));

        assertThat(page)
                .contains("data-state=\"CONNECTED\"", "1,000.5", ">Demo<", "Bot")
                .contains("Your OKX account is connected.");
    }

    @Test
    void fastConnect_userAgrees_connectsAndShowsTheBalances() {
        assertThat(fastConnect()).contains("data-state=\"CONNECTED\"", "12,500.75", "Fast connect");
        assertThat(alice.apiKeyIds()).hasSize(1);
    }

    @Test
    void fastConnect_userDeclines_saysSo() {
        URI consent = TestBrowser.location(browser.get(at("/connect/okx")));
        HttpResponse<String> answer = browser.get(alice.decline(consent));

        assertThat(browser.page(TestBrowser.location(answer))).contains("You declined on OKX&#39;s page");
        assertThat(alice.apiKeyIds()).isEmpty();
    }

    @Test
    void callback_inAnotherBrowser_connectsNobody() {
        TestBrowser victim = new TestBrowser();
        URI consent = TestBrowser.location(browser.get(at("/connect/okx")));
        HttpResponse<String> answer = victim.get(alice.agreeTo(consent));

        assertThat(victim.page(TestBrowser.location(answer))).contains("begun in another browser");
        assertThat(alice.apiKeyIds()).isEmpty();
    }

    @Test
    void callback_headOrPrefetch_leavesTheConsentForTheUser() {
        URI callback = alice.agreeTo(TestBrowser.location(browser.get(at("/connect/okx"))));

        assertThat(browser.send(callback, request -> request.method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
        assertThat(browser.send(callback, request -> request.header("Sec-Purpose", "prefetch"))
                        .statusCode())
                .isEqualTo(503);
        assertThat(browser.page(TestBrowser.location(browser.get(callback)))).contains("data-state=\"CONNECTED\"");
    }

    @Test
    void manual_keyOfAnotherEnvironmentThanChosen_isNotConnected() {
        SandboxApiKey key = erin.createApiKey(request("Bot"));
        HttpResponse<String> answer = paste("/add/okx/key", key, key.passphrase(), "environment", "LIVE", "site", "");

        assertThat(browser.page(TestBrowser.location(answer)))
                .contains("The key is good, but not for what you chose.", "Sandbox, Demo");
        assertThat(page("/")).contains("Connect your first exchange");
    }

    @Test
    void manual_keyOfAnotherSite_isFoundThere() {
        SandboxUser european = app.sandbox().createUser("esra", SandboxSite.EEA);

        assertThat(connect(european.createApiKey(request("Bot"))))
                .contains("Sandbox (Europe)", "data-state=\"CONNECTED\"");
    }

    @Test
    void manual_emptyField_saysWhichAndAsksOkxNothing() {
        int before = app.sandbox().journal().count();
        HttpResponse<String> answer =
                post(browser, "/add/okx/key", "apiKey", "", "secretKey", "x", "passphrase", "y", "environment", "DEMO");

        assertThat(browser.page(TestBrowser.location(answer))).contains("That did not work");
        assertThat(app.sandbox().journal().count()).isEqualTo(before);
    }

    @Test
    void manual_sameAccountTwice_isRefused() {
        connect(erin.createApiKey(request("One")));
        waitForTheLimits();

        assertThat(connect(erin.createApiKey(request("Two")))).contains("This OKX account is connected already.");
    }

    @Test
    void setup_hedgeMode_changesOnlyAfterTheConfirmation() {
        SandboxAccount account = erin.demo().setPositionMode(SandboxPositionMode.LONG_SHORT);
        assertThat(connect(erin.createApiKey(request("Bot")))).contains("Hedge mode", "id=\"fix\"");
        assertThat(page("/accounts/1/setup")).contains("Change these settings?", "One-way mode");
        assertThat(account.positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);

        HttpResponse<String> answer = post(browser, "/accounts/1/setup");

        assertThat(browser.page(TestBrowser.location(answer)))
                .contains("OKX confirms the new settings.", "data-state=\"CONNECTED\"");
        assertThat(account.positionMode()).isEqualTo(SandboxPositionMode.NET);
        post(browser, "/accounts/1/undo");
        assertThat(account.positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
    }

    @Test
    void replace_anotherKeyOfTheAccount_namesTheOldOneMasked() {
        SandboxApiKey first = erin.createApiKey(request("One"));
        connect(first);
        waitForTheLimits();
        SandboxApiKey second = erin.createApiKey(request("Two"));
        HttpResponse<String> answer = paste("/accounts/1/key", second, second.passphrase());

        assertThat(browser.page(TestBrowser.location(answer)))
                .contains("Key replaced", first.apiKey().substring(0, 4) + "…")
                .doesNotContain(first.apiKey(), second.apiKey());
    }

    @Test
    void replace_keyOfAnotherAccount_isRefused() {
        connect(erin.createApiKey(request("One")));
        SandboxApiKey other = app.sandbox().createUser("frank").createApiKey(request("Two"));
        HttpResponse<String> answer = paste("/accounts/1/key", other, other.passphrase());

        assertThat(browser.page(TestBrowser.location(answer))).contains("This is the key of another OKX account.");
    }

    @Test
    void check_okxInMaintenance_keepsTheBalancesAndSaysWhy() {
        connect(erin.createApiKey(request("Bot")));
        app.sandbox().faults().on("GET", "/api/v5/account/config").always().code("50001");
        HttpResponse<String> answer = post(browser, "/accounts/1/check");

        assertThat(browser.page(TestBrowser.location(answer)))
                .contains("id=\"trouble\"", "data-state=\"TEMPORARY_ISSUE\"", "1,000.5");
    }

    @Test
    void disconnect_withTheForm_forgetsTheAccount() {
        connect(erin.createApiKey(request("Bot")));
        assertThat(page("/accounts/1/disconnect")).contains("Disconnect this account?");
        HttpResponse<String> answer = post(browser, "/accounts/1/disconnect");

        assertThat(browser.page(TestBrowser.location(answer)))
                .contains("Disconnected", "still exists at OKX", "Connect your first exchange");
    }

    @Test
    void forms_withoutTheSessionsToken_doNothing() {
        connect(erin.createApiKey(request("Bot")));
        String foreign = token(new TestBrowser(), at("/add/okx"));
        for (String path : List.of(
                "/add/okx/key",
                "/accounts/1/check",
                "/accounts/1/setup",
                "/accounts/1/key",
                "/accounts/1/disconnect")) {
            for (String body : List.of("", "token=", "token=guess", "token=" + foreign)) {
                HttpResponse<String> answer =
                        browser.send(at(path), request -> request.POST(BodyPublishers.ofString(body)));
                assertThat(answer.statusCode()).as("%s %s", path, body).isEqualTo(403);
            }
        }
        assertThat(page("/")).contains("data-state=\"CONNECTED\"");
    }

    @Test
    void twoUsers_neverReachEachOthersAccounts() {
        connect(erin.createApiKey(request("Bot")));
        TestBrowser other = new TestBrowser();

        assertThat(other.page(at("/"))).contains("Connect your first exchange").doesNotContain("Bot");
        for (String path : List.of("/accounts/1", "/accounts/1/setup", "/accounts/1/key", "/accounts/1/disconnect")) {
            assertThat(other.get(at(path)).statusCode()).as(path).isEqualTo(404);
        }
        for (String path :
                List.of("/accounts/1/check", "/accounts/1/setup", "/accounts/1/undo", "/accounts/1/disconnect")) {
            assertThat(post(other, path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(page("/")).contains("data-state=\"CONNECTED\"");
    }

    @Test
    void session_cookie_isOutOfReachOfScriptsAndOtherSites() {
        assertThat(browser.get(at("/")).headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).matches("my_exchanges=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax"));
        assertThat(browser.get(at("/app.css")).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void headers_ofEachPage_letNothingElseIn() {
        for (String path : List.of("/", "/add", "/add/okx", "/nothing")) {
            HttpHeaders headers = browser.get(at(path)).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(browser.get(at(path)).body())
                    .as("nothing inline")
                    .doesNotContain(" style=", "<style", " onclick=", "javascript:", "<script>");
        }
    }

    @Test
    void label_withMarkup_isEscaped() {
        String page = connect(erin.createApiKey(request("<b>'\"&Bot")));

        assertThat(page).contains("Bot").doesNotContain("<b>");
    }

    @Test
    void language_goesBackToOwnPagesAlone() {
        assertThat(TestBrowser.location(browser.get(at("/language?to=zh&back=/add/okx"))))
                .isEqualTo(at("/add/okx"));
        assertThat(page("/add/okx")).contains("lang=\"zh\"", "连接 OKX");
        for (String back :
                List.of("//evil.example", "https://evil.example/", "/%5Cevil.example", "/a%0d%0aSet-Cookie:x")) {
            assertThat(TestBrowser.location(browser.get(at("/language?to=en&back=" + back))))
                    .as(back)
                    .isEqualTo(at("/"));
        }
    }

    @Test
    void chinese_failureOfTheDoctor_isInThePagesLanguage() {
        browser.get(at("/language?to=zh&back=/"));
        SandboxApiKey key = erin.createApiKey(request("Bot"));
        HttpResponse<String> answer = paste("/add/okx/key", key, "Not-the-one-2026", "environment", "DEMO");

        assertThat(browser.page(TestBrowser.location(answer)))
                .contains("没有成功", "50105")
                .containsPattern("class=\"cause\">[^<]*\\p{IsHan}");
    }

    @Test
    void pages_ofAllFlows_holdNoSecret() {
        SandboxApiKey key = erin.createApiKey(request("Bot"));
        StringBuilder seen = new StringBuilder();
        HttpResponse<String> refused = paste("/add/okx/key", key, "Not-the-one-2026", "environment", "DEMO");
        seen.append(refused.headers().map()).append(browser.page(TestBrowser.location(refused)));
        seen.append(connect(key)).append(fastConnect());
        for (String path : List.of("/", "/accounts/2", "/accounts/2/key", "/accounts/2/disconnect", "/add/okx")) {
            seen.append(page(path));
        }

        assertThat(seen.toString())
                .doesNotContain(key.apiKey(), key.secretKey(), "Not-the-one-2026", "Sandbox@2026")
                .doesNotContain(alice.apiKeyIds())
                .contains("Tried last: " + key.apiKey().substring(0, 4) + "…");
    }

    @Test
    void withoutARegistration_offersPastedKeysAlone() throws IOException {
        URI okx = app.sandbox().uri();
        KeyPlace place = KeyPlace.from(Map.of("OKX_SITE", okx.toString(), "OKX_ENVIRONMENT", "demo"));
        HttpServer server = FastApiServer.bind(0);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        Settings settings = MyExchanges.settings(address, place, Map.of());
        try (MyExchangesAtOkx alone = MyExchangesAtOkx.start(server, Optional.empty(), place, List.of(), settings)) {
            assertThat(browser.page(address.resolve("/add/okx")))
                    .contains("id=\"manual-title\"")
                    .doesNotContain("id=\"fast\"", "Sandbox helper");
            assertThat(TestBrowser.location(browser.get(address.resolve("/connect/okx"))))
                    .isEqualTo(address.resolve("/add/okx"));
            assertThat(alone.app().address()).isEqualTo(address);
        }
    }
}
