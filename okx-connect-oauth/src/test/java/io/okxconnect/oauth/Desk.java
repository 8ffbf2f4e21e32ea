package io.okxconnect.oauth;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.internal.AgentProfile;
import io.okxconnect.oauth.internal.CodeProfile;
import io.okxconnect.oauth.internal.Dialect;
import io.okxconnect.oauth.internal.FastApiProfile;
import io.okxconnect.oauth.internal.OkxProfile;
import io.okxconnect.oauth.internal.PkceProfile;
import io.okxconnect.oauth.internal.TermIdFields;
import io.okxconnect.oauth.internal.TokenEndpoint;
import io.okxconnect.oauth.internal.TokenReply;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One app as its connectors will put it together: flow, profile and token endpoint, with everything around them scripted. */
class Desk {
    static final URI REDIRECT = URI.create("https://app.example.com/okx/callback");
    static final String TOKENS =
            "{\"access_token\":\"" + Canary.ACCESS_TOKEN + "\",\"token_type\":\"bearer\",\"expires_in\":3600}";
    static final SessionBinding SESSION = SessionBinding.of("session-of-the-victim-0001");
    static final SessionBinding OTHER_SESSION = SessionBinding.of("session-of-the-attacker-01");

    final SettableClock clock = new SettableClock();
    final InMemoryPendingAuthorizationStore memory = new InMemoryPendingAuthorizationStore(clock, 100_000);
    final ScriptedTransport transport = ScriptedTransport.answering(200, TOKENS);
    final OAuthSite global = OAuthSite.of(Site.GLOBAL);
    final OAuthSite eea = OAuthSite.of(Site.EEA);
    private final AuthorizationFlow flow;
    private final TokenEndpoint endpoint;

    Desk() {
        flow = new AuthorizationFlow(
                store(), List.of(global, eea), clock, new SecureRandom(), AuthorizationFlow.LONGEST);
        endpoint = new TokenEndpoint(around(transport), Dialect.OKX, Duration.ofSeconds(15), () -> 0);
    }

    /** What the flow remembers in; a broken variant puts something else here. */
    PendingAuthorizationStore store() {
        return memory;
    }

    /** What calls go through; a broken variant puts something around it. */
    HttpTransport around(ScriptedTransport inner) {
        return inner;
    }

    static OkxProfile profile(OAuthProfile kind) {
        Secret clientSecret = Secret.of(Canary.CLIENT_SECRET);
        List<String> scopes = List.of("read_only", "trade");
        return switch (kind) {
            case FAST_API -> new FastApiProfile("CID123", clientSecret);
            case AUTHORIZATION_CODE -> new CodeProfile("CID123", clientSecret, scopes);
            case PKCE -> new PkceProfile("CID123", scopes, null, TermIdFields.DEFAULT);
            case AGENT ->
                new AgentProfile(
                        "CID123", List.of("live:read", "live:trade"), URI.create("https://www.okx.com/api/v1/mcp/x"));
        };
    }

    AuthorizationRequest begin(OAuthProfile kind, OAuthSite site) {
        return flow.begin(new FlowStart(
                kind,
                profile(kind),
                site,
                AccountId.of("alice"),
                TradingEnvironment.DEMO,
                REDIRECT,
                SESSION,
                Map.of("scope", "x")));
    }

    /** Begins at the global site and gives the state that went out. */
    String begin() {
        return Queries.of(begin(OAuthProfile.FAST_API, global).uri()).get("state");
    }

    TokenReply complete(String query) {
        return complete(AuthorizationCallback.parseQuery(query), OAuthProfile.FAST_API, SESSION);
    }

    TokenReply complete(AuthorizationCallback callback, OAuthProfile kind, SessionBinding session) {
        try (ConfirmedCode code = flow.confirm(callback, kind, REDIRECT, session)) {
            return endpoint.tokens(
                    code.tokenEndpoint(),
                    profile(kind)
                            .exchange(code.code(), code.pending().codeVerifier().orElse(null), REDIRECT));
        }
    }

    String genuine(String state) {
        return "code=" + Canary.AUTHORIZATION_CODE + "&state=" + state + "&domain=https%3A%2F%2Fwww.okx.com";
    }
}
