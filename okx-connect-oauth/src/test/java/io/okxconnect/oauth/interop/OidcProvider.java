package io.okxconnect.oauth.interop;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.ClientAuthentication;
import io.okxconnect.oauth.OAuthClient;
import io.okxconnect.oauth.TokenKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** oidc-provider (npm), certified by the OpenID Foundation. Any name and password will do at its login page. */
public final class OidcProvider extends RealServer {
    /** The resource that the agent client may ask for (RFC 8707). */
    public static final URI AGENT_RESOURCE = URI.create("https://agent.example.com/mcp");

    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(5);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Pattern CANCEL = Pattern.compile("href=\"([^\"]*/abort)\"");

    private OidcProvider(ServerProcess process) {
        super(process);
    }

    /** Installs it, which is quick where it is installed already, and starts it. */
    public static OidcProvider start() {
        Path directory = workDirectory().resolve("oidc-provider");
        copy("oidc-provider/package.json", directory.resolve("package.json"));
        copy("oidc-provider/server.mjs", directory.resolve("server.mjs"));
        ServerProcess.run(
                directory,
                INSTALL_LIMIT,
                directory.resolve("npm.log"),
                List.of(
                        "npm",
                        "install",
                        "--prefer-offline",
                        "--ignore-scripts",
                        "--no-package-lock",
                        "--no-audit",
                        "--no-fund"));
        return new OidcProvider(ServerProcess.start(
                directory,
                Map.of("CLIENT_SECRET", CLIENT_SECRET),
                START_LIMIT,
                directory.resolve("server.log"),
                List.of("node", "server.mjs")));
    }

    /** Ends everything that was granted together with the refresh token. */
    void endGrant(String clientId, Secret refreshToken) {
        try (OAuthClient client = OAuthClient.builder()
                .clientId(clientId)
                .clientSecret(Secret.of(CLIENT_SECRET), ClientAuthentication.CLIENT_SECRET_POST)
                .authorizationEndpoint(authorizationEndpoint())
                .tokenEndpoint(tokenEndpoint())
                .revocationEndpoint(revocationEndpoint())
                .build()) {
            client.revoke(refreshToken, TokenKind.REFRESH_TOKEN);
        }
    }

    @Override
    URI issuer() {
        return address();
    }

    @Override
    public URI authorizationEndpoint() {
        return address().resolve("/auth");
    }

    @Override
    public URI tokenEndpoint() {
        return address().resolve("/token");
    }

    @Override
    URI revocationEndpoint() {
        return address().resolve("/token/revocation");
    }

    @Override
    URI userInfoEndpoint() {
        return address().resolve("/me");
    }

    @Override
    String webClient(ClientAuthentication authentication) {
        return authentication == ClientAuthentication.CLIENT_SECRET_BASIC ? "web basic" : "web post";
    }

    @Override
    public URI approve(URI authorizationUri, URI redirectUri) {
        ScriptedBrowser browser = new ScriptedBrowser(redirectUri);
        ScriptedBrowser.Page page = browser.open(authorizationUri);
        if (!page.isCallback()) {
            page = browser.submit(page, Map.of("login", "alice", "password", "any"));
        }
        return (page.isCallback() ? page : browser.submit(page, Map.of())).uri();
    }

    @Override
    URI decline(URI authorizationUri, URI redirectUri) {
        ScriptedBrowser browser = new ScriptedBrowser(redirectUri);
        return browser.open(browser.open(authorizationUri).link(CANCEL)).uri();
    }
}
