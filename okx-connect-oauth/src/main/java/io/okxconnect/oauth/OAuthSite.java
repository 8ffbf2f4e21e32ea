package io.okxconnect.oauth;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.Addresses;
import io.okxconnect.oauth.internal.AuthorizationUrl;
import io.okxconnect.site.Site;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an OKX site authorizes: the consent page, the token endpoint, and the values of {@code domain} that its callbacks may carry. OKX
 * publishes only a part of this, so every part can be replaced; the defaults are what OKX's sample app "builder-integration-demo"
 * verified for the global site, and the likeliest elsewhere.
 *
 * <p>Immutable.
 */
public final class OAuthSite {
    /** The default path of the consent page. */
    public static final String AUTHORIZE_PATH = "/account/oauth";

    /** The default path of the token endpoint. */
    public static final String TOKEN_PATH = "/v5/users/oauth/token";

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]{1,64}){1,12}");
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]{1,253}(:\\d{1,5})?|http://\\[::1](:\\d{1,5})?");

    private final Site site;
    private final String authorizePath;
    private final String tokenPath;
    private final @Nullable String tokenPathFallback;
    private final URI tokenBase;
    private final Set<URI> callbackOrigins;
    private final Map<String, String> extraParameters;

    private OAuthSite(
            Site site,
            String authorizePath,
            String tokenPath,
            @Nullable String tokenPathFallback,
            URI tokenBase,
            Set<URI> callbackOrigins,
            Map<String, String> extraParameters) {
        this.site = site;
        this.authorizePath = authorizePath;
        this.tokenPath = tokenPath;
        this.tokenPathFallback = tokenPathFallback;
        this.tokenBase = tokenBase;
        this.callbackOrigins = Collections.unmodifiableSet(new LinkedHashSet<>(callbackOrigins));
        this.extraParameters = Collections.unmodifiableMap(new LinkedHashMap<>(extraParameters));
    }

    /**
     * The defaults of a site. A site of your own uses its address for everything.
     *
     * @param site the site
     * @return its addresses
     */
    public static OAuthSite of(Site site) {
        Objects.requireNonNull(site, "site");
        return switch (site.name()) {
            case "global" -> with(site, "https://www.okx.com", List.of("https://www.okx.com"));
            case "eea" -> with(site, "https://eea.okx.com", List.of("https://eea.okx.com", "https://my.okx.com"));
            case "us" -> with(site, "https://us.okx.com", List.of("https://us.okx.com", "https://app.okx.com"));
            case "tr" -> with(site, "https://tr.okx.com", List.of("https://tr.okx.com"));
            default ->
                with(site, site.webOrigin().toString(), List.of(site.webOrigin().toString()));
        };
    }

    private static OAuthSite with(Site site, String tokenBase, List<String> origins) {
        Set<URI> callbackOrigins = new LinkedHashSet<>();
        origins.forEach(origin -> callbackOrigins.add(URI.create(origin)));
        return new OAuthSite(site, AUTHORIZE_PATH, TOKEN_PATH, null, URI.create(tokenBase), callbackOrigins, Map.of());
    }

    /**
     * The same with another path of the consent page, for example {@code /account/authlogin}.
     *
     * @param path begins with {@code /}; letters, digits and {@code . _ ~ -} between slashes
     * @return a changed copy
     * @throws InvalidArgumentException if it is no such path
     */
    public OAuthSite withAuthorizePath(String path) {
        return new OAuthSite(
                site,
                requirePath("path", path),
                tokenPath,
                tokenPathFallback,
                tokenBase,
                callbackOrigins,
                extraParameters);
    }

    /**
     * The same with another path of the token endpoint.
     *
     * @param path as in {@link #withAuthorizePath}
     * @return a changed copy
     * @throws InvalidArgumentException if it is no such path
     */
    public OAuthSite withTokenPath(String path) {
        return new OAuthSite(
                site,
                authorizePath,
                requirePath("path", path),
                tokenPathFallback,
                tokenBase,
                callbackOrigins,
                extraParameters);
    }

    /**
     * The same with a second path, tried once if the token endpoint answers 404 without a code of OKX. None by default.
     *
     * @param path as in {@link #withAuthorizePath}, for example {@code /api/v5/users/oauth/token}
     * @return a changed copy
     * @throws InvalidArgumentException if it is no such path
     */
    public OAuthSite withTokenPathFallback(String path) {
        return new OAuthSite(
                site, authorizePath, tokenPath, requirePath("path", path), tokenBase, callbackOrigins, extraParameters);
    }

    /**
     * The same with another host for token calls after a callback without {@code domain}.
     *
     * @param base https (or http on a loopback address), host and optional port, nothing else
     * @return a changed copy
     * @throws InvalidArgumentException if it is no such address
     */
    public OAuthSite withTokenBase(URI base) {
        return new OAuthSite(
                site,
                authorizePath,
                tokenPath,
                tokenPathFallback,
                checkedOrigin("base", base),
                callbackOrigins,
                extraParameters);
    }

    /**
     * The same with other values of {@code domain} that belong to the site. Token calls go to the one that a callback names.
     *
     * @param origins at least one, each as in {@link #withTokenBase}, in lower case
     * @return a changed copy
     * @throws InvalidArgumentException if one is no such address, or there is none
     */
    public OAuthSite withCallbackOrigins(Set<URI> origins) {
        if (origins.isEmpty()) {
            throw new InvalidArgumentException("origins", "must not be empty", "Name the site's own origin at least.");
        }
        origins.forEach(origin -> checkedOrigin("origins", origin));
        return new OAuthSite(site, authorizePath, tokenPath, tokenPathFallback, tokenBase, origins, extraParameters);
    }

    /**
     * The same with further parameters on the authorization URL, for example {@code authLogout=1}.
     *
     * @param parameters values by name; none that okx-connect sets itself
     * @return a changed copy
     * @throws InvalidArgumentException if a name is taken or malformed
     */
    public OAuthSite withExtraParameters(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            Objects.requireNonNull(value, "value");
            AuthorizationUrl.requireFree("parameters", name);
        });
        return new OAuthSite(site, authorizePath, tokenPath, tokenPathFallback, tokenBase, callbackOrigins, parameters);
    }

    static String requirePath(String argument, String path) {
        Objects.requireNonNull(path, argument);
        if (!PATH.matcher(path).matches() || path.contains("/.")) {
            throw new InvalidArgumentException(
                    argument,
                    "must begin with / and hold only letters, digits and . _ ~ - between slashes",
                    "Pass a path such as /account/oauth.");
        }
        return path;
    }

    private static URI checkedOrigin(String argument, URI origin) {
        Addresses.endpoint(argument, origin);
        if (!ORIGIN.matcher(origin.toString()).matches()) {
            throw new InvalidArgumentException(
                    argument,
                    "must be scheme, host and optional port in lower case, and nothing else",
                    "Pass an origin such as https://www.okx.com.");
        }
        return origin;
    }

    /**
     * The site.
     *
     * @return the site
     */
    public Site site() {
        return site;
    }

    /**
     * The consent page, without parameters.
     *
     * @return for example {@code https://www.okx.com/account/oauth}
     */
    public URI authorizeEndpoint() {
        return URI.create(site.webOrigin() + authorizePath);
    }

    /**
     * The host of token calls after a callback without {@code domain}.
     *
     * @return scheme, host and port
     */
    public URI tokenBase() {
        return tokenBase;
    }

    /**
     * The values of {@code domain} that belong to the site.
     *
     * @return unmodifiable, lower case, without path
     */
    public Set<URI> callbackOrigins() {
        return callbackOrigins;
    }

    /**
     * The further parameters on the authorization URL.
     *
     * @return unmodifiable
     */
    public Map<String, String> extraParameters() {
        return extraParameters;
    }

    URI tokenEndpoint(URI base) {
        return URI.create(base + tokenPath);
    }

    Optional<URI> tokenEndpointFallback(URI base) {
        return Optional.ofNullable(tokenPathFallback).map(path -> URI.create(base + path));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OAuthSite that
                && site.equals(that.site)
                && authorizePath.equals(that.authorizePath)
                && tokenPath.equals(that.tokenPath)
                && Objects.equals(tokenPathFallback, that.tokenPathFallback)
                && tokenBase.equals(that.tokenBase)
                && callbackOrigins.equals(that.callbackOrigins)
                && extraParameters.equals(that.extraParameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                site, authorizePath, tokenPath, tokenPathFallback, tokenBase, callbackOrigins, extraParameters);
    }

    /** {@return the name of the site and its token host} */
    @Override
    public String toString() {
        return "OAuthSite[" + site.name() + ", " + tokenBase + "]";
    }
}
