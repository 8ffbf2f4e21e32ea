package io.okxconnect.oauth;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionState;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.Unpaced;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.oauth.internal.SecretText;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxFaultPlan;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import io.okxconnect.testkit.SandboxSwitch;
import io.okxconnect.testkit.SandboxUser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** An app with OAuth at a sandbox on a socket whose clock stands still, and a user of it. Pauses take no time. */
final class OAuthScene implements AutoCloseable {
    static final String TOKEN = OAuthSite.TOKEN_PATH;
    static final String AGENT_TOKEN = OAuthAgentConnectorBuilder.TOKEN_PATH;
    static final String BALANCE = "/api/v5/account/balance";
    static final RestRequest READ = RestRequest.get(BALANCE).build();
    static final AccountId ALICE = AccountId.of("alice");
    static final SessionBinding SESSION = Desk.SESSION;
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final String DEVICE = "3d6f1c52-8a1b-4e0a-9b77-5f2a60c4e911";

    final OkxSandbox okx;
    final SandboxUser alice;
    final Site site;
    final CredentialStore store;
    final ExchangeConnector connector;
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final OAuthProfile kind;
    final String clientId;
    final OAuthConnector oauth;

    OAuthScene(OAuthProfile kind, SandboxSwitch... switches) {
        this(kind, new InMemoryCredentialStore(), switches);
    }

    OAuthScene(OAuthProfile kind, CredentialStore store, SandboxSwitch... switches) {
        this.kind = kind;
        this.store = store;
        List<SandboxSwitch> all = new ArrayList<>(List.of(switches));
        all.add(SandboxSwitch.RATE_LIMITS_OFF);
        if (kind == OAuthProfile.AGENT) {
            all.add(SandboxSwitch.AGENT_OAUTH);
        }
        okx = OkxSandbox.builder().seed(7).with(all.toArray(SandboxSwitch[]::new)).start();
        okx.clock().stopAt(NOW);
        alice = okx.createUser("alice");
        site = Site.custom("sandbox", okx.uri());
        connector = connector();
        clientId = kind == OAuthProfile.AGENT
                ? AgentRegistration.at(connector, site)
                        .register("App", Set.of(Desk.REDIRECT), List.of("demo:read", "demo:trade"))
                : okx.registerOAuthClient(registration()).clientId();
        oauth = oauth(connector);
    }

    private SandboxOAuthClientRequest registration() {
        SandboxOAuthClientRequest request = kind == OAuthProfile.PKCE
                ? SandboxOAuthClientRequest.publicClient("App")
                : SandboxOAuthClientRequest.confidential("App").clientSecret(Canary.CLIENT_SECRET);
        return request.redirectUri(Desk.REDIRECT.toString()).read().trade();
    }

    /** Another node of the app, on the same store. */
    ExchangeConnector connector() {
        return Unpaced.okx(okx.clock())
                .site(site)
                .environment(TradingEnvironment.DEMO)
                .sharedCredentialStore(store)
                .build();
    }

    OAuthConnector oauth(ExchangeConnector over) {
        return builder(over).redirectUri(Desk.REDIRECT).build();
    }

    OAuthConnectorBuilder<?> builder(ExchangeConnector over) {
        OAuthConnectorBuilder<?> builder =
                switch (kind) {
                    case AUTHORIZATION_CODE -> OAuthConnector.code(over).client(clientId, Canary.CLIENT_SECRET);
                    case PKCE -> OAuthConnector.pkce(over).clientId(clientId).deviceId(() -> Secret.of(DEVICE));
                    case AGENT ->
                        OAuthConnector.agent(over)
                                .clientId(clientId)
                                .scopes("demo:read", "demo:trade")
                                .resource(URI.create(okx.uri() + "/api/v1/mcp/trading"));
                    case FAST_API -> throw new IllegalArgumentException("no tokens are kept");
                };
        return builder.pauses(pauses::add);
    }

    String tokenPath() {
        return kind == OAuthProfile.AGENT ? AGENT_TOKEN : TOKEN;
    }

    URI agreed() {
        return alice.agreeTo(oauth.begin(ALICE, SESSION).uri());
    }

    Connection connect() {
        return oauth.complete(agreed(), SESSION);
    }

    /** Connected; what was asked on the way is forgotten. */
    Connection connected() {
        Connection connection = connect();
        okx.journal().clear();
        return connection;
    }

    void advance(Duration time) {
        okx.clock().advance(time);
    }

    SandboxFaultPlan onToken() {
        return okx.faults().on("POST", tokenPath());
    }

    int tokenCalls() {
        return okx.journal().count("POST", tokenPath());
    }

    int reads() {
        return okx.journal().count("GET", BALANCE);
    }

    /** The JSON body of a token call. */
    Map<String, JsonValue> tokenBody(int index) {
        return JsonValue.parse(okx.journal().find("POST", TOKEN).get(index).revealBody()).members();
    }

    String tokenText(int index) {
        return okx.journal().find("POST", tokenPath()).get(index).revealBody();
    }

    CredentialMetadata metadata() {
        try (StoredCredential stored = store.load(ALICE).orElseThrow()) {
            return stored.metadata();
        }
    }

    ConnectionState state() {
        return connector.connection(ALICE).status().state();
    }

    String storedAccessToken() {
        try (StoredCredential stored = store.load(ALICE).orElseThrow()) {
            return SecretText.of(((AccessTokenCredential) stored.credential()).accessToken());
        }
    }

    @Override
    public void close() {
        oauth.close();
        connector.close();
        okx.close();
    }
}
