package io.okxconnect.oauth;

import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.CallbackRejectedException.Reason;
import io.okxconnect.site.Site;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Confirms the {@code domain} of a callback. It is outside input that would choose where the client secret goes, so it is never
 * parsed and never becomes an address: it is compared, whole, with the table of sites, and the table's own entry is used.
 */
final class CallbackOrigins {
    private CallbackOrigins() {}

    /** The host for the token call: the site's own if the callback names none. */
    static URI confirm(@Nullable String domain, OAuthSite begunAt, Collection<OAuthSite> enabled) {
        if (domain == null) {
            return begunAt.tokenBase();
        }
        String named = normalised(domain);
        return find(named, List.of(begunAt)).orElseThrow(() -> new CallbackRejectedException(reason(named, enabled)));
    }

    private static Reason reason(String named, Collection<OAuthSite> enabled) {
        if (find(named, enabled).isPresent()) {
            return Reason.OTHER_SITE;
        }
        List<OAuthSite> all = Site.all().stream().map(OAuthSite::of).toList();
        return find(named, all).isPresent() ? Reason.SITE_NOT_ENABLED : Reason.DOMAIN_UNKNOWN;
    }

    private static Optional<URI> find(String named, Collection<OAuthSite> sites) {
        return sites.stream()
                .flatMap(site -> site.callbackOrigins().stream())
                .filter(origin -> origin.toString().equals(named))
                .findFirst();
    }

    /** Blanks around it, one slash at its end and the case of ASCII letters do not matter; everything else does. */
    private static String normalised(String domain) {
        int from = 0;
        int to = domain.length();
        while (from < to && domain.charAt(from) == ' ') {
            from++;
        }
        while (to > from && domain.charAt(to - 1) == ' ') {
            to--;
        }
        if (to > from && domain.charAt(to - 1) == '/') {
            to--;
        }
        StringBuilder lower = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = domain.charAt(i);
            // Not toLowerCase: it makes a k of the Kelvin sign.
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }
}
