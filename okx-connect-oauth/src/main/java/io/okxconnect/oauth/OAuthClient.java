package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.CallbackRejectedException.Reason;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.internal.Addresses;
import io.okxconnect.oauth.internal.AuthorizationParameters;
import io.okxconnect.oauth.internal.AuthorizationUrl;
import io.okxconnect.oauth.internal.Dialect;
import io.okxconnect.oauth.internal.Digests;
import io.okxconnect.oauth.internal.RandomText;
import io.okxconnect.oauth.internal.SecretText;
import io.okxconnect.oauth.internal.TokenCall;
import io.okxconnect.oauth.internal.TokenCall.Encoding;
import io.okxconnect.oauth.internal.TokenEndpoint;
import io.okxconnect.oauth.internal.TokenReply;
import io.okxconnect.spi.HttpTransport;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client of any OAuth 2.0 server: authorization code with PKCE (RFC 6749, RFC 7636, always S256), refresh, revocation (RFC 7009) and the check of
 * the issuer (RFC 9207). It has nothing to do with OKX's own forms of OAuth.
 *
 * <p>Begin, send the browser to the attempt's URL, complete with the callback. Redirects are never followed, addresses are https
 * or on a loopback address, and a code or refresh token is never sent twice. Nothing is kept between calls, so one client serves
 * any number of users and threads. Close it when the app ends.
 */
public final class OAuthClient implements AutoCloseable {
    private final String clientId;
    private final @Nullable Secret clientSecret;
    private final @Nullable ClientAuthentication authentication;
    private final URI authorizationEndpoint;
    private final URI tokenEndpoint;
    private final @Nullable URI revocationEndpoint;
    private final Set<String> scopes;
    private final Map<String, String> extraParameters;
    private final @Nullable String issuer;
    private final IssuerCheck issuerCheck;
    private final Clock clock;
    private final SecureRandom random;
    private final @Nullable HttpTransport ownTransport;
    private final TokenEndpoint endpoint;

    OAuthClient(OAuthClientBuilder builder) {
        clientId = builder.clientId();
        clientSecret = builder.clientSecret();
        authentication = builder.authentication();
        authorizationEndpoint = builder.authorizationEndpoint();
        tokenEndpoint = builder.tokenEndpoint();
        revocationEndpoint = builder.revocationEndpoint();
        scopes = builder.scopes();
        extraParameters = builder.extraParameters();
        issuer = builder.issuer();
        issuerCheck = builder.issuerCheck();
        clock = builder.clock();
        random = builder.random();
        ownTransport = builder.ownTransport();
        endpoint = new TokenEndpoint(builder.transport(), Dialect.STANDARD, builder.timeout(), System::nanoTime);
    }

    /**
     * Begins a client.
     *
     * @return a new builder
     */
    public static OAuthClientBuilder builder() {
        return new OAuthClientBuilder();
    }

    /**
     * Begins an authorization: a fresh state of 256 bits and a fresh code verifier. Makes no call.
     *
     * @param redirectUri where the server sends the browser back to, as registered: https, http on a loopback address, or a private-use
     *     scheme with a dot
     * @return the attempt, good for one callback; the caller closes it
     * @throws InvalidArgumentException if it is no such address
     */
    public AuthorizationAttempt begin(URI redirectUri) {
        Addresses.redirect("redirectUri", redirectUri);
        return attempt(redirectUri, Secret.of(RandomText.next(random)), CodeVerifier.generate(random));
    }

    /**
     * Takes up an attempt that was kept elsewhere between begin and callback, for example in a session that all nodes share.
     * Whoever keeps it sees to it that it is taken up once.
     *
     * @param redirectUri its redirect URI
     * @param state its state, 22 to 512 visible ASCII characters; copied
     * @param codeVerifier its verifier; copied
     * @return the attempt; the caller closes it
     * @throws InvalidArgumentException if a part breaks its rule
     */
    public AuthorizationAttempt resume(URI redirectUri, Secret state, CodeVerifier codeVerifier) {
        Addresses.redirect("redirectUri", redirectUri);
        Objects.requireNonNull(codeVerifier, "codeVerifier");
        if (!SecretText.of(state).matches("[\\x21-\\x7e]{22,512}")) {
            throw new InvalidArgumentException(
                    "state", "must be 22 to 512 visible ASCII characters", "Pass the state of the attempt, unchanged.");
        }
        return attempt(redirectUri, state.copy(), CodeVerifier.of(codeVerifier.secret()));
    }

