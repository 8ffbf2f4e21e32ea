package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.testkit.SandboxAccount;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A person clicks through "My exchanges", with a real browser. */
class MyExchangesBrowserTest {
    private MyExchangesOnSandbox app;
    private Chromium chromium;

    @BeforeEach
    void start() throws IOException {
        app = MyExchangesOnSandbox.start(FastApiServer.bind(0));
        chromium = new Chromium();
    }

    @AfterEach
    void stop() {
        try {
            assertThat(chromium.complaints())
                    .as("what the browser complained about")
                    .isEmpty();
        } finally {
            chromium.close();
            app.close();
        }
    }

    private SandboxUser user(String name) {
        return app.sandbox().user(name).orElseGet(() -> app.sandbox().createUser(name));
    }

    private static SandboxKeyRequest request(String name) {
        return SandboxKeyRequest.named(name)
                .environment(SandboxEnvironment.DEMO)
                .read()
                .trade()
                .passphrase("Sandbox-2026!");
    }

    private SandboxApiKey keyOf(String name) {
        SandboxUser user = user(name);
        user.demo().setBalance("USDT", "1000.5").setBalance("BTC", "0.5");
        return user.createApiKey(request("Trading bot"));
    }

    private void openWays() {
        chromium.open(app.uri());
        chromium.click("#add");
        chromium.click("#okx");
    }

    private void paste(SandboxApiKey key, String passphrase) {
        chromium.type("#apiKey", key.apiKey());
        chromium.type("#secretKey", key.secretKey());
        chromium.type("#passphrase", passphrase);
        chromium.click("#connect");
    }

    private void connect(SandboxApiKey key) {
        openWays();
        paste(key, key.passphrase());
    }

    private void comeToTheConsentPage() {
        openWays();
        chromium.click("#fast");
        chromium.awaitTitle("Log in");
        chromium.click("button[data-user=alice]");
        chromium.awaitTitle("Connect My exchanges");
    }

    private String status() {
        return chromium.text(".status");
    }

    @Test
    void fastConnect_userAgrees_isConnectedWithBalances() {
        comeToTheConsentPage();
        chromium.click("#agree");

        assertThat(status()).endsWith("Connected");
        assertThat(chromium.texts(".currencies li")).anyMatch(line -> line.contains("12,500.75"));
        assertThat(chromium.text(".total .amount")).matches("[\\d,]+\\.\\d\\d");
        assertThat(chromium.address().toString())
                .as("no code in the address bar")
                .doesNotContain("code=");
        assertThat(chromium.cookiesSeenByScripts()).isEmpty();
        assertThat(user("alice").apiKeyIds()).hasSize(1);
        assertThat(chromium.source()).doesNotContain(user("alice").apiKeyIds());
    }

    @Test
    void fastConnect_userDeclines_readsThatNothingWasConnected() {
        comeToTheConsentPage();
        chromium.click("#decline");

        assertThat(chromium.text("#news .cause")).contains("You declined");
        assertThat(chromium.has("#fast")).as("can be tried again").isTrue();
        assertThat(user("alice").apiKeyIds()).isEmpty();
    }

    @Test
    void fastConnect_stateTamperedWith_connectsNobody() {
        comeToTheConsentPage();
        String callback = app.uri() + "connect/okx/callback?code=0123456789&state=" + "A".repeat(43);

        chromium.open(URI.create(callback));

        assertThat(chromium.text("#news .cause")).contains("does not belong to anything that you began");
        assertThat(user("alice").apiKeyIds()).isEmpty();
    }

    @Test
    void fastConnect_cookiesLostOnTheWay_connectsNobody() {
        comeToTheConsentPage();
        chromium.forgetCookie("my_exchanges");
        chromium.click("#agree");

        assertThat(chromium.text("#news .cause")).contains("another browser");
        assertThat(user("alice").apiKeyIds()).isEmpty();
    }

    @Test
    void manual_goodKey_isConnectedWithBalances() {
        connect(keyOf("erin"));

        assertThat(status()).endsWith("Connected");
        assertThat(chromium.text("#account-1 h2")).isEqualTo("Trading bot");
        assertThat(chromium.text("#account-1 .badge")).isEqualTo("Demo");
        assertThat(chromium.texts(".currencies li")).anyMatch(line -> line.contains("1,000.5"));
    }

    @Test
    void manual_helpersKey_isFilledInByOneClick() {
        openWays();
        chromium.click(".tryout summary");
        chromium.click("#fill-fine");
        chromium.click("#connect");

        assertThat(status()).endsWith("Connected");
    }

