package io.okxconnect.oauth.internal;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.internal.TokenCall.Encoding;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Profile B, Fast API: scope {@code fast_api}, a client secret, no PKCE, no refresh token, a JSON body without redirect URI (OKX's sample
 * app "builder-integration-demo").
 */
public final class FastApiProfile implements OkxProfile {
    private final String clientId;
    private final Secret clientSecret;

    public FastApiProfile(String clientId, Secret clientSecret) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public boolean usesPkce() {
        return false;
    }

    @Override
    public AuthorizationParameters authorize(URI redirectUri, String state, @Nullable String verifier) {
        return new AuthorizationParameters(
                clientId, redirectUri, "fast_api", state, null, null, Map.of("access_type", "offline"));
    }

    @Override
    public TokenCall exchange(Secret code, @Nullable Secret verifier, URI redirectUri) {
        return new TokenCall(Encoding.JSON)
                .field("grant_type", "authorization_code")
                .field("code", SecretText.of(code))
                .field("client_id", clientId)
                .field("client_secret", SecretText.of(clientSecret));
    }

    @Override
    public TokenCall refresh(Secret refreshToken) {
        throw new UnsupportedOperationException("Fast API has no refresh token: its key lives on without one.");
    }
}
