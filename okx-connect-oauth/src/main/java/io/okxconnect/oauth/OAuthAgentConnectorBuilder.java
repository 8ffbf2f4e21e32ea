package io.okxconnect.oauth;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.Addresses;
import io.okxconnect.oauth.internal.AgentProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an {@link OAuthConnector} at OKX's agent server. Needed are client, resource and scopes. Whether a trading product may use that server
 * is for OKX to say: nothing here is used unless an app asks for it. Not safe for use by several threads.
 */
public final class OAuthAgentConnectorBuilder extends OAuthPublicConnectorBuilder<OAuthAgentConnectorBuilder> {
    /** The default path of the agent server's token endpoint (OKX's "growth-affiliate-tool"). */
    public static final String TOKEN_PATH = "/api/v5/mcp/auth/token";

    /** RFC 6749, section 3.3. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,128}");

    private String tokenPath = TOKEN_PATH;
    private @Nullable URI resource;
    private List<String> scopes = List.of();

    OAuthAgentConnectorBuilder(ExchangeConnector okx) {
        super(okx);
    }

    @Override
    OAuthAgentConnectorBuilder self() {
        return this;
    }

    /**
     * What the tokens are for (RFC 8707); the same in all requests.
     *
     * @param resource an absolute https address (or http on a loopback address) without fragment
     * @return this builder
     * @throws InvalidArgumentException if it is no such address
     */
    public OAuthAgentConnectorBuilder resource(URI resource) {
        this.resource = Addresses.endpoint("resource", resource);
        return this;
    }

    /**
     * What to ask the user for. OKX's agent server may grant more than that; what an account may do is checked when it is connected.
     *
     * @param first one scope, for example {@code demo:read}
     * @param more others
     * @return this builder
     * @throws InvalidArgumentException if one is not 1 to 128 visible ASCII characters without {@code "} and {@code \}
     */
    public OAuthAgentConnectorBuilder scopes(String first, String... more) {
        List<String> given = new ArrayList<>(List.of(more));
        given.add(0, Objects.requireNonNull(first, "first"));
        if (!given.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
            throw new InvalidArgumentException(
                    "scopes", "must be 1 to 128 visible ASCII characters each", "Pass one scope in each argument.");
        }
        this.scopes = List.copyOf(new LinkedHashSet<>(given));
        return this;
    }

    /**
     * The path of the token endpoint, at the web origin of each site. {@link #TOKEN_PATH} by default.
     *
     * @param path begins with {@code /}; letters, digits and {@code . _ ~ -} between slashes
     * @return this builder
     * @throws InvalidArgumentException if it is no such path
     */
    public OAuthAgentConnectorBuilder tokenPath(String path) {
        this.tokenPath = OAuthSite.requirePath("path", path);
        return this;
    }

    @Override
    public OAuthConnector build() {
        String id = clientId();
        URI audience = resource;
        if (id == null || audience == null || scopes.isEmpty()) {
            List<String> missing = new ArrayList<>();
            if (id == null) {
                missing.add("clientId");
            }
            if (audience == null) {
                missing.add("resource");
            }
            if (scopes.isEmpty()) {
                missing.add("scopes");
            }
            throw missing(missing);
        }
        AgentProfile profile = new AgentProfile(id, scopes, audience);
        return built(
                new OAuthConnectorSettings(
                        OAuthProfile.AGENT,
                        id,
                        device -> profile,
                        scopes,
                        redirectUri(),
                        sites().stream().map(this::atAgentServer).toList(),
                        environment(),
                        null,
                        refreshTokenLifetime(),
                        timeout(),
                        loopback()),
                null);
    }

    /** The agent server is where the pages are, unless the app has said where it is. */
    private OAuthSite atAgentServer(OAuthSite site) {
        OAuthSite usual = OAuthSite.of(site.site());
        OAuthSite agents = site.withTokenPath(tokenPath);
        return site.tokenBase().equals(usual.tokenBase())
                ? agents.withTokenBase(site.site().webOrigin())
                : agents;
    }
}
