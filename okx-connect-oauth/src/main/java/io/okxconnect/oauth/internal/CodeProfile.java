package io.okxconnect.oauth.internal;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.internal.TokenCall.Encoding;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Profile A, authorization code with a client secret: scopes joined by commas, a JSON body without redirect URI (OKX broker docs; the refresh
 * fields are a third party's).
 */
public final class CodeProfile implements OkxProfile {
    private final String clientId;
    private final Secret clientSecret;
    private final List<String> scopes;

    public CodeProfile(String clientId, Secret clientSecret, List<String> scopes) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.scopes = List.copyOf(scopes);
    }

    @Override
    public boolean usesPkce() {
        return false;
    }

    @Override
    public AuthorizationParameters authorize(URI redirectUri, String state, @Nullable String verifier) {
        return new AuthorizationParameters(
                clientId, redirectUri, String.join(",", scopes), state, null, null, Map.of("access_type", "offline"));
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
        return new TokenCall(Encoding.JSON)
                .field("grant_type", "refresh_token")
                .field("refresh_token", SecretText.of(refreshToken))
                .field("client_id", clientId)
                .field("client_secret", SecretText.of(clientSecret));
    }
}
