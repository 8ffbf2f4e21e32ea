package io.okxconnect.oauth;

import io.okxconnect.Grants;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.error.RefresherMissingException;
import io.okxconnect.oauth.internal.Dialect;
import io.okxconnect.oauth.internal.OkxProfile;
import io.okxconnect.oauth.internal.TokenCall;
import io.okxconnect.oauth.internal.TokenEndpoint;
import io.okxconnect.oauth.internal.TokenReply;
import io.okxconnect.spi.TokenRefresher;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Renews the tokens of one client's accounts at the host that gave them. */
final class OAuthTokenRefresher implements TokenRefresher {
    private final Grants grants;
    private final OAuthConnectorSettings settings;
    private final RefreshTries tries;
    private final BooleanSupplier closed;

    OAuthTokenRefresher(Grants grants, OAuthConnectorSettings settings, RefreshTries tries, BooleanSupplier closed) {
        this.grants = grants;
        this.settings = settings;
        this.tries = tries;
        this.closed = closed;
    }

    @Override
    public AccessTokenCredential refresh(CredentialMetadata account, AccessTokenCredential current) {
        String id = account.accountId().value();
        if (closed.getAsBoolean()) {
            throw new RefresherMissingException(id, settings.name());
        }
        Secret refreshToken = current.refreshToken()
                .orElseThrow(() -> new ReauthorizationRequiredException(id, "There is no refresh token."));
        TokenHome home = TokenHome.of(account, settings);
        OkxProfile profile = settings.profile(current.deviceId().orElse(null));
        try (TokenReply reply =
                tries.of(settings.timeout(), limit -> tokens(home, profile.refresh(refreshToken), limit))) {
            return renewed(id, reply, current);
        } catch (OkxConnectException failure) {
            throw EndedConsent.told(id, failure);
        }
    }

    private TokenReply tokens(TokenHome home, TokenCall call, Duration limit) {
        Optional<URI> fallback = home.fallback();
        // A second path shares the time of the try.
        Duration each = fallback.isPresent() ? limit.dividedBy(2) : limit;
        TokenEndpoint endpoint = TokenEndpoint.triedOnce(grants.transport(), Dialect.OKX, each, System::nanoTime);
        return fallback.map(other -> endpoint.tokens(home.endpoint(), other, call))
                .orElseGet(() -> endpoint.tokens(home.endpoint(), call));
    }

    private AccessTokenCredential renewed(String id, TokenReply reply, AccessTokenCredential before) {
        Set<String> granted = before.scopes();
        Collection<String> now = reply.scope().map(OAuthScopes::split).orElse(granted);
        if (!granted.isEmpty() && OAuthScopes.exceed(now, granted)) {
            // The old tokens are dead by now, and the new ones are not what the user agreed to.
            throw new ReauthorizationRequiredException(
                    id,
                    "OKX answered a refresh with more rights than the user had granted; those tokens are not used.");
        }
        return StoredTokens.of(reply, grants.clock().instant(), settings.refreshTokenLifetime())
                .keepingRefreshToken(reply, before)
                .scopes(now.isEmpty() ? granted : now)
                .device(before.deviceId().orElse(null))
                .build();
    }
}
