package io.okxconnect.oauth.internal;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.internal.TokenCall.Encoding;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Profile D, OKX's agent server, which keeps to OAuth 2.1: form bodies, scopes joined by blanks, PKCE, and the same {@code resource} (RFC
 * 8707) in all three requests (OKX's "growth-affiliate-tool").
 */
public final class AgentProfile implements OkxProfile {
    private final String clientId;
    private final List<String> scopes;
    private final URI resource;

    public AgentProfile(String clientId, List<String> scopes, URI resource) {
        this.clientId = clientId;
        this.scopes = List.copyOf(scopes);
        this.resource = resource;
    }

    @Override
    public boolean usesPkce() {
        return true;
    }

    @Override
    public AuthorizationParameters authorize(URI redirectUri, String state, @Nullable String verifier) {
        return new AuthorizationParameters(
                clientId,
                redirectUri,
                String.join(" ", scopes),
                state,
                Objects.requireNonNull(verifier, "verifier"),
                resource,
                Map.of("flow", "code"));
    }

    @Override
    public TokenCall exchange(Secret code, @Nullable Secret verifier, URI redirectUri) {
        return new TokenCall(Encoding.FORM)
                .field("grant_type", "authorization_code")
                .field("client_id", clientId)
                .field("redirect_uri", redirectUri.toString())
                .field("code", SecretText.of(code))
                .field("code_verifier", SecretText.of(Objects.requireNonNull(verifier, "verifier")))
                .field("resource", resource.toString());
    }

    @Override
    public TokenCall refresh(Secret refreshToken) {
        return new TokenCall(Encoding.FORM)
                .field("grant_type", "refresh_token")
                .field("client_id", clientId)
                .field("refresh_token", SecretText.of(refreshToken))
                .field("resource", resource.toString());
    }
}
