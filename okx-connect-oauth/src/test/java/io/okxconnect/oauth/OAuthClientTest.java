package io.okxconnect.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.CallbackRejectedException.Reason;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.internal.SecretText;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuthClientTest {
    private static final URI REDIRECT = URI.create("https://app.example.com/cb?x=ü".replace("ü", "%C3%BC"));
    private static final String PAIR = "{\"access_token\":\"" + Canary.ACCESS_TOKEN
            + "\",\"token_type\":\"Bearer\",\"expires_in\":600,\"refresh_token\":\"" + Canary.REFRESH_TOKEN + "\"";

    private final SettableClock clock = new SettableClock();
    private StubServer server;

    @BeforeEach
    void start() throws Exception {
        server = new StubServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private OAuthClientBuilder builder() {
        return OAuthClient.builder()
                .clientId("an app")
                .authorizationEndpoint(URI.create("https://as.example.com/authorize?tenant=a%26b"))
                .tokenEndpoint(URI.create(server.uri() + "/token?v=2"))
                .revocationEndpoint(URI.create(server.uri() + "/revoke"))
                .scopes("read", "write")
                .clock(clock);
    }

    private static AuthorizationCallback callback(AuthorizationAttempt attempt, String more) {
        return AuthorizationCallback.parseQuery("code=" + Canary.AUTHORIZATION_CODE + "&state="
                + Queries.of(attempt.uri()).get("state") + more);
    }

    @Test
    void begin_keepsTheEndpointsQueryAndEncodesOnce() {
        try (OAuthClient client =
                        builder().extraParameter("prompt", "consent login").build();
                AuthorizationAttempt attempt = client.begin(REDIRECT)) {
            assertThat(attempt.uri().toString())
                    .startsWith("https://as.example.com/authorize?tenant=a%26b&")
                    .contains("redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb%3Fx%3D%25C3%25BC")
                    .contains("scope=read%20write")
                    .contains("prompt=consent%20login");
            assertThat(Queries.of(attempt.uri()))
                    .containsEntry("tenant", "a&b")
                    .containsEntry("client_id", "an app")
                    .containsEntry("redirect_uri", REDIRECT.toString())
                    .containsEntry("state", SecretText.of(attempt.state()))
                    .containsEntry("code_challenge_method", "S256")
                    .containsEntry("code_challenge", attempt.codeVerifier().challenge())
                    .hasSize(9);
            assertThat(attempt.uri().toString())
                    .doesNotContain(SecretText.of(attempt.codeVerifier().secret()));
        }
    }

    @Test
    void complete_publicClient_exchangesTheCodeWithTheVerifierOfTheChallenge() throws Exception {
        server.thenJson(200, PAIR + "}");
        try (OAuthClient client = builder().build();
                AuthorizationAttempt attempt = client.begin(REDIRECT);
                OAuthTokens tokens = client.complete(attempt, callback(attempt, "&unknown=1&unknown=2"))) {
            assertThat(SecretText.of(tokens.accessToken())).isEqualTo(Canary.ACCESS_TOKEN);
            assertThat(SecretText.of(tokens.refreshToken().orElseThrow())).isEqualTo(Canary.REFRESH_TOKEN);
            assertThat(tokens.expiresAt()).contains(SettableClock.START.plusSeconds(600));
            assertThat(tokens.receivedAt()).isEqualTo(SettableClock.START);
            assertThat(tokens.scopes()).containsExactly("read", "write");
            assertThat(tokens.toString()).doesNotContain(Canary.ACCESS_TOKEN);
            StubServer.Seen seen = server.seen().get(0);
            assertThat(seen.line()).isEqualTo("POST /token?v=2 HTTP/1.1");
            assertThat(seen.headers())
                    .containsEntry("content-type", "application/x-www-form-urlencoded")
                    .doesNotContainKey("authorization");
            Map<String, String> body = Queries.parse(seen.body());
            assertThat(body)
                    .containsOnlyKeys("client_id", "grant_type", "code", "redirect_uri", "code_verifier")
                    .containsEntry("grant_type", "authorization_code")
                    .containsEntry("code", Canary.AUTHORIZATION_CODE)
                    .containsEntry("redirect_uri", REDIRECT.toString());
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(body.get("code_verifier").getBytes(UTF_8));
            assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                    .isEqualTo(Queries.of(attempt.uri()).get("code_challenge"));
        }
    }

    @Test
    void complete_secretInTheHeader_isFormEncodedFirst() {
        server.thenJson(200, PAIR + "}");
        Secret odd = Secret.of("p+:ä" + Canary.CLIENT_SECRET);
        try (OAuthClient client = builder()
                        .clientSecret(odd, ClientAuthentication.CLIENT_SECRET_BASIC)
                        .build();
                AuthorizationAttempt attempt = client.begin(REDIRECT)) {
            odd.close();
            client.complete(attempt, callback(attempt, "")).close();
        }
        String header = server.seen().get(0).headers().get("authorization");
        assertThat(new String(Base64.getDecoder().decode(header.substring("Basic ".length())), UTF_8))
                .isEqualTo("an+app:p%2B%3A%C3%A4" + Canary.CLIENT_SECRET);
        assertThat(Queries.parse(server.seen().get(0).body())).doesNotContainKeys("client_id", "client_secret");
    }

    @Test
    void complete_secretInTheBody_standsThereOnce() {
        server.thenJson(200, PAIR + "}");
        try (OAuthClient client = builder()
                        .clientSecret(Secret.of(Canary.CLIENT_SECRET), ClientAuthentication.CLIENT_SECRET_POST)
                        .build();
                AuthorizationAttempt attempt = client.begin(REDIRECT)) {
            client.complete(attempt, callback(attempt, "")).close();
        }
        assertThat(Queries.parse(server.seen().get(0).body()))
                .containsEntry("client_secret", Canary.CLIENT_SECRET)
                .containsEntry("client_id", "an app");
        assertThat(server.seen().get(0).headers()).doesNotContainKey("authorization");
    }

    @Test
    void complete_wrongStateThenRightOne_succeedsOnce() {
        server.thenJson(200, PAIR + "}");
        try (OAuthClient client = builder().build();
                AuthorizationAttempt attempt = client.begin(REDIRECT);
                AuthorizationAttempt other = client.begin(REDIRECT)) {
            assertRejected(Reason.STATE_NOT_PENDING, () -> client.complete(attempt, callback(other, "")));
            assertRejected(
                    Reason.STATE_MISSING, () -> client.complete(attempt, AuthorizationCallback.parseQuery("code=x")));
            assertRejected(Reason.MALFORMED, () -> client.complete(attempt, AuthorizationCallback.parseQuery("")));
            client.complete(attempt, callback(attempt, "")).close();
            assertRejected(Reason.STATE_NOT_PENDING, () -> client.complete(attempt, callback(attempt, "")));
        }
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void complete_declined_isTypedAndUsesTheAttemptUp() {
        try (OAuthClient client = builder().build();
                AuthorizationAttempt attempt = client.begin(REDIRECT)) {
            String state = "&state=" + Queries.of(attempt.uri()).get("state");
            assertThatExceptionOfType(OAuthErrorException.class)
                    .isThrownBy(() ->
                            client.complete(attempt, AuthorizationCallback.parseQuery("error=access_denied" + state)))
                    .satisfies(e -> assertThat(e.isDeclined()).isTrue())
                    .satisfies(e -> assertThat(e.httpStatus()).isEmpty())
                    .satisfies(e -> assertThat(e.description()).isEmpty());
            assertRejected(Reason.STATE_NOT_PENDING, () -> client.complete(attempt, callback(attempt, "")));
        }
    }

    @Test
    void complete_issuer_isComparedWhereItIsKnown() {
        server.thenJson(200, PAIR + "}").thenJson(200, PAIR + "}");
        try (OAuthClient lenient = builder()
                        .issuer("https://as.example.com", IssuerCheck.IF_PRESENT)
                        .build();
                AuthorizationAttempt attempt = lenient.begin(REDIRECT)) {
            assertRejected(
                    Reason.ISSUER_MISMATCH,
                    () -> lenient.complete(attempt, callback(attempt, "&iss=https://as.example.com/")));
            lenient.complete(attempt, callback(attempt, "")).close();
        }
        try (OAuthClient strict = builder()
                        .issuer("https://as.example.com", IssuerCheck.REQUIRED)
                        .build();
                AuthorizationAttempt attempt = strict.begin(REDIRECT)) {
            assertRejected(Reason.ISSUER_MISSING, () -> strict.complete(attempt, callback(attempt, "")));
            strict.complete(attempt, callback(attempt, "&iss=https%3A%2F%2Fas.example.com"))
                    .close();
        }
    }

    @Test
    void resume_partsKeptElsewhere_finishTheAttempt() {
        server.thenJson(200, PAIR + "}");
        try (OAuthClient client = builder().build();
                AuthorizationAttempt resumed = resumed(client)) {
            client.complete(resumed, callback(resumed, "")).close();
        }
        assertThat(server.seen()).hasSize(1);
    }

    /** The attempt that was begun is closed before it is finished. */
    private static AuthorizationAttempt resumed(OAuthClient client) {
        try (AuthorizationAttempt begun = client.begin(REDIRECT)) {
            AuthorizationAttempt resumed = client.resume(begun.redirectUri(), begun.state(), begun.codeVerifier());
            assertThat(resumed.uri()).isEqualTo(begun.uri());
            return resumed;
        }
    }

    @Test
    void refresh_rotation_givesTheNewPair() {
        server.thenJson(200, PAIR + ",\"scope\":\"read write\"}")
                .thenJson(200, "{\"access_token\":\"second\",\"token_type\":\"bearer\",\"scope\":\"read\"}")
                .thenJson(200, "{\"access_token\":\"third\",\"token_type\":\"bearer\",\"refresh_token\":\"r3\"}");
        try (OAuthClient client = builder().build();
                AuthorizationAttempt attempt = client.begin(REDIRECT);
                OAuthTokens second = refreshed(client, attempt);
                OAuthTokens third = client.refresh(second)) {
            assertThat(second.scopes()).containsExactly("read");
            assertThat(second.expiresAt()).isEmpty();
            assertThat(second.isFresh(SettableClock.START.plus(Duration.ofDays(9)), Duration.ZERO))
                    .isTrue();
            assertThat(SecretText.of(second.refreshToken().orElseThrow())).isEqualTo(Canary.REFRESH_TOKEN);
            assertThat(SecretText.of(third.refreshToken().orElseThrow())).isEqualTo("r3");
            assertThat(third.scopes()).containsExactly("read");
        }
        assertThat(Queries.parse(server.seen().get(1).body()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "client_id", "an app", "grant_type", "refresh_token", "refresh_token", Canary.REFRESH_TOKEN));
    }

    private static OAuthTokens refreshed(OAuthClient client, AuthorizationAttempt attempt) {
        try (OAuthTokens first = client.complete(attempt, callback(attempt, ""))) {
            return client.refresh(first);
        }
    }

    @Test
    void refresh_moreScopes_isRefused() {
        server.thenJson(200, PAIR + ",\"scope\":\"read admin\"}");
        try (OAuthClient client = builder().build();
                Secret token = Secret.of(Canary.REFRESH_TOKEN)) {
            assertThatExceptionOfType(TokenEndpointException.class)
                    .isThrownBy(() -> client.refresh(token, Set.of("read", "write")))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(TokenEndpointException.Reason.SCOPE_GREW));
        }
    }

    @Test
    void refresh_withoutARefreshToken_isRefusedWithoutACall() {
        server.thenJson(200, Desk.TOKENS);
        try (OAuthClient client = builder().build();
                AuthorizationAttempt attempt = client.begin(REDIRECT);
                OAuthTokens tokens = client.complete(attempt, callback(attempt, ""))) {
            assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> client.refresh(tokens));
        }
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void complete_invalidGrant_isTypedWithoutTheServersSecrets() {
        server.thenJson(
                400,
                "{\"error\":\"invalid_grant\",\"error_description\":\"code_verifier " + Canary.CODE_VERIFIER
                        + " does not match\"}");
        try (OAuthClient client = builder().build();
                AuthorizationAttempt attempt = client.begin(REDIRECT)) {
            assertThatExceptionOfType(OAuthErrorException.class)
                    .isThrownBy(() -> client.complete(attempt, callback(attempt, "")))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("invalid_grant"))
                    .satisfies(e -> assertThat(e.description()).contains("code_verifier *** does not match"));
        }
    }

    @Test
    void complete_answerInOkxsForm_isNoRefusalOfOkx() {
        server.thenJson(400, "{\"code\":\"53012\",\"msg\":\"x\"}").thenJson(200, PAIR + ",\"code\":\"200\"}");
        try (OAuthClient client = builder().build();
                AuthorizationAttempt first = client.begin(REDIRECT);
                AuthorizationAttempt second = client.begin(REDIRECT)) {
            assertThatExceptionOfType(TokenEndpointException.class)
                    .isThrownBy(() -> client.complete(first, callback(first, "")));
            client.complete(second, callback(second, "")).close();
        }
    }

    @Test
    void revoke_sendsTheRefreshTokenWithItsHint() {
        server.thenJson(200, PAIR + "}")
                .then(200, "text/plain", "")
                .then(503, "text/html", "busy")
                .thenJson(400, "{\"error\":\"unsupported_token_type\"}");
        try (OAuthClient client = builder().build();
                AuthorizationAttempt attempt = client.begin(REDIRECT);
                OAuthTokens tokens = client.complete(attempt, callback(attempt, ""))) {
            client.revoke(tokens);
            assertThat(server.seen().get(1).line()).isEqualTo("POST /revoke HTTP/1.1");
            assertThat(Queries.parse(server.seen().get(1).body()))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "client_id", "an app",
                            "token", Canary.REFRESH_TOKEN,
                            "token_type_hint", "refresh_token"));
            assertThatExceptionOfType(TokenEndpointException.class)
                    .isThrownBy(() -> client.revoke(tokens.accessToken(), TokenKind.ACCESS_TOKEN))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(TokenEndpointException.Reason.UNAVAILABLE));
            assertThatExceptionOfType(OAuthErrorException.class).isThrownBy(() -> client.revoke(tokens));
        }
    }

    @Test
    void revoke_noEndpoint_isRefused() {
        try (OAuthClient client = OAuthClient.builder()
                        .clientId("x")
                        .authorizationEndpoint(server.uri())
                        .tokenEndpoint(server.uri())
                        .build();
                Secret token = Secret.of(Canary.ACCESS_TOKEN)) {
            assertThatIllegalStateException().isThrownBy(() -> client.revoke(token, TokenKind.ACCESS_TOKEN));
        }
    }

    @Test
    void build_nothingSet_namesAllThatIsMissing() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> OAuthClient.builder().build())
                .withMessageContaining("clientId, authorizationEndpoint, tokenEndpoint");
    }

    @Test
    void builder_badValue_isRefusedAtItsCall() {
        OAuthClientBuilder builder = builder();
        for (String address : new String[] {
            "http://as.example.com/t", "ftp://127.0.0.1/", "https:/t", "/t", "https://u:p@as.example.com", "https://a#f"
        }) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .as(address)
                    .isThrownBy(() -> builder.tokenEndpoint(URI.create(address)));
        }
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> builder.clientId("a\nb"));
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> builder.scopes("a b"));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> builder.extraParameter("state", "x"));
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> builder.timeout(Duration.ZERO));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() ->
                        builder.authorizationEndpoint(URI.create("https://a.example/?code_challenge_method=plain")));
        try (OAuthClient client = builder.build()) {
            for (String redirect :
                    new String[] {"http://app.example.com/cb", "javascript:x", "myapp:/cb", "https://a/#f"}) {
                assertThatExceptionOfType(InvalidArgumentException.class)
                        .as(redirect)
                        .isThrownBy(() -> client.begin(URI.create(redirect)));
            }
            client.begin(URI.create("com.example.app:/cb")).close();
        }
    }

    private void assertRejected(Reason reason, Runnable completing) {
        int calls = server.seen().size();
        assertThatExceptionOfType(CallbackRejectedException.class)
                .isThrownBy(completing::run)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
        assertThat(server.seen()).hasSize(calls);
    }
}
