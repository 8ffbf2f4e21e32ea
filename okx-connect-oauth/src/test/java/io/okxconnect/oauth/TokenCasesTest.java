package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.HttpTransports;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RequestRejectedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import io.okxconnect.oauth.internal.Dialect;
import io.okxconnect.oauth.internal.PkceProfile;
import io.okxconnect.oauth.internal.SecretText;
import io.okxconnect.oauth.internal.TermIdFields;
import io.okxconnect.oauth.internal.TokenEndpoint;
import io.okxconnect.oauth.internal.TokenReply;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.spi.HttpTransport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases T1 to T11 of the list of token cases, against a server on a socket. */
class TokenCasesTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String HTML = "<!doctype html><title>x</title>";

    private final HttpTransport transport = HttpTransports.create();
    private final TokenEndpoint endpoint = new TokenEndpoint(transport, Dialect.OKX, LIMIT, System::nanoTime);
    private StubServer server;

    @BeforeEach
    void start() throws Exception {
        server = new StubServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        transport.close();
    }

    private URI path(String path) {
        return URI.create(server.uri() + path);
    }

    private TokenReply exchange(OAuthProfile kind) {
        try (Secret code = Secret.of(Canary.AUTHORIZATION_CODE);
                Secret verifier = Secret.of(Canary.CODE_VERIFIER)) {
            return endpoint.tokens(
                    path(OAuthSite.TOKEN_PATH), Desk.profile(kind).exchange(code, verifier, Desk.REDIRECT));
        }
    }

    private void assertFails(Reason reason) {
        assertThatExceptionOfType(TokenEndpointException.class)
                .isThrownBy(() -> exchange(OAuthProfile.FAST_API))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e.endpoint()).isEqualTo("POST /v5/users/oauth/token"));
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void t1_fastApiExchange_sendsExactlyTheDocumentedFields() {
        server.thenJson(200, Desk.TOKENS);
        exchange(OAuthProfile.FAST_API);
        assertThat(server.seen()).hasSize(1);
        StubServer.Seen seen = server.seen().get(0);
        assertThat(seen.line()).isEqualTo("POST /v5/users/oauth/token HTTP/1.1");
        assertThat(seen.headers())
                .containsEntry("content-type", "application/json")
                .doesNotContainKeys("authorization", "x-simulated-trading", "ok-access-key");
        JsonValue body = JsonValue.parse(seen.body());
        assertThat(body.members().keySet())
                .containsExactlyInAnyOrder("grant_type", "code", "client_id", "client_secret");
        assertThat(body.requiredText("grant_type")).isEqualTo("authorization_code");
        assertThat(body.requiredText("code")).isEqualTo(Canary.AUTHORIZATION_CODE);
        assertThat(body.requiredText("client_id")).isEqualTo("CID123");
        assertThat(body.requiredText("client_secret")).isEqualTo(Canary.CLIENT_SECRET);
    }

    @Test
    void t2_answerWithoutRefreshToken_isSuccess() {
        server.thenJson(200, Desk.TOKENS);
        try (TokenReply reply = exchange(OAuthProfile.FAST_API)) {
            assertThat(SecretText.of(reply.accessToken())).isEqualTo(Canary.ACCESS_TOKEN);
            assertThat(reply.refreshToken()).isEmpty();
            assertThat(reply.lifetime()).contains(Duration.ofHours(1));
            OAuthTokens tokens = OAuthTokens.of(reply, null, SettableClock.START, java.util.Set.of());
            assertThat(tokens.expiresAt()).contains(SettableClock.START.plusSeconds(3600));
            assertThat(tokens.isFresh(SettableClock.START.plusSeconds(3539), Duration.ofSeconds(60)))
                    .isTrue();
            assertThat(tokens.isFresh(SettableClock.START.plusSeconds(3540), Duration.ofSeconds(60)))
                    .isFalse();
        }
    }

    @Test
    void t3_code53012_isTypedAndNotRepeated() {
        server.thenJson(400, "{\"code\":\"53012\",\"msg\":\"Code " + Canary.AUTHORIZATION_CODE + " expired\"}");
        assertThatExceptionOfType(AuthenticationRejectedException.class)
                .isThrownBy(() -> exchange(OAuthProfile.FAST_API))
                .satisfies(e -> assertThat(e.code()).isEqualTo("53012"))
                .satisfies(e -> assertThat(e.nextStep()).contains("domain"))
                .satisfies(e -> assertThat(e.error().serverMessage()).isEqualTo("Code *** expired"))
                .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void t4_notFoundWithHtml_isTypedAndNotRepeated() {
        server.then(404, "text/html", HTML).thenJson(200, Desk.TOKENS);
        assertFails(Reason.NOT_FOUND);
    }

    @Test
    void t4_fallbackConfigured_isTriedOnce() {
        server.then(404, "text/html", HTML).thenJson(200, Desk.TOKENS);
        OAuthSite site = OAuthSite.of(io.okxconnect.site.Site.custom("sandbox", server.uri()))
                .withTokenPathFallback("/api/v5/users/oauth/token");
        try (Secret code = Secret.of(Canary.AUTHORIZATION_CODE)) {
            endpoint.tokens(
                    site.tokenEndpoint(site.tokenBase()),
                    site.tokenEndpointFallback(site.tokenBase()).orElseThrow(),
                    Desk.profile(OAuthProfile.FAST_API).exchange(code, null, Desk.REDIRECT));
        }
        assertThat(server.seen().stream().map(StubServer.Seen::line))
                .containsExactly("POST /v5/users/oauth/token HTTP/1.1", "POST /api/v5/users/oauth/token HTTP/1.1");
        assertThat(server.seen().get(1).body()).isEqualTo(server.seen().get(0).body());
    }

    @Test
    void t4_notFoundWithACode_isNoReasonForTheFallback() {
        server.thenJson(404, "{\"code\":53016,\"msg\":\"\"}").thenJson(200, Desk.TOKENS);
        try (Secret code = Secret.of(Canary.AUTHORIZATION_CODE)) {
            assertThatExceptionOfType(RequestRejectedException.class)
                    .isThrownBy(() -> endpoint.tokens(
                            path("/a"),
                            path("/b"),
                            Desk.profile(OAuthProfile.FAST_API).exchange(code, null, Desk.REDIRECT)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("53016"));
        }
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void t5_codeUnderStatus200_isFailure() {
        server.thenJson(200, "{\"code\":\"53010\",\"msg\":\"Parameter client_id error\"}");
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> exchange(OAuthProfile.FAST_API))
                .satisfies(e -> assertThat(e.code()).isEqualTo("53010"))
                .satisfies(e -> assertThat(e.httpStatus()).isEqualTo(200))
                .satisfies(e -> assertThat(e.error().serverMessage()).isEqualTo("Parameter client_id error"));
    }

    @Test
    void t5_codeBesideAToken_isFailure() {
        server.thenJson(200, "{\"code\":\"53010\",\"access_token\":\"x\",\"token_type\":\"bearer\"}");
        assertThatExceptionOfType(ExchangeException.class).isThrownBy(() -> exchange(OAuthProfile.FAST_API));
    }

    @Test
    void t5_tokenUnderFailureStatus_isFailure() {
        server.thenJson(400, Desk.TOKENS);
        assertFails(Reason.UNREADABLE);
    }

    @Test
    void t6_emptyAccessToken_isFailure() {
        server.thenJson(200, "{\"access_token\":\"\"}");
        assertFails(Reason.NO_ACCESS_TOKEN);
    }

    @Test
    void t7_noAnswer_isUnknownAndSentOnce() {
        server.then(StubServer.HANG_UP).thenJson(200, Desk.TOKENS);
        assertThatExceptionOfType(TokenEndpointException.class)
                .isThrownBy(() -> exchange(OAuthProfile.FAST_API))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN))
                .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
                .satisfies(e -> assertThat(e.httpStatus()).isEmpty())
                .satisfies(e -> assertThat(e.nextStep()).startsWith("Authorize again"));
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void t7_readTimeout_isUnknownAndSentOnce() {
        assertSent(1, Reason.OUTCOME_UNKNOWN, () -> {
            throw new TransportTimeoutException(TransportPhase.RESPONSE_HEAD, LIMIT, true);
        });
        assertSent(1, Reason.OUTCOME_UNKNOWN, () -> {
            throw new IllegalStateException(Canary.CLIENT_SECRET.substring(0, 3));
        });
    }

    private static void assertSent(int times, Reason reason, Runnable failure) {
        ScriptedTransport failing = new ScriptedTransport(request -> {
            failure.run();
            return ScriptedTransport.response(200, Desk.TOKENS);
        });
        try (Secret code = Secret.of(Canary.AUTHORIZATION_CODE)) {
            assertThatExceptionOfType(TokenEndpointException.class)
                    .isThrownBy(() -> new TokenEndpoint(failing, Dialect.OKX, LIMIT, () -> 0)
                            .tokens(
                                    URI.create("https://www.okx.com/t"),
                                    Desk.profile(OAuthProfile.FAST_API).exchange(code, null, Desk.REDIRECT)))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                    .withNoCause();
        }
        assertThat(failing.asked()).hasSize(times);
    }

    @Test
    void tokens_notSentTwice_isTriedAThirdTimeWithTheSameBody() {
        AtomicInteger tries = new AtomicInteger();
        ScriptedTransport flaky = new ScriptedTransport(request -> {
            if (tries.incrementAndGet() < 3) {
                throw notSent();
            }
            return ScriptedTransport.response(200, Desk.TOKENS);
        });
        exchangeThrough(flaky, () -> 0);
        assertThat(flaky.asked()).hasSize(3);
        assertThat(flaky.asked().stream().map(ScriptedTransport.Asked::body).distinct())
                .hasSize(1);
        assertThat(flaky.asked())
                .allSatisfy(asked -> assertThat(asked.request().body()).containsOnly(0));
    }

    @Test
    void tokens_neverSent_keepsTheTransportsFailureAndTheLimit() {
        ScriptedTransport dead = new ScriptedTransport(request -> {
            throw notSent();
        });
        assertThatExceptionOfType(TransportException.class).isThrownBy(() -> exchangeThrough(dead, () -> 0));
        assertThat(dead.asked()).hasSize(3);

        ScriptedTransport slow = new ScriptedTransport(request -> {
            throw notSent();
        });
        AtomicInteger clock = new AtomicInteger();
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> exchangeThrough(slow, () -> clock.getAndIncrement() * 10_000_000_000L));
        assertThat(slow.asked().stream().map(asked -> asked.request().timeout()))
                .containsExactly(LIMIT, Duration.ofSeconds(5));
    }

    private static TransportException notSent() {
        return new TransportException("no", "again", RetryAdvice.WAIT, TransportPhase.CONNECT, false);
    }

    private static void exchangeThrough(HttpTransport transport, java.util.function.LongSupplier nanoTime) {
        try (Secret code = Secret.of(Canary.AUTHORIZATION_CODE)) {
            new TokenEndpoint(transport, Dialect.OKX, LIMIT, nanoTime)
                    .tokens(
                            URI.create("https://www.okx.com/t"),
                            Desk.profile(OAuthProfile.FAST_API).exchange(code, null, Desk.REDIRECT));
        }
    }

    @Test
    void t8_pkceExchange_hasTheVerifierAndNoSecret() {
        server.thenJson(200, Desk.TOKENS);
        exchange(OAuthProfile.PKCE);
        JsonValue body = JsonValue.parse(server.seen().get(0).body());
        assertThat(body.members().keySet())
                .containsExactlyInAnyOrder("grant_type", "code", "client_id", "code_verifier");
        assertThat(body.requiredText("code_verifier")).isEqualTo(Canary.CODE_VERIFIER);
    }

    @Test
    void t8_deviceId_standsWhereItIsConfigured() {
        server.thenJson(200, Desk.TOKENS).thenJson(200, Desk.TOKENS);
        PkceProfile profile =
                new PkceProfile("CID123", List.of("trade"), "device-1", new TermIdFields(false, true, true, false));
        try (Secret code = Secret.of(Canary.AUTHORIZATION_CODE);
                Secret verifier = Secret.of(Canary.CODE_VERIFIER);
                Secret refresh = Secret.of(Canary.REFRESH_TOKEN)) {
            endpoint.tokens(path("/t"), profile.exchange(code, verifier, Desk.REDIRECT));
            endpoint.tokens(path("/t"), profile.refresh(refresh));
        }
        assertThat(server.seen())
                .allSatisfy(seen -> assertThat(JsonValue.parse(seen.body()).requiredText("term_id"))
                        .isEqualTo("device-1"));
        assertThat(JsonValue.parse(server.seen().get(1).body()).members().keySet())
                .containsExactlyInAnyOrder("grant_type", "refresh_token", "client_id", "term_id");
    }

    @Test
    void t9_agentExchange_isAFormWithResourceAndRedirect() {
        server.thenJson(400, "{\"error\":\"invalid_grant\",\"error_description\":\"resource does not match\"}");
        assertThatExceptionOfType(OAuthErrorException.class)
                .isThrownBy(() -> exchange(OAuthProfile.AGENT))
                .satisfies(e -> assertThat(e.code()).isEqualTo("invalid_grant"))
                .satisfies(e -> assertThat(e.httpStatus()).hasValue(400))
                .satisfies(e -> assertThat(e.description()).contains("resource does not match"));
        StubServer.Seen seen = server.seen().get(0);
        assertThat(seen.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(Queries.parse(seen.body()))
                .containsOnlyKeys("grant_type", "client_id", "redirect_uri", "code", "code_verifier", "resource")
                .containsEntry("redirect_uri", Desk.REDIRECT.toString())
                .containsEntry("resource", "https://www.okx.com/api/v1/mcp/x");
    }

    @Test
    void t10_blockedAtTheEdge_isTypedAndHadAUserAgent() {
        server.then(403, "text/html", "<html>error code: 1010</html>");
        assertFails(Reason.BLOCKED_AT_EDGE);
        assertThat(server.seen().get(0).headers().get("user-agent")).isNotBlank();
    }

    @Test
    void t11_redirect_isNotFollowed() throws Exception {
        try (StubServer other = new StubServer()) {
            server.then(302, "text/html", HTML, "Location: " + other.uri() + "/elsewhere");
            assertFails(Reason.REDIRECTED);
            assertThat(other.seen()).isEmpty();
        }
    }

    @Test
    void refresh_ofTheCodeProfile_sendsExactlyItsFields() {
        server.thenJson(
                200,
                "{\"access_token\":\"" + Canary.ACCESS_TOKEN + "\",\"token_type\":\"Bearer\",\"refresh_token\":\""
                        + Canary.REFRESH_TOKEN + "\",\"expires_in\":\"3600\"}");
        try (Secret old = Secret.of(Canary.REFRESH_TOKEN);
                TokenReply reply = endpoint.tokens(
                        path("/t"),
                        Desk.profile(OAuthProfile.AUTHORIZATION_CODE).refresh(old))) {
            assertThat(reply.refreshToken().orElseThrow().constantTimeEquals(old))
                    .isTrue();
            assertThat(reply.toString()).doesNotContain(Canary.ACCESS_TOKEN);
        }
        assertThat(JsonValue.parse(server.seen().get(0).body()).members().keySet())
                .containsExactlyInAnyOrder("grant_type", "refresh_token", "client_id", "client_secret");
    }

    @Test
    void r3_refreshOfFastApi_isUnsupportedAndMakesNoCall() {
        try (Secret token = Secret.of(Canary.REFRESH_TOKEN)) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> Desk.profile(OAuthProfile.FAST_API).refresh(token));
        }
    }

    @Test
    void everyOAuthCodeOfTheCatalogue_keepsItsMeaning() {
        for (int code = 53000; code <= 53018; code++) {
            String text = Integer.toString(code);
            server.thenJson(
                    code % 2 == 0 ? 400 : 200, "{\"code\":" + (code % 3 == 0 ? text : "\"" + text + "\"") + "}");
            assertThatExceptionOfType(ExchangeException.class)
                    .isThrownBy(() -> exchange(OAuthProfile.FAST_API))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(text));
        }
        assertThat(server.seen()).hasSize(19);
    }

    @Test
    void statusWithoutACode_isTyped() {
        server.then(503, "text/html", HTML);
        assertFails(Reason.UNAVAILABLE);
        assertStatus(429, Reason.RATE_LIMITED);
        assertStatus(400, Reason.UNREADABLE);
        assertStatus(200, Reason.UNREADABLE);
    }

    private void assertStatus(int status, Reason reason) {
        server.then(status, "text/html", HTML);
        assertThatExceptionOfType(TokenEndpointException.class)
                .isThrownBy(() -> exchange(OAuthProfile.FAST_API))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