    @Test
    void manual_typing_showsHintsAndTheSecretOnDemand() {
        openWays();
        chromium.type("#apiKey", "nonsense");
        assertThat(chromium.text("#apiKey-hint")).contains("Does not look like");
        chromium.type("#secretKey", "0123456789ABCDEF0123456789ABCDEF");
        assertThat(chromium.text("#secretKey-hint")).isEqualTo("Looks right.");

        assertThat(chromium.property("#secretKey", "type")).isEqualTo("password");
        chromium.click("[data-reveal=secretKey]");
        assertThat(chromium.property("#secretKey", "type")).isEqualTo("text");
        chromium.click("[data-reveal=secretKey]");
        assertThat(chromium.property("#secretKey", "type")).isEqualTo("password");
    }

    @Test
    void manual_wrongPassphrase_namesTheCauseAndKeepsNoSecret() {
        SandboxApiKey key = keyOf("erin");
        openWays();
        paste(key, "Not-the-one-2026");

        assertThat(chromium.text("#news .cause")).containsIgnoringCase("passphrase");
        assertThat(chromium.texts("#news .evidence li")).anyMatch(fact -> fact.contains("50105"));
        assertThat(chromium.text("#news .next")).isNotBlank();
        assertThat(chromium.property("#secretKey", "value")).isEmpty();
        assertThat(chromium.property("#passphrase", "value")).isEmpty();
        assertThat(chromium.source()).doesNotContain(key.secretKey(), "Not-the-one-2026", key.apiKey());

        chromium.reload();
        assertThat(chromium.text("#news .cause")).as("after a reload").containsIgnoringCase("passphrase");
        paste(key, key.passphrase());
        assertThat(status()).endsWith("Connected");
    }

    @Test
    void manual_keyThatMayWithdraw_isRefused() {
        openWays();
        chromium.click("details:nth-of-type(3) summary");
        chromium.click("#fill-withdraw");
        chromium.click("#connect");

        assertThat(chromium.text("#news .cause")).containsIgnoringCase("withdraw");
        chromium.open(app.uri());
        assertThat(chromium.text("h1")).isEqualTo("Connect your first exchange");
    }