    private AuthorizationAttempt attempt(URI redirectUri, Secret state, CodeVerifier verifier) {
        URI uri = AuthorizationUrl.of(
                authorizationEndpoint,
                new AuthorizationParameters(
                        clientId,
                        redirectUri,
                        String.join(" ", scopes),
                        SecretText.of(state),
                        SecretText.of(verifier.secret()),
                        null,
                        extraParameters));
        return new AuthorizationAttempt(uri, redirectUri, state, verifier);
    }

    /**
     * Finishes an authorization: checks the callback, then exchanges its code.
     *
     * @param attempt the attempt; used up by a callback that carries its state
     * @param callback what the browser brought back
     * @return the tokens; the caller closes them
     * @throws CallbackRejectedException if the callback does not answer this attempt, which then stays open; no call was made
     * @throws OAuthErrorException if the user declined or the server refused
     * @throws TokenEndpointException if there are no tokens in the answer, or no answer came
     * @throws io.okxconnect.error.TransportException if the server cannot be reached; nothing was sent
     */
    public OAuthTokens complete(AuthorizationAttempt attempt, AuthorizationCallback callback) {
        if (callback instanceof AuthorizationCallback.Code code) {
            requireState(attempt, code.stateText().orElse(null));
            requireIssuer(code.issuer().orElse(null));
            requireUnused(attempt);
            try (Secret received = code.code()) {
                return exchange(received, attempt.codeVerifier(), attempt.redirectUri());
            }
        }
        if (callback instanceof AuthorizationCallback.Refusal refusal) {
            requireState(attempt, refusal.stateText().orElse(null));
            requireIssuer(refusal.issuer().orElse(null));
            requireUnused(attempt);
            throw new OAuthErrorException("the callback", refusal.error(), 0, null);
        }
        throw new CallbackRejectedException(Reason.MALFORMED);
    }

    private static void requireState(AuthorizationAttempt attempt, @Nullable String state) {
        if (state == null) {
            throw new CallbackRejectedException(Reason.STATE_MISSING);
        }
        try (Secret received = Secret.of(state)) {
            if (!attempt.state().constantTimeEquals(received)) {
                throw new CallbackRejectedException(Reason.STATE_NOT_PENDING);
            }
        }
    }

    private void requireIssuer(@Nullable String named) {
        if (issuer == null) {
            return;
        }
        if (named == null && issuerCheck == IssuerCheck.REQUIRED) {
            throw new CallbackRejectedException(Reason.ISSUER_MISSING);
        }
        if (named != null && !Digests.same(issuer, named)) {
            throw new CallbackRejectedException(Reason.ISSUER_MISMATCH);
        }
    }

    private static void requireUnused(AuthorizationAttempt attempt) {
        if (!attempt.use()) {
            throw new CallbackRejectedException(Reason.STATE_NOT_PENDING);
        }
    }

    /**
     * Exchanges a code whose state and issuer the caller has checked already. {@link #complete} does both.
     *
     * @param code the code; never sent twice
     * @param codeVerifier the verifier that it was asked for with
     * @param redirectUri the redirect URI that it was asked for with
     * @return the tokens; the caller closes them
     * @throws OAuthErrorException if the server refused
     * @throws TokenEndpointException if there are no tokens in the answer, or no answer came
     * @throws io.okxconnect.error.TransportException if the server cannot be reached; nothing was sent
     */
    public OAuthTokens exchange(Secret code, CodeVerifier codeVerifier, URI redirectUri) {
        TokenCall call = authenticated()
                .field("grant_type", "authorization_code")
                .field("code", SecretText.of(code))
                .field("redirect_uri", redirectUri.toString())
                .field("code_verifier", SecretText.of(codeVerifier.secret()));
        TokenReply reply = endpoint.tokens(tokenEndpoint, call);
        // RFC 6749, section 5.1: no scope in the answer means the scope that was asked for.
        return OAuthTokens.of(
                reply,
                null,
                clock.instant(),
                reply.scope().map(OAuthClient::split).orElse(scopes));
    }

