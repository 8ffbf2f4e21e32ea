package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A desktop app connects through its user's browser. */
class PkceDesktopTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** A user who logs in as alice and presses a button of the consent page. */
    private static VisitingUser deciding(String decision) {
        return new VisitingUser(page -> {
            TestBrowser browser = new TestBrowser();
            URI login = TestBrowser.location(browser.get(page));
            String form = "user=alice&next=" + login.getRawQuery().substring("next=".length());
            URI consent = post(browser, login, form);
            // The request travels in the page's form, as HTML.
            String request = hidden(browser.page(consent), "request");
            return browser.page(post(
                    browser,
                    consent,
                    "decision=" + decision + "&request=" + URLEncoder.encode(request, StandardCharsets.UTF_8)));
        });
    }

    private static URI post(TestBrowser browser, URI page, String fields) {
        String token = hidden(browser.page(page), "token");
        HttpResponse<String> answer =
                browser.send(page, request -> request.POST(BodyPublishers.ofString("token=" + token + "&" + fields)));
        return TestBrowser.location(answer);
    }

    private static String hidden(String html, String name) {
        return html.replaceAll("(?s).*?name=\"" + name + "\" value=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    private int run(VisitingUser user) throws Exception {
        return new PkceDesktop(user).run(List.of("--port", FreePort.next()), Map.of(), out);
    }

    @Test
    void run_userAgrees_isConnectedWithoutAKey() throws Exception {
        VisitingUser user = deciding("agree");

        assertThat(run(user)).as(text()).isZero();

        assertThat(user.lastPage()).contains("You can go back to the app");
        assertThat(text())
                .containsSubsequence(
                        "A sandbox OKX runs", "Status: CONNECTED", "USDT", "12500.75", "Disconnected 'alice'");
        assertThat(text()).as("no token").doesNotContainPattern("[A-Za-z0-9_-]{43}");
    }

    @Test
    void run_userDeclines_saysSo() throws Exception {
        VisitingUser user = deciding("decline");

        assertThat(run(user)).isEqualTo(3);

        assertThat(user.lastPage()).contains("Not connected");
        assertThat(text()).contains("You declined on OKX's page").doesNotContain("Status:");
    }

    @Test
    void run_noBrowser_printsTheAddress() throws Exception {
        PrintStream watched = new PrintStream(printed, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.startsWith("Open this page")) {
                    deciding("agree")
                            .open(URI.create(line.lines()
                                    .skip(1)
                                    .findFirst()
                                    .orElseThrow()
                                    .strip()));
                }
            }
        };

        assertThat(new PkceDesktop(page -> false).run(List.of("--port", FreePort.next()), Map.of(), watched))
                .isZero();
        assertThat(text()).containsSubsequence("Open this page in a browser:", "/account/oauth?", "Status: CONNECTED");
    }

    @Test
    void run_atOkxWithoutADeviceId_asksForIt() {
        assertThatThrownBy(
                        () -> new PkceDesktop(page -> false).run(List.of(), Map.of("OKX_CLIENT_ID", "my-client"), out))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("--device-id");
    }
}
