package io.okxconnect.oauth;

import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** The host that gave an account's tokens, and the only one that is asked for new ones. */
record TokenHome(OAuthSite site, URI base) {
    /** The attribute of a stored account that names the host. */
    static final String ATTRIBUTE = "okx-connect.oauth-token-host";

    /**
     * The host of a stored account, found again among those of the enabled sites: a changed store must not choose where a
     * refresh token goes.
     */
    static TokenHome of(CredentialMetadata account, OAuthConnectorSettings settings) {
        Optional<OAuthSite> site = settings.site(account.siteName());
        String stored = account.attributes().getOrDefault(ATTRIBUTE, "");
        return site.flatMap(enabled -> hosts(enabled)
                        .filter(host -> host.toString().equals(stored))
                        .findFirst()
                        .map(host -> new TokenHome(enabled, host)))
                .orElseThrow(() -> new TokenEndpointException(Reason.HOST_NOT_ENABLED, "POST token endpoint", 0));
    }

    private static Stream<URI> hosts(OAuthSite site) {
        return Stream.concat(Stream.of(site.tokenBase()), site.callbackOrigins().stream());
    }

    static TokenHome of(ConfirmedCode code) {
        return new TokenHome(code.site(), code.tokenBase());
    }

    URI endpoint() {
        return site.tokenEndpoint(base);
    }

    Optional<URI> fallback() {
        return site.tokenEndpointFallback(base);
    }
}
