package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.examples.fastapi.FastApiApp;
import io.okxconnect.oauth.FastApiConnector;
import io.okxconnect.site.Site;
import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server app's own duties: its session, its addresses, and what it says when something goes wrong. */
class FastApiAppTest {
    private FastApiOnSandbox app;
    private SandboxUser alice;
    private final TestBrowser browser = new TestBrowser();

    @BeforeEach
    void start() throws IOException {
        app = FastApiOnSandbox.start(FastApiServer.bind(0));
        alice = app.sandbox().user("alice").orElseThrow();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private URI at(String path) {
        return app.uri().resolve(path);
    }

    /** Presses the button, and gives OKX's consent page. */
    private URI begin(TestBrowser who) {
        return TestBrowser.location(who.get(at("/connect/okx")));
    }

    private String home() {
        return browser.get(at("/")).body();
    }

    @Test
    void callback_userAgreed_connectsAndShowsTheBalances() {
        HttpResponse<String> answer = browser.get(alice.agreeTo(begin(browser)));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(TestBrowser.location(answer)).isEqualTo(at("/"));
        assertThat(home())
                .contains("<strong id=\"status\">CONNECTED</strong>", "<td>USDT</td><td>12500.75</td>")
                .contains("Your OKX account is connected.");
        assertThat(home()).as("said once").doesNotContain("Your OKX account is connected.");
        assertThat(alice.apiKeyIds()).hasSize(1);
    }

    @Test
    void callback_userDeclined_saysSoAndLeavesNothing() {
        browser.get(alice.decline(begin(browser)));

        assertThat(home()).contains("Not connected", "You declined on OKX&#39;s page", "id=\"connect\"");
        assertThat(alice.apiKeyIds()).isEmpty();
    }

    @Test
    void callback_inAnotherBrowser_connectsNobody() {
        URI callback = alice.agreeTo(begin(new TestBrowser()));

        browser.get(callback);

        assertThat(home()).contains("does not belong to what you began in this browser");
        assertThat(alice.apiKeyIds()).isEmpty();
    }

    @Test
    void callback_okxRefusesTheServer_saysWhatToDo() {
        app.sandbox().faults().on("POST", "/v5/users/oauth/token").code("53014");

        browser.get(alice.agreeTo(begin(browser)));

        assertThat(home()).contains("Not connected", "IP", "id=\"connect\"").doesNotContain("<strong id=\"status\">");
        assertThat(alice.apiKeyIds()).isEmpty();
    }

    @Test
    void home_okxDoesNotAnswer_saysSoAndKeepsTheAccount() {
        browser.get(alice.agreeTo(begin(browser)));
        browser.get(at("/"));
        app.sandbox().faults().on("GET", "/api/v5/account/balance").always().status(503);

        HttpResponse<String> answer = browser.get(at("/"));
        app.sandbox().faults().clear();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("OKX cannot be asked").doesNotContain("Not connected");
        assertThat(home()).contains("CONNECTED");
    }

    @Test
    void callback_sentTwice_connectsOnce() {
        URI callback = alice.agreeTo(begin(browser));
        browser.get(callback);
        String key = alice.apiKeyIds().get(0);

        browser.get(callback);

        assertThat(home())
                .contains("CONNECTED", "Nothing was changed", "used already")
                .doesNotContain("Not connected");
        assertThat(alice.apiKeyIds()).containsExactly(key);
    }

    @Test
    void callback_headOrPrefetch_leavesTheConsentForTheUser() {
        URI callback = alice.agreeTo(begin(browser));

        assertThat(browser.send(callback, request -> request.method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
        assertThat(browser.send(callback, request -> request.header("Sec-Purpose", "prefetch;prerender"))
                        .statusCode())
                .isEqualTo(503);
        browser.get(callback);

        assertThat(home()).contains("CONNECTED");
    }

    @Test
    void start_headPostOrPrefetch_beginsNothing() {
        HttpResponse<String> head =
                browser.send(at("/connect/okx"), request -> request.method("HEAD", BodyPublishers.noBody()));
        HttpResponse<String> post = browser.send(at("/connect/okx"), request -> request.POST(BodyPublishers.noBody()));
        HttpResponse<String> prefetch =
                browser.send(at("/connect/okx"), request -> request.header("Purpose", "prefetch"));

        assertThat(head.statusCode()).isEqualTo(405);
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(head.headers().firstValue("Allow")).hasValue("GET");
        assertThat(prefetch.statusCode()).isEqualTo(503);
        assertThat(head.headers().firstValue("Location")).isEmpty();
        assertThat(prefetch.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void session_cookie_isOutOfReachOfScriptsAndOtherSites() {
        assertThat(browser.get(at("/")).headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).matches("app_session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax"));
        assertThat(browser.get(at("/")).headers().firstValue("Set-Cookie"))
                .as("once")
                .isEmpty();
    }

    @Test
    void session_cookieOverHttps_cannotBePlantedByAnotherHostOfTheDomain() throws IOException {
        HttpServer server = FastApiServer.bind(0);
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        URI outside = URI.create("https://app.example.com/");
        try (ExchangeConnector okx = ExchangeConnector.okx()
                        .site(Site.custom("sandbox", app.sandbox().uri()))
                        .build();
                FastApiConnector fastApi = FastApiConnector.builder(okx)
                        .client("CID123", "not-used")
                        .redirectUri(outside.resolve(FastApiApp.CALLBACK))
                        .build();
                FastApiApp behindProxy = FastApiApp.start(server, okx, fastApi, outside)) {
            assertThat(browser.get(here).headers().firstValue("Set-Cookie"))
                    .as(behindProxy.toString())
                    .hasValueSatisfying(cookie -> assertThat(cookie)
                            .matches("__Host-app_session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure"));
        }
    }

    @Test
    void session_cookieOfSomebodysChoice_isReplaced() {
        String chosen = "app_session=" + "x".repeat(43);

        HttpResponse<String> answer = new TestBrowser().send(at("/"), request -> request.header("Cookie", chosen));

        assertThat(answer.headers().firstValue("Set-Cookie")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain(chosen);
    }

    @Test
    void disconnect_byTheAppsOwnForm_forgetsTheKey() {
        browser.get(alice.agreeTo(begin(browser)));
        String token = home().replaceAll("(?s).*name=\"token\" value=\"([\\w-]{43})\".*", "$1");

        browser.send(at("/disconnect"), request -> request.POST(BodyPublishers.ofString("token=" + token)));

        assertThat(home()).contains("Disconnected", "id=\"connect\"").doesNotContain("id=\"status\"");
    }

    @Test
    void disconnect_withoutTheAppsForm_isRefused() {
        browser.get(alice.agreeTo(begin(browser)));

        HttpResponse<String> answer =
                browser.send(at("/disconnect"), request -> request.POST(BodyPublishers.ofString("token=guess")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(home()).contains("CONNECTED");
    }

    @Test
    void again_forAConnectedAccount_replacesTheKeyInPlace() {
        browser.get(alice.agreeTo(begin(browser)));
        String first = alice.apiKeyIds().get(0);

        browser.get(alice.agreeTo(begin(browser)));

        assertThat(home()).contains("CONNECTED");
        assertThat(alice.apiKeyIds()).hasSize(1).doesNotContain(first);
    }

    @Test
    void pages_afterAConnect_holdNoSecret() {
        URI callback = alice.agreeTo(begin(browser));
        String code = callback.getRawQuery().replaceAll(".*code=([^&]+).*", "$1");
        HttpResponse<String> answer = browser.get(callback);

        assertThat(home() + answer.body() + answer.headers().map())
                .doesNotContain(code)
                .doesNotContain(alice.apiKeyIds().get(0))
                .doesNotContainPattern("[0-9A-F]{32}");
    }

    @Test
    void unknownPage_isNotFound() {
        assertThat(browser.get(at("/nothing")).statusCode()).isEqualTo(404);
    }
}
