package io.okxconnect.oauth;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/** An authorization that was begun: where to send the user's browser. Immutable. */
public final class AuthorizationRequest {
    private final URI uri;
    private final Instant expiresAt;

    AuthorizationRequest(URI uri, Instant expiresAt) {
        this.uri = Objects.requireNonNull(uri, "uri");
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /**
     * Where to send the browser, with a redirect (302 or 303) or a link. It holds the state: keep it out of logs.
     *
     * @return the consent page with all parameters
     */
    public URI uri() {
        return uri;
    }

    /**
     * The same for a page that uses OKX's script in place of a redirect.
     *
     * @return what the page gives to the script
     */
    public SdkParameters sdkParameters() {
        return SdkParameters.of(uri);
    }

    /**
     * Until when the callback is accepted.
     *
     * @return the time
     */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** {@return when it ends; never the URL} */
    @Override
    public String toString() {
        return "AuthorizationRequest[until " + expiresAt + "]";
    }
}
