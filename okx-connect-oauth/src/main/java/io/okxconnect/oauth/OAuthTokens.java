package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.internal.TokenReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one authorization (RFC 6749, section 5.1). Immutable and safe for use by many threads; whoever is given them closes
 * them.
 */
public final class OAuthTokens implements AutoCloseable {
    private final Secret accessToken;
    private final @Nullable Secret refreshToken;
    private final Instant receivedAt;
    private final @Nullable Instant expiresAt;
    private final Set<String> scopes;

    OAuthTokens(
            Secret accessToken,
            @Nullable Secret refreshToken,
            Instant receivedAt,
            @Nullable Instant expiresAt,
            Set<String> scopes) {
        this.accessToken = accessToken;
        this.refreshToken = refreshToken;
        this.receivedAt = receivedAt;
        this.expiresAt = expiresAt;
        this.scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /** Takes over the secrets of the reply. */
    static OAuthTokens of(
            TokenReply reply, @Nullable Secret refreshTokenBefore, Instant receivedAt, Set<String> scopes) {
        Secret refreshToken = reply.refreshToken().orElse(null);
        if (refreshToken == null && refreshTokenBefore != null) {
            refreshToken = refreshTokenBefore.copy();
        }
        return new OAuthTokens(
                reply.accessToken(),
                refreshToken,
                receivedAt,
                reply.lifetime().map(receivedAt::plus).orElse(null),
                scopes);
    }

    /**
     * What calls carry as {@code Authorization: Bearer}.
     *
     * @return the secret; it is closed together with these tokens
     */
    public Secret accessToken() {
        return accessToken;
    }

    /**
     * What new tokens are asked for with.
     *
     * @return the secret, closed together with these tokens; empty if the server gave none
     */
    public Optional<Secret> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    /**
     * When the answer came.
     *
     * @return the time by the client's clock
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * When the access token expires, by this machine's clock. Leave a margin: see {@link #isFresh}.
     *
     * @return the time; empty if the server did not say
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /**
     * Whether the access token can still be used for a while.
     *
     * @param now the time now
     * @param margin how long it must live on, for example 60 s: the call has to arrive, and clocks differ
     * @return true if it lives on for more than the margin, or if the server did not say how long it lives
     */
    public boolean isFresh(Instant now, Duration margin) {
        return expiresAt == null || now.plus(margin).isBefore(expiresAt);
    }

    /**
     * What the user granted.
     *
     * @return unmodifiable; empty if neither side named a scope
     */
    public Set<String> scopes() {
        return scopes;
    }

    /** Overwrites both tokens. Closing twice has no effect. */
    @Override
    public void close() {
        accessToken.close();
        if (refreshToken != null) {
            refreshToken.close();
        }
    }

    /** {@return the expiry and whether there is a refresh token; never a token} */
    @Override
    public String toString() {
        return "OAuthTokens[expires " + (expiresAt == null ? "unknown" : expiresAt) + ", refresh token "
                + (refreshToken == null ? "absent" : "present") + "]";
    }
}
