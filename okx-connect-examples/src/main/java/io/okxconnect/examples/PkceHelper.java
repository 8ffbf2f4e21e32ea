package io.okxconnect.examples;

import io.okxconnect.oauth.AuthorizationAttempt;
import io.okxconnect.oauth.AuthorizationCallback;
import io.okxconnect.oauth.BrowserOpener;
import io.okxconnect.oauth.IssuerCheck;
import io.okxconnect.oauth.LoopbackReceiver;
import io.okxconnect.oauth.OAuthClient;
import io.okxconnect.oauth.OAuthClientBuilder;
import io.okxconnect.oauth.OAuthTokens;
import io.okxconnect.oauth.error.OAuthErrorException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * The PKCE client on its own, at any OAuth 2.0 server: browser, code, tokens, refresh, revocation. Nothing in here is OKX's. Without {@code
 * --issuer} it meets a stand-in server on this machine.
 */
final class PkceHelper implements Example {
    private static final Options OPTIONS = Options.of("--issuer", "--client-id", "--scope", "--port");

    private final BrowserOpener browser;

    PkceHelper(BrowserOpener browser) {
        this.browser = browser;
    }

    @Override
    public String name() {
        return "pkce-helper";
    }

    @Override
    public String summary() {
        return "PKCE at any OAuth server (--issuer <url> --client-id <id> [--scope \"a b\"] [--port <n>]; default: a stand-in)";
    }

    @Override
    public int run(List<String> options, Map<String, String> environment, PrintStream out)
            throws IOException, InterruptedException {
        Options given = OPTIONS.parse(options);
        String issuer = given.text("--issuer").orElse("");
        if (!issuer.isEmpty()) {
            String clientId = given.required("--client-id");
            return authorize(ServerMetadata.of(issuer), clientId, given, out);
        }
        try (StandInServer server = StandInServer.start()) {
            out.println("A stand-in OAuth server runs at " + server.issuer() + ".");
            return authorize(ServerMetadata.of(server.issuer().toString()), StandInServer.CLIENT_ID, given, out);
        }
    }

    private int authorize(ServerMetadata server, String clientId, Options options, PrintStream out) {
        try (LoopbackReceiver receiver = LoopbackReceiver.builder()
                        .port(options.number("--port", 0))
                        .browser(browser)
                        .whenNoBrowser(page -> out.println("Open this page in a browser:\n  " + page))
                        .build();
                OAuthClient client = client(
                                server, clientId, options.text("--scope").orElse("read"))
                        .build();
                AuthorizationAttempt attempt = client.begin(receiver.redirectUri())) {
            out.println("Waiting for the answer at " + receiver.redirectUri() + " ...");
            AuthorizationCallback callback = receiver.receive(attempt.uri());
            try (OAuthTokens tokens = client.complete(attempt, callback)) {
                out.println("Tokens: " + tokens + ", scopes " + tokens.scopes());
                tokens.refreshToken().ifPresent(any -> refresh(client, tokens, server, out));
            }
            return 0;
        } catch (OAuthErrorException e) {
            if (!e.isDeclined()) {
                throw e;
            }
            out.println("Declined in the browser: there are no tokens.");
            return 3;
        }
    }

    private static OAuthClientBuilder client(ServerMetadata server, String clientId, String scopes) {
        OAuthClientBuilder client = OAuthClient.builder()
                .clientId(clientId)
                .authorizationEndpoint(server.authorizationEndpoint())
                .tokenEndpoint(server.tokenEndpoint())
                .scopes(scopes.split(" ", -1))
                .issuer(server.issuer(), server.namesItself() ? IssuerCheck.REQUIRED : IssuerCheck.IF_PRESENT);
        server.revocationEndpoint().ifPresent(client::revocationEndpoint);
        return client;
    }

    /** One refresh, as an app does before the access token ends; then the tokens are given back. */
    private static void refresh(OAuthClient client, OAuthTokens tokens, ServerMetadata server, PrintStream out) {
        try (OAuthTokens next = client.refresh(tokens)) {
            out.println("Refreshed: " + next);
            if (server.revocationEndpoint().isPresent()) {
                client.revoke(next);
                out.println("Revoked: the app holds nothing any more.");
            }
        }
    }
}
