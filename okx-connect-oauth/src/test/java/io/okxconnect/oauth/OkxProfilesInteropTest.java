package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.HttpTransports;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.RequestRejectedException;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.internal.AgentProfile;
import io.okxconnect.oauth.internal.CodeProfile;
import io.okxconnect.oauth.internal.Dialect;
import io.okxconnect.oauth.internal.FastApiProfile;
import io.okxconnect.oauth.internal.OkxProfile;
import io.okxconnect.oauth.internal.PkceProfile;
import io.okxconnect.oauth.internal.TermIdFields;
import io.okxconnect.oauth.internal.TokenEndpoint;
import io.okxconnect.oauth.internal.TokenReply;
import io.okxconnect.oauth.interop.OidcProvider;
import io.okxconnect.oauth.interop.OkxFacade;
import io.okxconnect.oauth.interop.RealServer;
import io.okxconnect.oauth.interop.SandboxOkx;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * OKX's profiles from begin to refresh, judged by oidc-provider: A to C, whose token calls are JSON, through a facade; D, which keeps to
 * OAuth 2.1, directly.
 */
@Tag("interop")
class OkxProfilesInteropTest {
    private static final SessionBinding SESSION = SessionBinding.of("session-of-the-user-000001");
    private static final List<String> SCOPES = List.of("read_only", "trade");

    @AutoClose
    private static OidcProvider judge;

    @AutoClose
    private static SandboxOkx rest;

    @AutoClose
    private static OkxFacade facade;

    @AutoClose
    private static HttpTransport transport;

    private final Secret clientSecret = Secret.of(RealServer.CLIENT_SECRET);
    private final OkxProfile code = new CodeProfile("okx-code", clientSecret, SCOPES);
    private final OkxProfile fastApi = new FastApiProfile("okx-fast-api", clientSecret);
    private final OkxProfile pkce = new PkceProfile("okx-pkce", SCOPES, null, TermIdFields.DEFAULT);
    private final OkxProfile agent =
            new AgentProfile("okx-agent", List.of("live:read", "live:trade"), OidcProvider.AGENT_RESOURCE);
    private final TokenEndpoint endpoint =
            new TokenEndpoint(transport, Dialect.OKX, Duration.ofSeconds(60), System::nanoTime);

    @BeforeAll
    static void start() throws Exception {
        transport = HttpTransports.create();
        judge = OidcProvider.start();
        rest = new SandboxOkx();
        facade = new OkxFacade(judge, rest);
    }

    private static OAuthSite okx() {
        return OAuthSite.of(Site.custom("facade", facade.uri()));
    }

    private static OAuthSite agentSite() {
        return OAuthSite.of(Site.custom("agent", judge.authorizationEndpoint().resolve("/")))
                .withAuthorizePath("/auth")
                .withTokenPath("/token");
    }

    /** From begin over login and consent to a code that passed every check. */
    private static ConfirmedCode authorized(
            OAuthProfile kind, OkxProfile profile, OAuthSite site, UnaryOperator<URI> user) {
        SettableClock clock = new SettableClock();
        AuthorizationFlow flow = new AuthorizationFlow(
                new InMemoryPendingAuthorizationStore(clock, 10),
                List.of(site),
                clock,
                new SecureRandom(),
                AuthorizationFlow.LONGEST);
        AuthorizationRequest request = flow.begin(new FlowStart(
                kind,
                profile,
                site,
                AccountId.of("alice"),
                TradingEnvironment.DEMO,
                RealServer.WEB_REDIRECT,
                SESSION,
                Map.of()));
        return flow.confirm(
                AuthorizationCallback.parse(user.apply(request.uri())), kind, RealServer.WEB_REDIRECT, SESSION);
    }

    private static ConfirmedCode authorized(OAuthProfile kind, OkxProfile profile) {
        return authorized(kind, profile, okx(), facade::approve);
    }

    private static ConfirmedCode authorizedAgent(OkxProfile profile) {
        return authorized(OAuthProfile.AGENT, profile, agentSite(), uri -> judge.approve(uri, RealServer.WEB_REDIRECT));
    }

    private TokenReply exchange(OkxProfile profile, ConfirmedCode confirmed) {
        return endpoint.tokens(
                confirmed.tokenEndpoint(),
                profile.exchange(
                        confirmed.code(), confirmed.pending().codeVerifier().orElse(null), RealServer.WEB_REDIRECT));
    }

    private TokenReply refresh(OkxProfile profile, ConfirmedCode confirmed, Secret refreshToken) {
        return endpoint.tokens(confirmed.tokenEndpoint(), profile.refresh(refreshToken));
    }

