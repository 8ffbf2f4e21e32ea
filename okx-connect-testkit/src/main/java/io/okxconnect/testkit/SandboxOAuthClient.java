package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.IpList;
import io.okxconnect.testkit.internal.oauth.AuthorizationRequest;
import io.okxconnect.testkit.internal.oauth.OAuthClient;
import io.okxconnect.testkit.internal.oauth.Profile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An app that is registered with the sandbox. Prints no secret. Thread-safe. */
public final class SandboxOAuthClient {
    static final int MOST_SERVER_IPS = 10;
    static final int MOST_KEY_IPS = 200;

    private final OAuthClient client;
    private final @Nullable String secret;

    SandboxOAuthClient(OAuthClient client, @Nullable String secret) {
        this.client = client;
        this.secret = secret;
    }

    /**
     * The public part, {@code client_id}.
     *
     * @return the client id
     */
    public String clientId() {
        return client.id();
    }

    /**
     * The secret part, {@code client_secret}. The exchange itself keeps only a hash of it.
     *
     * @return the secret
     * @throws IllegalStateException if the app is a public client, which has none
     */
    public String clientSecret() {
        if (secret == null) {
            throw new IllegalStateException("a public client has no secret");
        }
        return secret;
    }

    /**
     * The app's name, which users see.
     *
     * @return the name
     */
    public String name() {
        return client.name();
    }

    /**
     * Takes the permission for Fast API away, or gives it back: without it, {@code scope=fast_api} and the exchange of such
     * a code are answered 53017, and making a key 50117.
     *
     * @param allowed whether the app may use Fast API
     */
    public void setFastApi(boolean allowed) {
        client.fastApi(allowed);
    }

    /**
     * Replaces where the app's token calls and its calls with tokens may come from, else 53014; none means from anywhere.
     * Public clients may call from anywhere.
     *
     * @param ips IPv4 and IPv6 addresses or networks, at most 10
     * @throws IllegalArgumentException if an entry is not an address, or there are too many
     */
    public void setServerIps(String... ips) {
        Wording.refusing(() -> client.serverIps(IpList.of(List.of(ips), MOST_SERVER_IPS)));
    }

    /**
     * Replaces what Fast API keys are bound to that are made with {@code bindApp}; with none, such a request is answered
     * 50118. Keys that exist keep what they have.
     *
     * @param ips IPv4 and IPv6 addresses or networks, at most 200
     * @throws IllegalArgumentException if an entry is not an address, or there are too many
     */
    public void setKeyIps(String... ips) {
        Wording.refusing(() -> client.keyIps(IpList.of(List.of(ips), MOST_KEY_IPS)));
    }

    /** A consent to all that the app is registered for. */
    AuthorizationRequest everything(@Nullable String termId) {
        if (client.isConfidential() != (termId == null)) {
            throw new IllegalArgumentException("tokens of public clients, and only those, are bound to a device");
        }
        Set<String> scopes = new LinkedHashSet<>(client.scopes());
        boolean fastApi = scopes.remove("fast_api") && scopes.isEmpty();
        Profile confidential = fastApi ? Profile.FAST_API : Profile.CODE;
        return new AuthorizationRequest(
                client,
                client.isConfidential() ? confidential : Profile.PKCE,
                "",
                fastApi ? Set.of("fast_api") : scopes,
                "",
                null,
                termId == null ? null : AuthorizationRequest.requireTermId(termId),
                null);
    }

    /**
     * The app's name.
     *
     * @return text without any secret
     */
    @Override
    public String toString() {
        return "SandboxOAuthClient[" + client.name() + "]";
    }
}
