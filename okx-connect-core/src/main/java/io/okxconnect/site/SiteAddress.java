package io.okxconnect.site;

import io.okxconnect.error.InvalidArgumentException;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/** The rule for addresses that credentials are sent to. */
final class SiteAddress {
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|\\[::1]|localhost");

    private static final int MAX_PORT = 65_535;

    private SiteAddress() {}

    static URI checked(String argument, URI address) {
        Objects.requireNonNull(address, argument);
        String host = address.getHost();
        String scheme = address.getScheme();
        boolean bare = host != null
                && (address.getPort() == -1 || (address.getPort() >= 1 && address.getPort() <= MAX_PORT))
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && (address.getRawPath().isEmpty() || address.getRawPath().equals("/"));
        boolean safe = bare
                && ("https".equals(scheme)
                        || ("http".equals(scheme) && LOOPBACK.matcher(host).matches()));
        if (!safe) {
            throw new InvalidArgumentException(
                    argument,
                    "must be https (or http on a loopback address) with host and optional port (1 to 65535), and nothing"
                            + " else",
                    "Pass an address such as https://openapi.okx.com or http://127.0.0.1:8080.");
        }
        return URI.create(scheme + "://" + host + (address.getPort() < 0 ? "" : ":" + address.getPort()));
    }
}
