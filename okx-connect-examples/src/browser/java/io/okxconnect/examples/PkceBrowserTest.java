package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person uses the two examples with PKCE, with a real browser that ends on the loopback page. */
class PkceBrowserTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private Chromium chromium;

    @BeforeEach
    void start() {
        chromium = new Chromium();
    }

    @AfterEach
    void stop() {
        chromium.close();
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private VisitingUser atOkx(String button) {
        return new VisitingUser(page -> {
            chromium.open(page);
            chromium.click("button[data-user=alice]");
            chromium.awaitTitle("Connect My desktop app");
            chromium.click(button);
            return chromium.text("h1");
        });
    }

    private VisitingUser atTheStandIn(String button) {
        return new VisitingUser(page -> {
            chromium.open(page);
            assertThat(chromium.text("#scope")).isEqualTo("read");
            chromium.click(button);
            return chromium.text("p");
        });
    }

    @Test
    void desktop_userAgrees_isSentBackToTheApp() throws Exception {
        VisitingUser user = atOkx("#agree");

        assertThat(new PkceDesktop(user).run(List.of("--port", FreePort.next()), Map.of(), out))
                .isZero();

        assertThat(user.lastPage()).isEqualTo("You can go back to the app");
        assertThat(text()).containsSubsequence("Status: CONNECTED", "12500.75");
    }

    @Test
    void desktop_userDeclines_readsThatNothingWasConnected() throws Exception {
        VisitingUser user = atOkx("#decline");

        assertThat(new PkceDesktop(user).run(List.of("--port", FreePort.next()), Map.of(), out))
                .isEqualTo(3);

        assertThat(user.lastPage()).isEqualTo("Not connected");
        assertThat(text()).contains("You declined on OKX's page, so nothing was connected.");
    }

    @Test
    void helper_userAgrees_getsTokens() throws Exception {
        VisitingUser user = atTheStandIn("#agree");

        assertThat(new PkceHelper(user).run(List.of(), Map.of(), out)).isZero();

        assertThat(user.lastPage()).contains("You can close this tab");
        assertThat(text()).containsSubsequence("Tokens: ", "Refreshed: ", "Revoked");
    }

    @Test
    void helper_userDeclines_getsNone() throws Exception {
        VisitingUser user = atTheStandIn("#decline");

        assertThat(new PkceHelper(user).run(List.of(), Map.of(), out)).isEqualTo(3);

        assertThat(user.lastPage()).contains("nothing was connected");
        assertThat(text()).contains("Declined in the browser").doesNotContain("Tokens: ");
    }
}
