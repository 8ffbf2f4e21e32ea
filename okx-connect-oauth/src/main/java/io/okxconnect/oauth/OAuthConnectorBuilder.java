package io.okxconnect.oauth;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.Grants;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.Addresses;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings that all {@link OAuthConnector OAuth connectors} share. Not safe for use by several threads.
 *
 * @param <B> the builder itself
 */
public abstract sealed class OAuthConnectorBuilder<B extends OAuthConnectorBuilder<B>>
        permits OAuthCodeConnectorBuilder, OAuthPublicConnectorBuilder {
    private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7e]{1,512}");
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
    private static final Duration LONGEST_REFRESH_LIFE = Duration.ofDays(3_650);
    private static final int PENDING = 10_000;

    private final ExchangeConnector okx;
    private final Grants grants;
    private @Nullable URI redirectUri;
    private List<OAuthSite> sites;
    private TradingEnvironment environment;
    private SecureRandom random = new SecureRandom();
    private @Nullable PendingAuthorizationStore pending;
    private Duration lifetime = AuthorizationFlow.LONGEST;
    private Duration refreshTokenLifetime = Duration.ofDays(3);
    private Duration timeout = Duration.ofSeconds(15);
    private Pauses pauses = Pauses.REAL;

    OAuthConnectorBuilder(ExchangeConnector okx) {
        this.okx = okx;
        this.grants = okx.grants();
        this.sites = List.of(OAuthSite.of(grants.site()));
        this.environment = grants.environment();
    }

    abstract B self();

    /**
     * Where OKX sends the browser back to: one of the URLs registered at OKX, character by character. A desktop app that only uses {@link
     * OAuthConnector#connectInBrowser} needs none.
     *
     * @param redirectUri https, http on a loopback address, or a private-use scheme; not percent-encoded a second time
     * @return this builder
     * @throws InvalidArgumentException if it is no such address
     */
    public B redirectUri(URI redirectUri) {
        this.redirectUri = Addresses.redirect("redirectUri", redirectUri);
        return self();
    }

    /**
     * The sites whose users may connect; the first one is begun at unless told otherwise. The exchange connector's own site by
     * default. Stored accounts of a site that is not named are not renewed.
     *
     * @param sites at least one, no two of one name
     * @return this builder
     * @throws InvalidArgumentException if there is none, or two have one name
     */
    public B sites(OAuthSite... sites) {
        List<OAuthSite> given = List.of(sites);
        if (given.isEmpty()
                || given.stream().map(each -> each.site().name()).distinct().count() != given.size()) {
            throw new InvalidArgumentException(
                    "sites", "must be at least one, and no two of one name", "Name each site once.");
        }
        this.sites = given;
        return self();
    }

    /**
     * Live or demo trading. The exchange connector's by default.
     *
     * @param environment live or demo
     * @return this builder
     */
    public B environment(TradingEnvironment environment) {
        this.environment = Objects.requireNonNull(environment, "environment");
        return self();
    }

    /**
     * Where states and code verifiers come from. A new {@link SecureRandom} by default.
     *
     * @param random the source
     * @return this builder
     */
    public B random(SecureRandom random) {
        this.random = Objects.requireNonNull(random, "random");
        return self();
    }

    /**
     * What remembers begun connects. In memory by default; an app on several nodes needs one that they share.
     *
     * @param store the store
     * @return this builder
     */
    public B pendingAuthorizations(PendingAuthorizationStore store) {
        this.pending = Objects.requireNonNull(store, "store");
        return self();
    }

    /**
     * How long a begun connect may take. 10 minutes by default, as long as OKX's codes live.
     *
     * @param lifetime more than 0, at most 10 minutes
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public B lifetime(Duration lifetime) {
        this.lifetime = AuthorizationFlow.requireLifetime(lifetime);
        return self();
    }

    /**
     * How long a refresh token lives after the refresh that gave it. 3 days by default (OKX broker docs). After that no call is made any
     * more: the account needs the user's new consent.
     *
     * @param lifetime 1 minute to 3,650 days
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public B refreshTokenLifetime(Duration lifetime) {
        if (lifetime.compareTo(Duration.ofMinutes(1)) < 0 || lifetime.compareTo(LONGEST_REFRESH_LIFE) > 0) {
            throw new InvalidArgumentException(
                    "lifetime", "must be 1 minute to 3650 days", "OKX's refresh tokens live 3 days.");
        }
        this.refreshTokenLifetime = lifetime;
        return self();
    }

    /**
     * Limit of each token call, 15 seconds by default. A refresh, with all its repeats, ends within 40 seconds whatever this is.
     *
     * @param timeout 1 ms to 20 seconds
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public B timeout(Duration timeout) {
        if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST_CALL) > 0) {
            throw new InvalidArgumentException("timeout", "must be 1 ms to 20 seconds", "15 s suits most apps.");
        }
        this.timeout = timeout;
        return self();
    }

    /** Other pauses than real ones. */
    B pauses(Pauses pauses) {
        this.pauses = pauses;
        return self();
    }

    /**
     * Builds the connector, and has the exchange connector renew the tokens of its accounts from now on. Makes no call. Build it when the
     * app starts, also if nobody is about to connect: accounts that were connected earlier need it.
     *
     * @return the connector; the caller closes it
     * @throws InvalidArgumentException if a needed setting is missing; it names all that are
     */
    public abstract OAuthConnector build();

    final OAuthConnector built(OAuthConnectorSettings settings, @Nullable Secret clientSecret) {
        PendingAuthorizationStore store =
                pending != null ? pending : new InMemoryPendingAuthorizationStore(grants.clock(), PENDING);
        AuthorizationFlow flow = new AuthorizationFlow(store, settings.sites(), grants.clock(), random, lifetime);
        return new OAuthConnector(
                okx, flow, settings, new Repeats(pauses, random), new RefreshTries(pauses, random), clientSecret);
    }

    static String requireClientId(@Nullable String clientId) {
        // Null too: the id often comes from the environment, where it may be missing.
        if (clientId == null || !CLIENT_ID.matcher(clientId).matches()) {
            throw new InvalidArgumentException(
                    "clientId", "must be 1 to 512 visible ASCII characters", "Pass the id that OKX gave the app.");
        }
        return clientId;
    }

    static InvalidArgumentException missing(List<String> names) {
        return new InvalidArgumentException(
                String.join(", ", names), "must be set", "Take them from the app's registration at OKX.");
    }

    @Nullable
    URI redirectUri() {
        return redirectUri;
    }

    List<OAuthSite> sites() {
        return sites;
    }

    TradingEnvironment environment() {
        return environment;
    }

    Duration refreshTokenLifetime() {
        return refreshTokenLifetime;
    }

    Duration timeout() {
        return timeout;
    }
}
