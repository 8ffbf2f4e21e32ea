package io.okxconnect.oauth;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.Addresses;
import io.okxconnect.oauth.internal.RegistrationEndpoint;
import io.okxconnect.site.Site;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Registers an app at OKX's agent server (RFC 7591; OKX's "growth-affiliate-tool"). Done once for an app: keep the client id. Anyone
 * can register, so a client id proves nothing. Immutable.
 */
public final class AgentRegistration {
    /** The default path of the registration endpoint. */
    public static final String PATH = "/api/v5/mcp/auth/register";

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final ExchangeConnector okx;
    private final Site site;
    private final String path;

    private AgentRegistration(ExchangeConnector okx, Site site, String path) {
        this.okx = okx;
        this.site = site;
        this.path = path;
    }

    /**
     * Registration at a site.
     *
     * @param okx whose way to the network is used
     * @param site at whose web origin the server is
     * @return it, with the default path
     */
    public static AgentRegistration at(ExchangeConnector okx, Site site) {
        return new AgentRegistration(Objects.requireNonNull(okx, "okx"), Objects.requireNonNull(site, "site"), PATH);
    }

    /**
     * The same at another path.
     *
     * @param path begins with {@code /}; letters, digits and {@code . _ ~ -} between slashes
     * @return a changed copy
     * @throws InvalidArgumentException if it is no such path
     */
    public AgentRegistration withPath(String path) {
        return new AgentRegistration(okx, site, OAuthSite.requirePath("path", path));
    }

    /**
     * Registers the app, as a client without a secret. Sent once: whether a lost one was carried out does not matter, since nothing is
     * kept of it.
     *
     * @param clientName what the user reads on the consent page, 1 to 100 characters
     * @param redirectUris where the server may send the browser back to, at least one
     * @param scopes what the app will ask for; may be empty
     * @return the client id
     * @throws InvalidArgumentException if an argument breaks its rule
     * @throws io.okxconnect.oauth.error.OAuthErrorException if the server refused
     * @throws io.okxconnect.oauth.error.TokenEndpointException if there is no client id in the answer, or it registers other redirect URIs
     * @throws io.okxconnect.error.TransportException if nothing was sent
     */
    public String register(String clientName, Set<URI> redirectUris, Collection<String> scopes) {
        if (clientName.isBlank() || clientName.length() > 100) {
            throw new InvalidArgumentException("clientName", "must be 1 to 100 characters", "Pass the app's name.");
        }
        if (redirectUris.isEmpty()) {
            throw new InvalidArgumentException("redirectUris", "must not be empty", "Name one at least.");
        }
        Set<String> addresses = new LinkedHashSet<>();
        redirectUris.forEach(
                uri -> addresses.add(Addresses.redirect("redirectUris", uri).toString()));
        return new RegistrationEndpoint(okx.grants().transport(), TIMEOUT)
                .register(URI.create(site.webOrigin() + path), clientName, addresses, Set.copyOf(scopes));
    }
}
