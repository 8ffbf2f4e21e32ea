package io.okxconnect.oauth.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.AuthorizationAttempt;
import io.okxconnect.oauth.AuthorizationCallback;
import io.okxconnect.oauth.ClientAuthentication;
import io.okxconnect.oauth.CodeVerifier;
import io.okxconnect.oauth.IssuerCheck;
import io.okxconnect.oauth.LoopbackReceiver;
import io.okxconnect.oauth.OAuthClient;
import io.okxconnect.oauth.OAuthClientBuilder;
import io.okxconnect.oauth.OAuthTokens;
import io.okxconnect.oauth.TokenKind;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.OAuthErrorException;
import java.net.URI;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the PKCE helper has to get right at any server; the server is the judge. */
abstract class PkceHelperContract {
    private static final URI DESKTOP_REDIRECT = URI.create("http://127.0.0.1:49152/callback");

    abstract RealServer server();

    private OAuthClientBuilder desktop() {
        return OAuthClient.builder()
                .clientId(RealServer.DESKTOP)
                .authorizationEndpoint(server().authorizationEndpoint())
                .tokenEndpoint(server().tokenEndpoint())
                .revocationEndpoint(server().revocationEndpoint())
                .scopes("openid", "offline_access")
                .extraParameter("prompt", "consent")
                .issuer(server().issuer().toString(), IssuerCheck.REQUIRED);
    }

    private AuthorizationCallback.Code approve(AuthorizationAttempt attempt) {
        URI callback = server().approve(attempt.uri(), attempt.redirectUri());
        return (AuthorizationCallback.Code) AuthorizationCallback.parse(callback);
    }

    /** A client, and tokens that it got with consent. */
    private void connected(Consumer<Connected> use) {
        try (OAuthClient client = desktop().build();
                AuthorizationAttempt attempt = client.begin(DESKTOP_REDIRECT);
                OAuthTokens tokens = client.complete(attempt, approve(attempt))) {
            use.accept(new Connected(client, tokens));
        }
    }

    private record Connected(OAuthClient client, OAuthTokens tokens) {}