    @Test
    void setup_hedgeMode_isFixedByTheButtonAfterAConfirmationAndTakenBack() {
        SandboxAccount account = user("frank").demo();
        account.setPositionMode(SandboxPositionMode.LONG_SHORT);
        connect(keyOf("frank"));

        assertThat(status()).endsWith("Set-up needed");
        assertThat(chromium.text("[data-setting=position-mode] .value")).isEqualTo("Hedge mode");
        chromium.click("#fix");
        assertThat(chromium.texts(".changes li")).hasSize(1);
        assertThat(chromium.text(".changes li")).contains("Hedge mode", "One-way mode");
        assertThat(account.positionMode()).as("nothing yet").isEqualTo(SandboxPositionMode.LONG_SHORT);
        chromium.reload();
        chromium.click("#apply");

        assertThat(chromium.text("#news h2")).isEqualTo("Done");
        assertThat(status()).endsWith("Connected");
        assertThat(account.positionMode()).isEqualTo(SandboxPositionMode.NET);

        chromium.click("#undo");
        assertThat(chromium.text("#news h2")).isEqualTo("Taken back");
        assertThat(account.positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
    }

    @Test
    void setup_openPosition_saysWhatStandsInTheWay() {
        user("frank")
                .demo()
                .setPositionMode(SandboxPositionMode.LONG_SHORT)
                .openPosition("BTC-USDT-SWAP", "isolated", "1");
        connect(keyOf("frank"));

        assertThat(chromium.text("[data-setting=position-mode] .verdict")).isEqualTo("Blocked");
        assertThat(chromium.text("[data-setting=position-mode] .obstacles")).contains("BTC-USDT-SWAP");
        assertThat(chromium.has("#fix")).isFalse();
    }

    @Test
    void check_deletedKey_saysWhatTheDoctorFound() {
        SandboxApiKey key = keyOf("erin");
        connect(key);
        key.delete();
        chromium.click("#check-1");

        assertThat(chromium.text("#trouble .cause")).containsIgnoringCase("key");
        assertThat(status()).endsWith("Not accepted");
        chromium.reload();
        assertThat(status()).endsWith("Not accepted");
    }

    @Test
    void replace_anotherKeyOfTheAccount_goesOnAndSaysWhatIsLeft() {
        SandboxApiKey first = keyOf("erin");
        connect(first);
        app.sandbox().clock().advance(Duration.ofSeconds(3));
        SandboxApiKey second = user("erin").createApiKey(request("Second").passphrase("Another-2026!"));
        chromium.click("#key-1");
        paste(second, second.passphrase());

        assertThat(chromium.text("#news h2")).isEqualTo("Key replaced");
        assertThat(chromium.text("#news p")).contains(first.apiKey().substring(0, 4));
        assertThat(status()).endsWith("Connected");
        assertThat(chromium.text(".facts .mono")).startsWith(second.apiKey().substring(0, 4));
    }

    @Test
    void replace_byFastConnect_keepsTheAccount() {
        comeToTheConsentPage();
        chromium.click("#agree");
        assertThat(status()).endsWith("Connected");
        String first = user("alice").apiKeyIds().get(0);
        chromium.click("#key-1");
        chromium.click("#fast");
        chromium.awaitTitle("Connect My exchanges");
        chromium.click("#agree");

        assertThat(status()).endsWith("Connected");
        assertThat(chromium.texts(".account")).hasSize(1);
        assertThat(user("alice").apiKeyIds()).hasSize(1).doesNotContain(first);
    }

    @Test
    void disconnect_confirmed_forgetsTheAccountAndSaysWhatIsLeft() {
        connect(keyOf("erin"));
        chromium.click("#disconnect-1");
        assertThat(chromium.text("h1")).isEqualTo("Disconnect this account?");
        chromium.click("#disconnect");

        assertThat(chromium.text("#news h2")).isEqualTo("Disconnected");
        assertThat(chromium.text("#news p")).contains("still exists at OKX");
        assertThat(chromium.has(".account")).isFalse();
    }

    @Test
    void twoUsers_eachSeesTheirOwnAccountsAlone() {
        connect(keyOf("erin"));
        try (Chromium other = new Chromium()) {
            other.open(app.uri());
            assertThat(other.text("h1")).isEqualTo("Connect your first exchange");
            other.open(app.uri().resolve("/accounts/1"));
            assertThat(other.text("h1")).isEqualTo("Not found");
            assertThat(other.source()).doesNotContain("Trading bot");
        }
    }

    @Test
    void reload_atEveryStep_repeatsNothing() {
        comeToTheConsentPage();
        chromium.reload();
        chromium.click("#agree");
        assertThat(status()).endsWith("Connected");
        List<String> keys = user("alice").apiKeyIds();
        for (String path :
                List.of("/", "/add", "/add/okx", "/accounts/1", "/accounts/1/key", "/accounts/1/disconnect")) {
            chromium.open(app.uri().resolve(path));
            String before = chromium.text("h1");
            chromium.reload();
            assertThat(chromium.text("h1")).as(path).isEqualTo(before);
        }

        chromium.open(app.uri());
        assertThat(status()).endsWith("Connected");
        assertThat(user("alice").apiKeyIds()).isEqualTo(keys);
    }

    @Test
    void chinese_byTheBrowsersLanguageAndByTheSwitch() {
        try (Chromium chinese = new Chromium("zh-CN")) {
            chinese.open(app.uri());
            assertThat(chinese.text("h1")).isEqualTo("连接您的第一个交易所");
            chinese.click("#language");
            assertThat(chinese.text("h1")).isEqualTo("Connect your first exchange");
        }
        openWays();
        chromium.click("#language");
        assertThat(chromium.text("h1")).as("the same page").isEqualTo("连接 OKX");
        SandboxApiKey key = keyOf("erin");
        paste(key, "Not-the-one-2026");
        assertThat(chromium.text("#news .cause")).containsPattern("\\p{IsHan}");
        paste(key, key.passphrase());
        assertThat(status()).endsWith("已连接");
    }

    @Test
    void phone_everythingFitsAndWorks() {
        chromium.screen(360, 740, false);
        connect(keyOf("erin"));
        assertThat(status()).endsWith("Connected");
        for (String path :
                List.of("/", "/add", "/add/okx", "/accounts/1", "/accounts/1/key", "/accounts/1/disconnect")) {
            chromium.open(app.uri().resolve(path));
            assertThat(chromium.scrollsSideways()).as(path).isFalse();
        }
    }

    @Test
    void keyboard_reachesTheFirstButton() {
        chromium.open(app.uri());
        chromium.text("#add");
        String at = "";
        for (int i = 0; i < 10 && !at.equals("add"); i++) {
            at = chromium.tab();
        }
        assertThat(at).isEqualTo("add");
        chromium.press(Keys.ENTER);
        assertThat(chromium.text("h1")).isEqualTo("Add exchange");
    }
}
