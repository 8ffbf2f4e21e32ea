package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How the pages of "My exchanges" look, and whom they keep out. The pictures are in {@code target/screenshots}; {@code
 * -Dokxconnect.docs=../docs/images} also renews those of the documents.
 */
class MyExchangesLookBrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Set<String> IN_THE_DOCUMENTS =
            Set.of("my-exchanges-light", "add-okx-light", "set-up-light", "problem-light");

    private final List<String> findings = new ArrayList<>();
    private MyExchangesOnSandbox app;

    @BeforeEach
    void start() throws IOException {
        app = MyExchangesOnSandbox.start(FastApiServer.bind(0));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "light, en-US, 1120, false",
        "dark, en-US, 1120, true",
        "phone, en-US, 360, false",
        "phone-dark, en-US, 360, true",
        "chinese, zh-CN, 1120, false",
        "chinese-phone, zh-CN, 360, false"
    })
    void pages_inEachForm_keepNobodyOut(String form, String language, int width, boolean dark) throws IOException {
        try (Chromium chromium = new Chromium(language)) {
            chromium.screen(width, 800, dark);
            Guide guide = new Guide(chromium, form, width, dark);
            guide.walk();
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(findings).isEmpty();
    }

    /** Visits every page, and looks at it. */
    private final class Guide {
        private final Chromium chromium;
        private final String form;
        private final int width;
        private final boolean dark;

        Guide(Chromium chromium, String form, int width, boolean dark) {
            this.chromium = chromium;
            this.form = form;
            this.width = width;
            this.dark = dark;
        }

        void walk() throws IOException {
            at("/", "first-page");
            at("/add", "add");
            at("/add/okx", "add-okx");
            chromium.click(".tryout summary");
            chromium.click("#fill-fine");
            chromium.click("#connect");
            seen("connected");
            at("/add/okx", "");
            fillIn(1, "hedge");
            seen("set-up");
            at("/accounts/2/setup", "confirm");
            at("/add/okx", "");
            fillIn(2, "withdraw");
            seen("problem");
            SandboxApiKey expired = liveKey();
            at("/add/okx", "");
            chromium.click("input[value=LIVE]");
            chromium.type("#apiKey", expired.apiKey());
            chromium.type("#secretKey", expired.secretKey());
            chromium.type("#passphrase", expired.passphrase());
            chromium.click("#connect");
            chromium.text("#news");
            at("/", "my-exchanges");
            expired.delete();
            chromium.click("#check-4");
            seen("trouble");
            at("/accounts/1/key", "replace");
            at("/accounts/1/disconnect", "disconnect");
            at("/nothing", "not-found");
        }

        private void fillIn(int which, String name) {
            chromium.click("details:nth-of-type(" + (which + 1) + ") summary");
            chromium.click("#fill-" + name);
            chromium.click("#connect");
            chromium.text("#news");
        }

        private void at(String path, String name) throws IOException {
            chromium.open(app.uri().resolve(path));
            chromium.text("h1");
            if (!name.isEmpty()) {
                seen(name);
            }
        }

        private void seen(String name) throws IOException {
            chromium.text("h1");
            byte[] picture = chromium.picture(width, dark);
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + "-" + form + ".png"), picture);
            String documents = System.getProperty("okxconnect.docs", "");
            if (!documents.isEmpty() && IN_THE_DOCUMENTS.contains(name + "-" + form)) {
                Files.createDirectories(Path.of(documents));
                Files.write(Path.of(documents, name + "-" + form + ".png"), picture);
            }
            if (chromium.scrollsSideways()) {
                findings.add(name + ": wider than the screen");
            }
            String axe = AxeReport.of(chromium);
            if (!axe.isEmpty()) {
                findings.add(name + ": " + axe);
            }
        }
    }

    /** A live key that is bound to no address, and so is to expire. */
    private SandboxApiKey liveKey() {
        SandboxUser grace = app.sandbox().createUser("grace");
        grace.live().setBalance("USDC", "803.2").setBalance("USDT", "3100");
        return grace.createApiKey(SandboxKeyRequest.named("Rebalancer")
                .environment(SandboxEnvironment.LIVE)
                .read()
                .trade()
                .passphrase("Sandbox-2026!"));
    }
}
