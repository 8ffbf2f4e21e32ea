package io.okxconnect.site;

import io.okxconnect.error.InvalidArgumentException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One OKX site: the web pages, REST host and WebSocket hosts that belong together. An account and its keys exist only at the
 * site where the user signed up; elsewhere a key is answered with 50119.
 *
 * <p>Hosts: OKX V5 docs, "Production trading URL", as of 2026-06. Immutable.
 */
public final class Site {
    /** The global site, {@code www.okx.com}. */
    public static final Site GLOBAL = new Site(
            "global",
            "https://www.okx.com",
            "https://openapi.okx.com",
            "wss://ws.okx.com:8443",
            "wss://wspap.okx.com:8443");

    /** The site of the European Economic Area, {@code my.okx.com}. */
    public static final Site EEA = new Site(
            "eea",
            "https://my.okx.com",
            "https://eea.okx.com",
            "wss://wseea.okx.com:8443",
            "wss://wseeapap.okx.com:8443");

    /** The site of the United States and Australia, {@code app.okx.com}. */
    public static final Site US = new Site(
            "us", "https://app.okx.com", "https://us.okx.com", "wss://wsus.okx.com:8443", "wss://wsuspap.okx.com:8443");

    /**
     * The site of Türkiye, {@code tr.okx.com}. OKX publishes no REST or WebSocket host for it: the REST host here is its web
     * host, to be replaced with {@link #withRestBase} where OKX names another.
     */
    public static final Site TR = new Site("tr", "https://tr.okx.com", "https://tr.okx.com", null, null);

    private static final List<Site> ALL = List.of(GLOBAL, EEA, US, TR);

    private final String name;
    private final URI webOrigin;
    private final URI restBase;
    private final @Nullable URI liveWebSocketBase;
    private final @Nullable URI demoWebSocketBase;

    private Site(
            String name,
            String webOrigin,
            String restBase,
            @Nullable String liveWebSocket,
            @Nullable String demoWebSocket) {
        this(
                name,
                URI.create(webOrigin),
                URI.create(restBase),
                liveWebSocket == null ? null : URI.create(liveWebSocket),
                demoWebSocket == null ? null : URI.create(demoWebSocket));
    }

    private Site(
            String name,
            URI webOrigin,
            URI restBase,
            @Nullable URI liveWebSocketBase,
            @Nullable URI demoWebSocketBase) {
        this.name = name;
        this.webOrigin = webOrigin;
        this.restBase = restBase;
        this.liveWebSocketBase = liveWebSocketBase;
        this.demoWebSocketBase = demoWebSocketBase;
    }

    /**
     * A site of your own, for a sandbox or a gateway. Web pages and REST share its address; it has no WebSocket hosts.
     *
     * @param name 1 to 32 of {@code a-z}, {@code 0-9} and {@code -}, none of the built-in names
     * @param base scheme, host and optional port, without path; {@code https}, or {@code http} on a loopback address
     * @return the site
     * @throws InvalidArgumentException if a rule is broken
     */
    public static Site custom(String name, URI base) {
        Objects.requireNonNull(name, "name");
        if (!name.matches("[a-z0-9-]{1,32}")) {
            throw new InvalidArgumentException(
                    "name", "must be 1 to 32 of a-z, 0-9 and '-'", "Pass a short name such as \"sandbox\".");
        }
        if (named(name).isPresent()) {
            throw new InvalidArgumentException(
                    "name",
                    "must not be the name of a built-in site",
                    "Use the constant, or withRestBase, or another name.");
        }
        URI checked = SiteAddress.checked("base", base);
        return new Site(name, checked, checked, (URI) null, null);
    }

    /**
     * The built-in site of that name.
     *
     * @param name {@code global}, {@code eea}, {@code us} or {@code tr}, in any case
     * @return the site, or empty if no built-in site has that name
     */
    public static Optional<Site> named(String name) {
        String wanted = Objects.requireNonNull(name, "name").toLowerCase(Locale.ROOT);
        return ALL.stream().filter(site -> site.name.equals(wanted)).findFirst();
    }

    /**
     * The built-in sites.
     *
     * @return global, EEA, US, TR
     */
    public static List<Site> all() {
        return ALL;
    }

    /**
     * The same site with another REST host, for example {@code https://www.okx.com} for the global one.
     *
     * @param restBase as in {@link #custom}
     * @return a changed copy under the same name
     * @throws InvalidArgumentException if a rule of {@link #custom} is broken
     */
    public Site withRestBase(URI restBase) {
        return new Site(
                name, webOrigin, SiteAddress.checked("restBase", restBase), liveWebSocketBase, demoWebSocketBase);
    }

    /**
     * The name under which accounts of this site are stored.
     *
     * @return lower case, for example {@code eea}
     */
    public String name() {
        return name;
    }

    /**
     * Where the user's pages are.
     *
     * @return for example {@code https://www.okx.com}
     */
    public URI webOrigin() {
        return webOrigin;
    }

    /**
     * The page on which the user makes, changes and deletes API keys (address as OKX's sample app uses it).
     *
     * @param environment live and demo keys have a tab of their own
     * @return for example {@code https://www.okx.com/account/my-api?go-live-trading=1}
     */
    public URI apiManagementPage(TradingEnvironment environment) {
        return URI.create(webOrigin + "/account/my-api?"
                + (environment == TradingEnvironment.DEMO ? "go-demo-trading=1" : "go-live-trading=1"));
    }

    /**
     * Where REST calls go, live and demo alike.
     *
     * @return for example {@code https://openapi.okx.com}
     */
    public URI restBase() {
        return restBase;
    }

    /**
     * Where WebSocket connections go.
     *
     * @param environment live and demo have different hosts
     * @return scheme, host and port; empty where OKX publishes none
     */
    public Optional<URI> webSocketBase(TradingEnvironment environment) {
        return Optional.ofNullable(environment == TradingEnvironment.DEMO ? demoWebSocketBase : liveWebSocketBase);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Site that
                && name.equals(that.name)
                && webOrigin.equals(that.webOrigin)
                && restBase.equals(that.restBase)
                && Objects.equals(liveWebSocketBase, that.liveWebSocketBase)
                && Objects.equals(demoWebSocketBase, that.demoWebSocketBase);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, webOrigin, restBase, liveWebSocketBase, demoWebSocketBase);
    }

    /** {@return name and REST host} */
    @Override
    public String toString() {
        return name + " (" + restBase + ")";
    }
}
