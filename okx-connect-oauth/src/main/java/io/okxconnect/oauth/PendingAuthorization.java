package io.okxconnect.oauth;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.Digests;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has to be remembered between begin and callback: everything that the callback is checked against. It does not hold the
 * state, only its digest ({@link #id}), so that a look into a store does not let anyone forge a callback.
 *
 * <p>It does hold the code verifier of a flow with PKCE, which is a secret. Immutable; whoever creates, reads or is given one
 * closes it.
 */
public final class PendingAuthorization implements AutoCloseable {
    private final String id;
    private final OAuthProfile profile;
    private final AccountId accountId;
    private final String siteName;
    private final TradingEnvironment environment;
    private final URI redirectUri;
    private final String sessionDigest;
    private final Instant createdAt;
    private final Instant expiresAt;
    private final @Nullable Secret codeVerifier;
    private final Map<String, String> attributes;

    PendingAuthorization(
            String id,
            OAuthProfile profile,
            AccountId accountId,
            String siteName,
            TradingEnvironment environment,
            URI redirectUri,
            String sessionDigest,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Secret codeVerifier,
            Map<String, String> attributes) {
        this.id = requireDigest("id", id);
        this.profile = Objects.requireNonNull(profile, "profile");
        this.accountId = Objects.requireNonNull(accountId, "accountId");
        this.siteName = Objects.requireNonNull(siteName, "siteName");
        this.environment = Objects.requireNonNull(environment, "environment");
        this.redirectUri = Objects.requireNonNull(redirectUri, "redirectUri");
        this.sessionDigest = requireDigest("session", sessionDigest);
        this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
        this.codeVerifier = codeVerifier;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    private static String requireDigest(String argument, String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new InvalidArgumentException(
                    argument, "must be 64 lower-case hex digits", "Pass what okx-connect stored, unchanged.");
        }
        return digest;
    }

    static String idOf(String state) {
        return Digests.sha256("okx-connect state", state);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @param bytes the stored form; left for the caller to wipe
     * @return the record; the caller closes it
     * @throws InvalidArgumentException if it is not such a form, or one of a newer version
     */
    public static PendingAuthorization fromBytes(byte[] bytes) {
        return PendingAuthorizationText.read(bytes);
    }

    /**
     * The form for a store outside of this process: one JSON object in UTF-8 with the members {@code v} (1), {@code id}, {@code profile},
     * {@code account}, {@code site}, {@code environment}, {@code redirect_uri}, {@code session} (a digest), {@code created} and {@code
     * expires} (Unix milliseconds), {@code verifier} (only with PKCE) and {@code attributes} (an object of texts). About 700 bytes.
     *
     * <p>The verifier is a secret: keep these bytes where you keep sessions, and let them expire.
     *
     * @return a fresh array, which the caller may wipe
     * @throws IllegalStateException if the record was closed
     */
    public byte[] toBytes() {
        return PendingAuthorizationText.write(this);
    }

    /**
     * The key under which it is stored: the digest of the state.
     *
     * @return 64 lower-case hex digits
     */
    public String id() {
        return id;
    }

    /**
     * The profile that it was begun with.
     *
     * @return the profile
     */
    public OAuthProfile profile() {
        return profile;
    }

    /**
     * The app's name for the account to connect.
     *
     * @return the id
     */
    public AccountId accountId() {
        return accountId;
    }

    /**
     * The site that it was begun at.
     *
     * @return its name, for example {@code global}
     */
    public String siteName() {
        return siteName;
    }

    /**
     * Live or demo trading.
     *
     * @return the environment
     */
    public TradingEnvironment environment() {
        return environment;
    }

    /**
     * Where the browser is sent back to.
     *
     * @return the redirect URI, byte for byte as it went out
     */
    public URI redirectUri() {
        return redirectUri;
    }

    /**
     * The session that began it.
     *
     * @return a digest, 64 lower-case hex digits
     */
    public String sessionDigest() {
        return sessionDigest;
    }

    /**
     * When it was begun.
     *
     * @return the time
     */
    public Instant createdAt() {
        return createdAt;
    }

    /**
     * From when on no callback is accepted; a store may forget it then.
     *
     * @return the time
     */
    public Instant expiresAt() {
        return expiresAt;
    }

    /**
     * The code verifier.
     *
     * @return the secret, closed together with this record; empty for a flow without PKCE
     */
    public Optional<Secret> codeVerifier() {
        return Optional.ofNullable(codeVerifier);
    }

    /**
     * What a connector remembers besides, such as the scopes it asked for.
     *
     * @return unmodifiable; never secret
     */
    public Map<String, String> attributes() {
        return attributes;
    }

    /**
     * A second record with the same content, which lives on when this one is closed.
     *
     * @return the copy; the caller closes it
     * @throws IllegalStateException if the record was closed
     */
    public PendingAuthorization copy() {
        return new PendingAuthorization(
                id,
                profile,
                accountId,
                siteName,
                environment,
                redirectUri,
                sessionDigest,
                createdAt,
                expiresAt,
                codeVerifier == null ? null : codeVerifier.copy(),
                attributes);
    }

    /** Overwrites the code verifier. Closing twice has no effect. */
    @Override
    public void close() {
        if (codeVerifier != null) {
            codeVerifier.close();
        }
    }

    /** {@return profile, site and expiry; nothing that could be used} */
    @Override
    public String toString() {
        return "PendingAuthorization[" + profile + ", " + siteName + ", " + environment + ", until " + expiresAt + "]";
    }
}