    private static void assertRefused(String code, int status, ThrowingCallable call) {
        assertThatExceptionOfType(OAuthErrorException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.httpStatus()).hasValue(status))
                .withNoCause();
    }

    @Test
    void judge_requestWithoutChallenge_isSentBackWithAnError() {
        try (OAuthClient client = desktop().build();
                AuthorizationAttempt attempt = client.begin(DESKTOP_REDIRECT)) {
            URI without = URI.create(attempt.uri().toString().replaceAll("&code_challenge[^&]*", ""));
            AuthorizationCallback callback =
                    AuthorizationCallback.parse(server().approve(without, attempt.redirectUri()));
            assertRefusedInCallback("invalid_request", () -> client.complete(attempt, callback));
        }
    }

    private static void assertRefusedInCallback(String code, ThrowingCallable call) {
        assertThatExceptionOfType(OAuthErrorException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.httpStatus()).isEmpty());
    }

    @Test
    void complete_declined_isTyped() {
        try (OAuthClient client = desktop().build();
                AuthorizationAttempt attempt = client.begin(DESKTOP_REDIRECT)) {
            URI callback = server().decline(attempt.uri(), attempt.redirectUri());
            assertRefusedInCallback(
                    "access_denied", () -> client.complete(attempt, AuthorizationCallback.parse(callback)));
        }
    }

    @Test
    void complete_thenRefresh_giveTokensThatTheServerTakes() {
        connected(now -> {
            assertThat(server().userInfoStatus(now.tokens().accessToken())).isEqualTo(200);
            assertThat(now.tokens().expiresAt().orElseThrow())
                    .isAfter(now.tokens().receivedAt());
            assertThat(now.tokens().scopes()).contains("openid", "offline_access");
            try (OAuthTokens next = now.client().refresh(now.tokens());
                    OAuthTokens last = now.client().refresh(next)) {
                assertThat(server().userInfoStatus(last.accessToken())).isEqualTo(200);
                assertThat(last.accessToken().constantTimeEquals(now.tokens().accessToken()))
                        .isFalse();
                assertThat(last.scopes()).isEqualTo(now.tokens().scopes());
            }
        });
    }

    @Test
    void complete_otherVerifier_isRefused() {
        try (OAuthClient client = desktop().build();
                AuthorizationAttempt attempt = client.begin(DESKTOP_REDIRECT);
                AuthorizationAttempt other = client.begin(DESKTOP_REDIRECT);
                AuthorizationAttempt mixed =
                        client.resume(attempt.redirectUri(), attempt.state(), other.codeVerifier())) {
            AuthorizationCallback callback = approve(attempt);
            assertRefused("invalid_grant", 400, () -> client.complete(mixed, callback));
        }
    }

    @Test
    void exchange_codeUsedAlready_isRefused() {
        try (OAuthClient client = desktop().build();
                AuthorizationAttempt attempt = client.begin(DESKTOP_REDIRECT)) {
            AuthorizationCallback.Code callback = approve(attempt);
            try (Secret code = callback.code().copy();
                    CodeVerifier verifier =
                            CodeVerifier.of(attempt.codeVerifier().secret())) {
                client.complete(attempt, callback).close();
                assertRefused("invalid_grant", 400, () -> client.exchange(code, verifier, DESKTOP_REDIRECT));
            }
        }
    }

    @Test
    void exchange_otherRedirectUri_isRefused() {
        try (OAuthClient client = desktop().build();
                AuthorizationAttempt attempt = client.begin(DESKTOP_REDIRECT);
                Secret code = approve(attempt).code()) {
            assertRefused(
                    "invalid_grant",
                    400,
                    () -> client.exchange(code, attempt.codeVerifier(), URI.create("http://127.0.0.1:49153/callback")));
        }
    }

    @Test
    void refresh_tokenUsedAlready_isRefused() {
        connected(now -> {
            try (OAuthTokens next = now.client().refresh(now.tokens())) {
                assertThat(next.refreshToken()
                                .orElseThrow()
                                .constantTimeEquals(now.tokens().refreshToken().orElseThrow()))
                        .isFalse();
            }
            assertRefused("invalid_grant", 400, () -> now.client().refresh(now.tokens()));
        });
    }

    @Test
    void revoke_refreshToken_endsIt() {
        connected(now -> {
            now.client().revoke(now.tokens());
            assertRefused("invalid_grant", 400, () -> now.client().refresh(now.tokens()));
            now.client().revoke(now.tokens());
        });
    }

    @Test
    void revoke_accessToken_endsIt() {
        connected(now -> {
            now.client().revoke(now.tokens().accessToken(), TokenKind.ACCESS_TOKEN);
            assertThat(server().userInfoStatus(now.tokens().accessToken())).isEqualTo(401);
        });
    }

    @Test
    void revoke_unknownToken_isNoFailure() {
        try (OAuthClient client = desktop().build();
                Secret unknown = Secret.of("unknown-token")) {
            client.revoke(unknown, TokenKind.REFRESH_TOKEN);
        }
    }

    @Test
    void complete_otherIssuer_isRefusedBeforeTheCodeIsUsed() {
        try (OAuthClient strict = desktop().build();
                OAuthClient elsewhere = desktop()
                        .issuer(server().issuer() + "/other", IssuerCheck.IF_PRESENT)
                        .build();
                AuthorizationAttempt attempt = strict.begin(DESKTOP_REDIRECT)) {
            AuthorizationCallback.Code callback = approve(attempt);
            assertThat(callback.issuer()).contains(server().issuer().toString());
            assertThatExceptionOfType(CallbackRejectedException.class)
                    .isThrownBy(() -> elsewhere.complete(attempt, callback))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(CallbackRejectedException.Reason.ISSUER_MISMATCH));
            strict.complete(attempt, callback).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void complete_confidentialClient_isTakenWithItsSecretOnly(ClientAuthentication authentication) {
        try (Secret right = Secret.of(RealServer.CLIENT_SECRET);
                Secret wrong = Secret.of(RealServer.CLIENT_SECRET + "x");
                OAuthClient client = web(right, authentication);
                OAuthClient impostor = web(wrong, authentication);
                AuthorizationAttempt attempt = client.begin(RealServer.WEB_REDIRECT);
                Secret code = approve(attempt).code()) {
            assertThatExceptionOfType(OAuthErrorException.class)
                    .isThrownBy(() -> impostor.exchange(code, attempt.codeVerifier(), attempt.redirectUri()))
                    .satisfies(e -> assertThat(e.httpStatus()).hasValue(401))
                    .satisfies(e -> assertThat(e.code()).isIn("invalid_client", "unauthorized_client"));
            try (OAuthTokens tokens = client.exchange(code, attempt.codeVerifier(), attempt.redirectUri());
                    OAuthTokens next = client.refresh(tokens)) {
                assertThat(server().userInfoStatus(next.accessToken())).isEqualTo(200);
                client.revoke(next);
            }
        }
    }

    private OAuthClient web(Secret secret, ClientAuthentication authentication) {
        return desktop()
                .clientId(server().webClient(authentication))
                .clientSecret(secret, authentication)
                .build();
    }

    @Test
    void receive_atALoopbackPortOfItsChoice_finishesTheFlow() {
        try (OAuthClient client = desktop().build();
                LoopbackReceiver receiver =
                        LoopbackReceiver.builder().browser(this::browse).build();
                AuthorizationAttempt attempt = client.begin(receiver.redirectUri());
                OAuthTokens tokens = client.complete(attempt, receiver.receive(attempt.uri()))) {
            assertThat(server().userInfoStatus(tokens.accessToken())).isEqualTo(200);
        }
    }

    /** The user's browser runs beside the app, and goes on to the callback by itself. */
    private boolean browse(URI page) {
        Thread user = new Thread(
                () -> {
                    URI redirect = URI.create(parameter(page, "redirect_uri"));
                    URI callback = server().approve(page, redirect);
                    new ScriptedBrowser(RealServer.WEB_REDIRECT).open(callback);
                },
                "user");
        user.setDaemon(true);
        user.start();
        return true;
    }

    private static String parameter(URI uri, String name) {
        for (String pair : uri.getQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError("no " + name);
    }
}
