package io.okxconnect.oauth.internal;

import io.okxconnect.error.InvalidArgumentException;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/** The rules for addresses that secrets, codes and users are sent to. No message repeats the address: it may hold a secret by mistake. */
public final class Addresses {
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|\\[::1]|localhost");
    /** RFC 8252, section 7.1: a private-use scheme is a reversed domain name, so it has a dot. */
    private static final Pattern PRIVATE_USE = Pattern.compile("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+");

    private static final Pattern ENCODED_SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*%(25)*3A.*");

    private Addresses() {}

    /** An endpoint of a server: https, or http on a loopback address; a query of its own is kept. */
    public static URI endpoint(String argument, URI address) {
        Objects.requireNonNull(address, argument);
        if (!isSecure(address)
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null
                || address.getPort() == 0
                || address.getPort() > 65_535) {
            throw new InvalidArgumentException(
                    argument,
                    "must be https (or http on a loopback address) without user and fragment",
                    "Pass an address such as https://auth.example.com/oauth2/token.");
        }
        return address;
    }

    /** Where the server sends the user back to (RFC 6749, section 3.1.2; for apps RFC 8252, section 7). */
    public static URI redirect(String argument, URI address) {
        Objects.requireNonNull(address, argument);
        if (ENCODED_SCHEME.matcher(address.toString()).matches()) {
            throw new InvalidArgumentException(
                    argument,
                    "must not be percent-encoded yet, or it would be encoded twice (double encoding)",
                    "Pass the redirect URI as it is registered.");
        }
        String scheme = address.getScheme();
        boolean privateUse = scheme != null && PRIVATE_USE.matcher(scheme).matches();
        if (!(privateUse || isSecure(address))
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null) {
            throw new InvalidArgumentException(
                    argument,
                    "must be https, http on a loopback address, or a private-use scheme with a dot, without user and fragment",
                    "Pass the redirect URI as it is registered, for example https://app.example.com/callback.");
        }
        return address;
    }

    private static boolean isSecure(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme())
                                && LOOPBACK.matcher(host).matches()));
    }

    /** Scheme, host and port. */
    static URI base(URI endpoint) {
        return URI.create(endpoint.getScheme() + "://" + endpoint.getHost()
                + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort()));
    }

    /** Path and query, as they go on the request line. */
    static String target(URI endpoint) {
        String path = endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath();
        return endpoint.getRawQuery() == null ? path : path + "?" + endpoint.getRawQuery();
    }
}
