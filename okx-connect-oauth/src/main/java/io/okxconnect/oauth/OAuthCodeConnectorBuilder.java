package io.okxconnect.oauth;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.CodeProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an {@link OAuthConnector} of a server app, which can keep a client secret. Needed are client and redirect URI. Not safe for use by
 * several threads.
 */
public final class OAuthCodeConnectorBuilder extends OAuthConnectorBuilder<OAuthCodeConnectorBuilder> {
    private @Nullable String clientId;
    private @Nullable Secret clientSecret;
    private List<String> scopes = OAuthScopes.texts(Set.of(OAuthScope.values()));

    OAuthCodeConnectorBuilder(ExchangeConnector okx) {
        super(okx);
    }

    @Override
    OAuthCodeConnectorBuilder self() {
        return this;
    }

    /**
     * The app's client at OKX.
     *
     * @param clientId 1 to 512 visible ASCII characters; not secret
     * @param clientSecret copied
     * @return this builder
     * @throws InvalidArgumentException if the id is null or no such text
     */
    public OAuthCodeConnectorBuilder client(String clientId, Secret clientSecret) {
        String id = requireClientId(clientId);
        Secret before = this.clientSecret;
        this.clientSecret = clientSecret.copy();
        this.clientId = id;
        if (before != null) {
            before.close();
        }
        return this;
    }

    /**
     * The app's client at OKX, with a secret that the caller can wipe.
     *
     * @param clientId as above
     * @param clientSecret copied, and left for the caller to wipe
     * @return this builder
     * @throws InvalidArgumentException if the id breaks its rule, or the secret is null or empty
     */
    public OAuthCodeConnectorBuilder client(String clientId, char[] clientSecret) {
        try (Secret secret = ClientSecrets.of(clientSecret)) {
            return client(clientId, secret);
        }
    }

    /**
     * The app's client at OKX. The text of the secret stays in memory until it is collected: prefer the other forms.
     *
     * @param clientId as above
     * @param clientSecret the secret
     * @return this builder
     * @throws InvalidArgumentException if the id breaks its rule, or the secret is null or empty
     */
    public OAuthCodeConnectorBuilder client(String clientId, String clientSecret) {
        try (Secret secret = ClientSecrets.of(clientSecret)) {
            return client(clientId, secret);
        }
    }

    /**
     * What to ask the user for. Reading and trading by default.
     *
     * @param first one scope
     * @param more others
     * @return this builder
     */
    public OAuthCodeConnectorBuilder scopes(OAuthScope first, OAuthScope... more) {
        this.scopes = OAuthScopes.texts(first, more);
        return this;
    }

    @Override
    public OAuthConnector build() {
        String id = clientId;
        Secret secret = clientSecret;
        URI redirect = redirectUri();
        if (id == null || secret == null || redirect == null) {
            List<String> missing = new ArrayList<>();
            if (id == null) {
                missing.add("client");
            }
            if (redirect == null) {
                missing.add("redirectUri");
            }
            throw missing(missing);
        }
        Secret own = secret.copy();
        CodeProfile profile = new CodeProfile(id, own, scopes);
        return built(
                new OAuthConnectorSettings(
                        OAuthProfile.AUTHORIZATION_CODE,
                        id,
                        device -> profile,
                        scopes,
                        redirect,
                        sites(),
                        environment(),
                        null,
                        refreshTokenLifetime(),
                        timeout(),
                        Objects::requireNonNull),
                own);
    }
}