    /**
     * Exchanges the refresh token for new tokens. Only one refresh of a token may run at a time, since servers rotate them: the caller
     * sees to that, and keeps the new tokens before it uses them.
     *
     * @param tokens what is to be replaced; left for the caller to close
     * @return the new tokens, with the old refresh token if the server gave no other; the caller closes them
     * @throws InvalidArgumentException if there is no refresh token
     * @throws OAuthErrorException if the server refused; {@code invalid_grant} means to authorize again
     * @throws TokenEndpointException if there are no tokens in the answer, if they have scopes that the user did not grant, or if no answer
     *     came
     * @throws io.okxconnect.error.TransportException if the server cannot be reached; nothing was sent
     */
    public OAuthTokens refresh(OAuthTokens tokens) {
        Secret refreshToken = tokens.refreshToken()
                .orElseThrow(() -> new InvalidArgumentException(
                        "tokens",
                        "must have a refresh token",
                        "Authorize again; ask for offline access if there is such a scope."));
        return refresh(refreshToken, tokens.scopes());
    }

    /**
     * Exchanges a refresh token that was kept elsewhere; otherwise as {@link #refresh(OAuthTokens)}.
     *
     * @param refreshToken the refresh token
     * @param grantedScopes what the user granted; the answer may not hold more. Empty for unknown, which leaves it unchecked
     * @return the new tokens; the caller closes them
     * @throws OAuthErrorException if the server refused
     * @throws TokenEndpointException as in {@link #refresh(OAuthTokens)}
     * @throws io.okxconnect.error.TransportException if the server cannot be reached; nothing was sent
     */
    public OAuthTokens refresh(Secret refreshToken, Set<String> grantedScopes) {
        Set<String> granted = new LinkedHashSet<>(grantedScopes);
        TokenCall call = authenticated()
                .field("grant_type", "refresh_token")
                .field("refresh_token", SecretText.of(refreshToken));
        TokenReply reply = endpoint.tokens(tokenEndpoint, call);
        Set<String> now = reply.scope().map(OAuthClient::split).orElse(granted);
        if (!granted.isEmpty() && !granted.containsAll(now)) {
            reply.close();
            throw new TokenEndpointException(
                    TokenEndpointException.Reason.SCOPE_GREW, "POST " + tokenEndpoint.getRawPath(), 200);
        }
        return OAuthTokens.of(reply, refreshToken, clock.instant(), now);
    }

    /**
     * Revokes the refresh token, or the access token if there is no other. The tokens are left for the caller to close.
     *
     * @param tokens the tokens
     * @throws IllegalStateException if the client has no revocation endpoint
     * @throws OAuthErrorException if the server refused
     * @throws TokenEndpointException if no answer came or one that is no success: the token may still live
     * @throws io.okxconnect.error.TransportException if the server cannot be reached; nothing was sent
     */
    public void revoke(OAuthTokens tokens) {
        if (tokens.refreshToken().isPresent()) {
            revoke(tokens.refreshToken().get(), TokenKind.REFRESH_TOKEN);
        } else {
            revoke(tokens.accessToken(), TokenKind.ACCESS_TOKEN);
        }
    }

    /**
     * Revokes a token (RFC 7009). A token that the server does not know counts as revoked.
     *
     * @param token the token
     * @param kind which of the two it is
     * @throws IllegalStateException if the client has no revocation endpoint
     * @throws OAuthErrorException if the server refused
     * @throws TokenEndpointException if no answer came or one that is no success: the token may still live
     * @throws io.okxconnect.error.TransportException if the server cannot be reached; nothing was sent
     */
    public void revoke(Secret token, TokenKind kind) {
        if (revocationEndpoint == null) {
            throw new IllegalStateException("This client has no revocation endpoint; set one if the server has it.");
        }
        endpoint.revoke(
                revocationEndpoint,
                authenticated().field("token", SecretText.of(token)).field("token_type_hint", kind.hint()));
    }

    private TokenCall authenticated() {
        TokenCall call = new TokenCall(Encoding.FORM);
        if (clientSecret != null && authentication == ClientAuthentication.CLIENT_SECRET_BASIC) {
            return call.header("Authorization", basic(clientId, clientSecret));
        }
        call.field("client_id", clientId);
        return clientSecret == null ? call : call.field("client_secret", SecretText.of(clientSecret));
    }

    private static String basic(String clientId, Secret clientSecret) {
        String pair = URLEncoder.encode(clientId, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(SecretText.of(clientSecret), StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> split(String scope) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(scope.trim().split(" +", -1)));
        scopes.remove("");
        return scopes;
    }

    /** Wipes the client secret and closes the transport, unless the app brought it. Closing twice has no effect. */
    @Override
    public void close() {
        if (clientSecret != null) {
            clientSecret.close();
        }
        if (ownTransport != null) {
            ownTransport.close();
        }
    }

    /** {@return the host of the token endpoint} */
    @Override
    public String toString() {
        return "OAuthClient[" + tokenEndpoint.getHost() + "]";
    }
}
