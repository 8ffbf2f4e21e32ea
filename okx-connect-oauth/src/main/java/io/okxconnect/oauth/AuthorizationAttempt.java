package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One authorization at a server, begun and not finished: the URL for the browser, and what the callback is checked against. Keep it
 * in the user's session, or its three parts, with {@link OAuthClient#resume}. Good for one callback. Safe for use by many threads; whoever
 * begins one closes it.
 */
public final class AuthorizationAttempt implements AutoCloseable {
    private final URI uri;
    private final URI redirectUri;
    private final Secret state;
    private final CodeVerifier codeVerifier;
    private final AtomicBoolean used = new AtomicBoolean();

    AuthorizationAttempt(URI uri, URI redirectUri, Secret state, CodeVerifier codeVerifier) {
        this.uri = uri;
        this.redirectUri = redirectUri;
        this.state = state;
        this.codeVerifier = codeVerifier;
    }

    /**
     * Where to send the browser. It holds the state: keep it out of logs.
     *
     * @return the authorization endpoint with all parameters
     */
    public URI uri() {
        return uri;
    }

    /**
     * Where the browser is sent back to.
     *
     * @return the redirect URI
     */
    public URI redirectUri() {
        return redirectUri;
    }

    /**
     * The state that the callback must carry.
     *
     * @return the secret, closed together with this attempt
     */
    public Secret state() {
        return state;
    }

    /**
     * The code verifier.
     *
     * @return the verifier, closed together with this attempt
     */
    public CodeVerifier codeVerifier() {
        return codeVerifier;
    }

    /** True for one caller. */
    boolean use() {
        return !used.getAndSet(true);
    }

    /** Overwrites state and verifier. Closing twice has no effect. */
    @Override
    public void close() {
        state.close();
        codeVerifier.close();
    }

    /** {@return no value} */
    @Override
    public String toString() {
        return "AuthorizationAttempt[redacted]";
    }
}
