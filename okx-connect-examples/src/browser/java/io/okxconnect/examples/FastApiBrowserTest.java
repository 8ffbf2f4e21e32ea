package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person connects an OKX account to the server app, with a real browser. */
class FastApiBrowserTest {
    private FastApiOnSandbox app;
    private SandboxUser alice;
    private Chromium chromium;

    @BeforeEach
    void start() throws IOException {
        app = FastApiOnSandbox.start(FastApiServer.bind(0));
        alice = app.sandbox().user("alice").orElseThrow();
        chromium = new Chromium();
    }

    @AfterEach
    void stop() {
        chromium.close();
        app.close();
    }

    private void logInAndComeToTheConsentPage() {
        chromium.open(app.uri());
        chromium.click("#connect");
        chromium.awaitTitle("Log in");
        chromium.click("button[data-user=alice]");
        chromium.awaitTitle("Connect My trading app");
    }

    @Test
    void connect_userAgrees_seesConnectedAndTheBalances() {
        logInAndComeToTheConsentPage();
        assertThat(chromium.texts("#permissions li")).isNotEmpty();
        chromium.click("#agree");

        assertThat(chromium.text("#status")).isEqualTo("CONNECTED");
        assertThat(chromium.text("#notice")).isEqualTo("Connected");
        assertThat(chromium.texts("#balances td")).contains("USDT", "12500.75", "BTC", "0.25");
        assertThat(chromium.address()).as("the code has left the address bar").isEqualTo(app.uri());
        assertThat(chromium.cookiesSeenByScripts()).isEmpty();
        assertThat(alice.apiKeyIds()).hasSize(1);
        assertThat(chromium.source()).doesNotContain(alice.apiKeyIds());
    }

    @Test
    void connect_userDeclines_readsThatNothingWasConnected() {
        logInAndComeToTheConsentPage();
        chromium.click("#decline");

        assertThat(chromium.text("#notice")).isEqualTo("Not connected");
        assertThat(chromium.text("#notice-text"))
                .isEqualTo("You declined on OKX's page, so nothing was connected. You can connect whenever you like.");
        assertThat(chromium.text("#connect")).isEqualTo("Connect OKX");
        assertThat(chromium.address()).isEqualTo(app.uri());
        assertThat(alice.apiKeyIds()).isEmpty();
    }

    @Test
    void connect_declinedFirst_canBeDoneAfterAll() {
        logInAndComeToTheConsentPage();
        chromium.click("#decline");
        chromium.click("#connect");
        chromium.awaitTitle("Connect My trading app");
        chromium.click("#agree");

        assertThat(chromium.text("#status")).isEqualTo("CONNECTED");
    }

    @Test
    void connect_cookiesLostOnTheWay_connectsNobody() {
        logInAndComeToTheConsentPage();
        chromium.forgetCookie("app_session");
        chromium.click("#agree");

        assertThat(chromium.text("#notice-text")).contains("does not belong to what you began in this browser");
        assertThat(alice.apiKeyIds()).isEmpty();
    }

    @Test
    void reload_ofTheConnectedPage_sendsNoSecondCallback() {
        logInAndComeToTheConsentPage();
        chromium.click("#agree");
        assertThat(chromium.text("#status")).isEqualTo("CONNECTED");
        String key = alice.apiKeyIds().get(0);

        chromium.reload();

        assertThat(chromium.text("#status")).isEqualTo("CONNECTED");
        assertThat(chromium.source()).doesNotContain("used already");
        assertThat(alice.apiKeyIds()).containsExactly(key);
    }

    @Test
    void disconnect_byTheForm_offersTheButtonAgain() {
        logInAndComeToTheConsentPage();
        chromium.click("#agree");
        chromium.click("#disconnect");

        assertThat(chromium.text("#connect")).isEqualTo("Connect OKX");
        assertThat(chromium.text("#notice")).isEqualTo("Disconnected");
    }
}
