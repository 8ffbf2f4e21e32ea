package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PKCE at a server that is not OKX's. */
class PkceHelperTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** A user who presses a button of the stand-in's page. */
    private static VisitingUser deciding(String decision) {
        return new VisitingUser(page -> {
            TestBrowser browser = new TestBrowser();
            String ticket = browser.page(page).replaceAll("(?s).*name=\"ticket\" value=\"([\\w-]+)\".*", "$1");
            HttpResponse<String> decided = browser.send(
                    page.resolve("/answer"),
                    request -> request.POST(BodyPublishers.ofString("ticket=" + ticket + "&decision=" + decision)));
            return browser.page(TestBrowser.location(decided));
        });
    }

    @Test
    void run_userAgrees_getsTokensRefreshesAndGivesThemBack() throws Exception {
        VisitingUser user = deciding("agree");

        assertThat(new PkceHelper(user).run(List.of(), Map.of(), out)).isZero();

        assertThat(user.lastPage()).contains("You can go back to the app");
        assertThat(text())
                .containsSubsequence("A stand-in OAuth server", "Tokens: ", "[read]", "Refreshed: ", "Revoked");
        assertThat(text()).as("no token").doesNotContainPattern("[A-Za-z0-9_-]{43}");
    }

    @Test
    void run_userDeclines_saysSo() throws Exception {
        VisitingUser user = deciding("decline");

        assertThat(new PkceHelper(user).run(List.of(), Map.of(), out)).isEqualTo(3);

        assertThat(user.lastPage()).contains("Not connected");
        assertThat(text()).contains("Declined in the browser").doesNotContain("Tokens: ");
    }

    @Test
    void run_noBrowser_printsTheAddress() throws Exception {
        try (StandInServer server = StandInServer.start()) {
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

            int exit = new PkceHelper(page -> false)
                    .run(
                            List.of("--issuer", server.issuer().toString(), "--client-id", StandInServer.CLIENT_ID),
                            Map.of(),
                            watched);

            assertThat(exit).isZero();
        }
        assertThat(text()).containsSubsequence("Open this page in a browser:", "/authorize?", "Tokens: ");
    }

    @Test
    void run_unknownClient_isRefusedByTheServersOwnPage() throws Exception {
        try (StandInServer server = StandInServer.start()) {
            VisitingUser user =
                    new VisitingUser(page -> new TestBrowser().get(page).body());
            Thread asker = Thread.currentThread();
            VisitingUser givingUp = new VisitingUser(page -> {
                user.open(page);
                try {
                    return user.lastPage();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    asker.interrupt();
                }
            });

            assertThatThrownBy(() -> new PkceHelper(givingUp)
                            .run(
                                    List.of("--issuer", server.issuer().toString(), "--client-id", "somebody-else"),
                                    Map.of(),
                                    out))
                    .hasMessageContaining("interrupted");
            Thread.interrupted();
            assertThat(givingUp.lastPage()).contains("not in order");
        }
    }

    @Test
    void run_badOptions_areExplained() {
        PkceHelper helper = new PkceHelper(page -> false);

        assertThatThrownBy(() -> helper.run(List.of("--isuer", "x"), Map.of(), out))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContainingAll("--isuer", "--issuer", "--client-id");
        assertThatThrownBy(() -> helper.run(List.of("--issuer", "https://auth.example.com"), Map.of(), out))
                .hasMessageContaining("--client-id");
        assertThatThrownBy(() ->
                        helper.run(List.of("--issuer", "http://auth.example.com", "--client-id", "x"), Map.of(), out))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> helper.run(List.of("--port", "many"), Map.of(), out))
                .hasMessageContaining("--port");
    }

    @Test
    void standIn_codeWithAWrongVerifier_isRefused() {
        StandInGrants grants = new StandInGrants();
        Map<String, String> asked = Map.of(
                "response_type", "code",
                "code_challenge_method", "S256",
                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "redirect_uri", "http://127.0.0.1:5000/callback",
                "state", "s");

        assertThat(grants.exchange(form(grants, asked, "wrong"))).isEmpty();
        // The verifier of RFC 7636, appendix B.
        assertThat(grants.exchange(form(grants, asked, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")))
                .isPresent();
    }

    private static Map<String, String> form(StandInGrants grants, Map<String, String> asked, String verifier) {
        String back = grants.decide(grants.ask(asked).orElseThrow(), true, "http://127.0.0.1:1")
                .orElseThrow();
        return Map.of(
                "code",
                back.replaceAll(".*&code=", ""),
                "code_verifier",
                verifier,
                "redirect_uri",
                "http://127.0.0.1:5000/callback");
    }
}
