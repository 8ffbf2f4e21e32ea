package io.okxconnect.internal.http;

import io.okxconnect.error.InvalidArgumentException;
import java.net.URI;
import java.util.Locale;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.RouteInfo.LayerType;
import org.apache.hc.client5.http.RouteInfo.TunnelType;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** Where a request goes, and through which proxy. The JDK's and the environment's proxy settings are not looked at. */
final class Routes {
    private static final String FIX = "Pass scheme, host and port only, for example https://www.okx.com.";

    private final @Nullable HttpHost proxy;
    private volatile @Nullable Way latest;

    private record Way(URI base, HttpRoute route) {}

    Routes(@Nullable HttpHost proxy) {
        this.proxy = proxy;
    }

    /** The way to a site. Most calls go where the one before went. */
    HttpRoute to(URI base) {
        Way known = latest;
        if (known == null || !known.base().equals(base)) {
            known = new Way(base, find(base));
            latest = known;
        }
        return known.route();
    }

    private HttpRoute find(URI base) {
        HttpHost target = target(base);
        boolean secure = target.getSchemeName().equals("https");
        return proxy == null
                ? new HttpRoute(target, null, secure)
                : new HttpRoute(
                        target,
                        null,
                        proxy,
                        secure,
                        TunnelType.TUNNELLED,
                        secure ? LayerType.LAYERED : LayerType.PLAIN);
    }

    private static HttpHost target(URI base) {
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new InvalidArgumentException("base", "must begin with https:// or http://", FIX);
        }
        String host = base.getHost();
        if (host == null) {
            throw new InvalidArgumentException("base", "must name a host", FIX);
        }
        boolean bare = base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null;
        String path = base.getRawPath();
        if (!bare || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new InvalidArgumentException("base", "must have no user, path, query or fragment", FIX);
        }
        int port = base.getPort() != -1 ? base.getPort() : scheme.equals("https") ? 443 : 80;
        return new HttpHost(scheme, withoutBrackets(host).toLowerCase(Locale.ROOT), port);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The value of the {@code Host} header: without the port that the scheme has anyway. */
    static String hostHeader(HttpHost target) {
        int usual = target.getSchemeName().equals("https") ? 443 : 80;
        return target.getPort() == usual ? bracketed(target.getHostName()) : hostAndPort(target);
    }

    static String hostAndPort(HttpHost target) {
        return bracketed(target.getHostName()) + ":" + target.getPort();
    }

    private static String bracketed(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }
}