    private static void assertRefused(Class<? extends ExchangeException> type, String code, ThrowingCallable call) {
        assertThatExceptionOfType(type)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void codeProfile_endToEnd_refreshesAndReusesNothing() {
        assertPair(OAuthProfile.AUTHORIZATION_CODE, code);
    }

    @Test
    void pkceProfile_endToEnd_refreshesAndReusesNothing() {
        assertPair(OAuthProfile.PKCE, pkce);
    }

    private void assertPair(OAuthProfile kind, OkxProfile profile) {
        try (ConfirmedCode confirmed = authorized(kind, profile);
                TokenReply first = exchange(profile, confirmed)) {
            Secret old = first.refreshToken().orElseThrow();
            assertThat(first.lifetime()).isPresent();
            try (TokenReply second = refresh(profile, confirmed, old)) {
                assertThat(second.accessToken().constantTimeEquals(first.accessToken()))
                        .isFalse();
                refresh(profile, confirmed, second.refreshToken().orElseThrow()).close();
            }
            assertRefused(AuthenticationRejectedException.class, "53005", () -> refresh(profile, confirmed, old));
            assertRefused(AuthenticationRejectedException.class, "53012", () -> exchange(profile, confirmed));
        }
    }

    @Test
    void fastApiProfile_endToEnd_givesOneTokenWithoutRefreshToken() {
        try (ConfirmedCode confirmed = authorized(OAuthProfile.FAST_API, fastApi)) {
            try (TokenReply reply = exchange(fastApi, confirmed)) {
                assertThat(reply.refreshToken()).isEmpty();
                assertThat(reply.lifetime()).isPresent();
            }
            assertRefused(AuthenticationRejectedException.class, "53012", () -> exchange(fastApi, confirmed));
        }
    }

    @Test
    void codeAndFastApiProfile_wrongSecret_areRefused() {
        try (Secret wrong = Secret.of(RealServer.CLIENT_SECRET + "x");
                ConfirmedCode ofCode = authorized(OAuthProfile.AUTHORIZATION_CODE, code);
                ConfirmedCode ofFastApi = authorized(OAuthProfile.FAST_API, fastApi)) {
            assertRefused(
                    RequestRejectedException.class,
                    "53010",
                    () -> exchange(new CodeProfile("okx-code", wrong, SCOPES), ofCode));
            assertRefused(
                    RequestRejectedException.class,
                    "53010",
                    () -> exchange(new FastApiProfile("okx-fast-api", wrong), ofFastApi));
            exchange(code, ofCode).close();
            exchange(fastApi, ofFastApi).close();
        }
    }

    @Test
    void pkceProfile_verifierOfAnotherAuthorization_isRefused() {
        try (ConfirmedCode confirmed = authorized(OAuthProfile.PKCE, pkce);
                CodeVerifier other = CodeVerifier.generate()) {
            assertRefused(
                    AuthenticationRejectedException.class,
                    "53012",
                    () -> endpoint.tokens(
                            confirmed.tokenEndpoint(),
                            pkce.exchange(confirmed.code(), other.secret(), RealServer.WEB_REDIRECT)));
        }
    }

    @Test
    void codeOfOneProfile_atAnotherClient_isRefused() {
        try (ConfirmedCode confirmed = authorized(OAuthProfile.AUTHORIZATION_CODE, code)) {
            assertRefused(AuthenticationRejectedException.class, "53012", () -> exchange(fastApi, confirmed));
        }
    }

    @Test
    void agentProfile_endToEnd_refreshesAndReusesNothing() {
        try (ConfirmedCode confirmed = authorizedAgent(agent);
                TokenReply first = exchange(agent, confirmed)) {
            assertThat(first.scope()).contains("live:read live:trade");
            Secret old = first.refreshToken().orElseThrow();
            refresh(agent, confirmed, old).close();
            assertOAuthRefused("invalid_grant", () -> refresh(agent, confirmed, old));
            assertOAuthRefused("invalid_grant", () -> exchange(agent, confirmed));
        }
    }

    @Test
    void agentProfile_otherResourceAtTheExchange_isRefused() {
        OkxProfile elsewhere =
                new AgentProfile("okx-agent", List.of("live:read"), URI.create("https://elsewhere.example.com/mcp"));
        try (ConfirmedCode confirmed = authorizedAgent(agent)) {
            assertOAuthRefused("invalid_target", () -> exchange(elsewhere, confirmed));
        }
    }

    private static void assertOAuthRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(OAuthErrorException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
