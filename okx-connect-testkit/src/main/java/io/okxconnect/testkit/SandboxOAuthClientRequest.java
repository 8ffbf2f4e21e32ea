package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.Ids;
import io.okxconnect.testkit.internal.model.IpList;
import io.okxconnect.testkit.internal.oauth.ClientTerms;
import io.okxconnect.testkit.internal.oauth.Clients;
import io.okxconnect.testkit.internal.oauth.OAuthClient;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an app is to be registered with: start with {@link #confidential} or {@link #publicClient}. Each method changes
 * this request and returns it. Not thread-safe.
 */
public final class SandboxOAuthClientRequest {
    private final ClientTerms.Kind kind;
    private final String name;
    private final Set<String> redirectUris = new LinkedHashSet<>();
    private final Set<String> scopes = new LinkedHashSet<>();
    private IpList serverIps = IpList.of(List.of());
    private IpList keyIps = IpList.of(List.of());
    private Set<SandboxSite> sites = EnumSet.allOf(SandboxSite.class);
    private @Nullable String clientId;
    private @Nullable String clientSecret;

    private SandboxOAuthClientRequest(ClientTerms.Kind kind, String name) {
        this.kind = kind;
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * An app with a server, which can keep a client secret: OKX's authorization-code mode, and Fast API.
     *
     * @param name the app's name, which users see
     * @return a new request
     */
    public static SandboxOAuthClientRequest confidential(String name) {
        return new SandboxOAuthClientRequest(ClientTerms.Kind.CONFIDENTIAL, name);
    }

    /**
     * An app on the user's device, without a secret: OKX's PKCE mode.
     *
     * @param name the app's name, which users see
     * @return a new request
     */
    public static SandboxOAuthClientRequest publicClient(String name) {
        return new SandboxOAuthClientRequest(ClientTerms.Kind.PUBLIC, name);
    }

    /**
     * Adds an address that users may be sent back to.
     *
     * @param uri an absolute URI without a fragment, compared byte for byte
     * @return this request
     */
    public SandboxOAuthClientRequest redirectUri(String uri) {
        redirectUris.add(Objects.requireNonNull(uri, "uri"));
        return this;
    }

    /**
     * Allows to ask for looking, {@code read_only}.
     *
     * @return this request
     */
    public SandboxOAuthClientRequest read() {
        scopes.add("read_only");
        return this;
    }

    /**
     * Allows to ask for trading, {@code trade}.
     *
     * @return this request
     */
    public SandboxOAuthClientRequest trade() {
        scopes.add("trade");
        return this;
    }

    /**
     * Allows to use Fast API.
     *
     * @return this request
     * @throws IllegalStateException if this is a public client: OKX knows no Fast API with PKCE
     */
    public SandboxOAuthClientRequest fastApi() {
        if (kind == ClientTerms.Kind.PUBLIC) {
            throw new IllegalStateException("Fast API needs a client secret: register a confidential client");
        }
        scopes.add("fast_api");
        return this;
    }

    /**
     * Where the app's token calls and its calls with tokens may come from; by default anywhere.
     *
     * @param ips IPv4 and IPv6 addresses or networks, at most 10
     * @return this request
     * @throws IllegalArgumentException if an entry is not an address, or there are too many
     */
    public SandboxOAuthClientRequest serverIps(String... ips) {
        serverIps = Wording.refusing(() -> IpList.of(List.of(ips), SandboxOAuthClient.MOST_SERVER_IPS));
        return this;
    }

    /**
     * What Fast API keys are bound to that are made with {@code bindApp}; by default there is nothing to bind to.
     *
     * @param ips IPv4 and IPv6 addresses or networks, at most 200
     * @return this request
     * @throws IllegalArgumentException if an entry is not an address, or there are too many
     */
    public SandboxOAuthClientRequest keyIps(String... ips) {
        keyIps = Wording.refusing(() -> IpList.of(List.of(ips), SandboxOAuthClient.MOST_KEY_IPS));
        return this;
    }

    /**
     * The sites where the app is enabled, else 53018; by default all.
     *
     * @param first one site
     * @param more others
     * @return this request
     */
    public SandboxOAuthClientRequest sites(SandboxSite first, SandboxSite... more) {
        sites = EnumSet.of(first, more);
        return this;
    }

    /**
     * The client id; by default one is made up.
     *
     * @param id a client id that no other app has
     * @return this request
     */
    public SandboxOAuthClientRequest clientId(String id) {
        clientId = Objects.requireNonNull(id, "id");
        return this;
    }

    /**
     * The client secret of a confidential client; by default one is made up.
     *
     * @param secret the secret
     * @return this request
     * @throws IllegalStateException if this is a public client
     */
    public SandboxOAuthClientRequest clientSecret(String secret) {
        if (kind == ClientTerms.Kind.PUBLIC) {
            throw new IllegalStateException("a public client has no secret");
        }
        clientSecret = Objects.requireNonNull(secret, "secret");
        return this;
    }

    SandboxOAuthClient register(Clients clients, Ids ids) {
        List<String> missing = Stream.of(
                        name.isBlank() ? "a name" : "",
                        redirectUris.isEmpty() ? "a redirect URI" : "",
                        scopes.isEmpty() ? "a scope" : "")
                .filter(it -> !it.isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("an app is registered with " + String.join(" and ", missing));
        }
        Set<String> places = sites.stream().map(SandboxSite::name).collect(Collectors.toUnmodifiableSet());
        ClientTerms terms = new ClientTerms(kind, name, redirectUris, scopes, serverIps, keyIps, places);
        String id = clientId == null ? ids.token() : clientId;
        String secret = clientSecret == null && kind == ClientTerms.Kind.CONFIDENTIAL ? ids.token() : clientSecret;
        OAuthClient client = clients.register(id, secret, terms);
        return new SandboxOAuthClient(client, secret);
    }

    /**
     * The name of the app that is to be registered.
     *
     * @return text without any secret
     */
    @Override
    public String toString() {
        return "SandboxOAuthClientRequest[" + name + "]";
    }
}
