package io.okxconnect.oauth;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.Grants;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.Addresses;
import io.okxconnect.oauth.internal.FastApiProfile;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link FastApiConnector}. Needed are client and redirect URI. Not safe for use by several threads. */
public final class FastApiConnectorBuilder {
    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);
    private static final int PENDING = 10_000;

    private final ExchangeConnector okx;
    private final Grants grants;
    private @Nullable String clientId;
    private @Nullable Secret clientSecret;
    private @Nullable URI redirectUri;
    private List<OAuthSite> sites;
    private TradingEnvironment environment;
    private FastApiPermission permission = FastApiPermission.TRADE;
    private FastApiKeyBinding binding = FastApiKeyBinding.BOUND_TO_APP;
    private String label = "okxconnect";
    private FastApiLabelRule labelRule = FastApiLabelRule.lettersAndDigits();
    private SecureRandom random = new SecureRandom();
    private @Nullable FastApiPassphrases passphrases;
    private @Nullable PendingAuthorizationStore pending;
    private Duration lifetime = AuthorizationFlow.LONGEST;
    private FastApiUidLookup uidLookup = FastApiUidLookup.TOKEN_ANSWER;
    private Duration timeout = Duration.ofSeconds(15);
    private Pauses pauses = Pauses.REAL;

    FastApiConnectorBuilder(ExchangeConnector okx) {
        this.okx = okx;
        this.grants = okx.grants();
        this.sites = List.of(OAuthSite.of(grants.site()));
        this.environment = grants.environment();
    }

    /**
     * The app's client at OKX.
     *
     * @param clientId 1 to 512 visible ASCII characters; not secret
     * @param clientSecret copied
     * @return this builder
     * @throws InvalidArgumentException if the id is null or no such text
     */
    public FastApiConnectorBuilder client(String clientId, Secret clientSecret) {
        String id = OAuthConnectorBuilder.requireClientId(clientId);
        Secret before = this.clientSecret;
        this.clientSecret = clientSecret.copy();
        this.clientId = id;
        if (before != null) {
            before.close();
        }
        return this;
    }

    /**
     * The app's client at OKX, with a secret that the caller can wipe.
     *
     * @param clientId as above
     * @param clientSecret copied, and left for the caller to wipe
     * @return this builder
     * @throws InvalidArgumentException if the id breaks its rule, or the secret is null or empty
     */
    public FastApiConnectorBuilder client(String clientId, char[] clientSecret) {
        try (Secret secret = ClientSecrets.of(clientSecret)) {
            return client(clientId, secret);
        }
    }

    /**
     * The app's client at OKX. The text of the secret stays in memory until it is collected: prefer the other forms.
     *
     * @param clientId as above
     * @param clientSecret the secret
     * @return this builder
     * @throws InvalidArgumentException if the id breaks its rule, or the secret is null or empty
     */
    public FastApiConnectorBuilder client(String clientId, String clientSecret) {
        try (Secret secret = ClientSecrets.of(clientSecret)) {
            return client(clientId, secret);
        }
    }

    /**
     * Where OKX sends the browser back to: one of the URLs registered at OKX, character by character.
     *
     * @param redirectUri https, or http on a loopback address; not percent-encoded a second time
     * @return this builder
     * @throws InvalidArgumentException if it is no such address
     */
    public FastApiConnectorBuilder redirectUri(URI redirectUri) {
        this.redirectUri = Addresses.redirect("redirectUri", redirectUri);
        return this;
    }

    /**
     * The sites whose users may connect; the first one is begun at unless told otherwise. The exchange connector's own site by
     * default.
     *
     * @param sites at least one, no two of one name
     * @return this builder
     * @throws InvalidArgumentException if there is none, or two have one name
     */
    public FastApiConnectorBuilder sites(OAuthSite... sites) {
        List<OAuthSite> given = List.of(sites);
        if (given.isEmpty()
                || given.stream().map(each -> each.site().name()).distinct().count() != given.size()) {
            throw new InvalidArgumentException(
                    "sites", "must be at least one, and no two of one name", "Name each site once.");
        }
        this.sites = given;
        return this;
    }

    /**
     * Live or demo trading: for which of the two the keys are made. The exchange connector's by default.
     *
     * @param environment live or demo
     * @return this builder
     */
    public FastApiConnectorBuilder environment(TradingEnvironment environment) {
        this.environment = Objects.requireNonNull(environment, "environment");
        return this;
    }

    /**
     * What the keys may do. A key with more than that is never taken. {@link FastApiPermission#TRADE} by default.
     *
     * @param permission what to ask for
     * @return this builder
     */
    public FastApiConnectorBuilder permission(FastApiPermission permission) {
        this.permission = Objects.requireNonNull(permission, "permission");
        return this;
    }

    /**
     * From where the keys work. {@link FastApiKeyBinding#BOUND_TO_APP} by default; nothing but this setting changes it.
     *
     * @param binding what to ask for
     * @return this builder
     */
    public FastApiConnectorBuilder keyBinding(FastApiKeyBinding binding) {
        this.binding = Objects.requireNonNull(binding, "binding");
        return this;
    }

    /**
     * The name of the keys on the user's API page at OKX. {@code okxconnect} by default; the app's name is better. {@link #build()} checks
     * it against the rule.
     *
     * @param label 1 to 50 letters and digits, unless {@link #labelRule} says otherwise
     * @return this builder
     */
    public FastApiConnectorBuilder label(String label) {
        this.label = Objects.requireNonNull(label, "label");
        return this;
    }

    /**
     * What a label may be. {@link FastApiLabelRule#lettersAndDigits()} by default.
     *
     * @param rule the rule
     * @return this builder
     */
    public FastApiConnectorBuilder labelRule(FastApiLabelRule rule) {
        this.labelRule = Objects.requireNonNull(rule, "rule");
        return this;
    }

    /**
     * Makes the passphrase of each key. {@link FastApiPassphrases#random(SecureRandom)} by default.
     *
     * @param passphrases the generator
     * @return this builder
     */
    public FastApiConnectorBuilder passphrases(FastApiPassphrases passphrases) {
        this.passphrases = Objects.requireNonNull(passphrases, "passphrases");
        return this;
    }

    /**
     * Where states come from, and passphrases unless set otherwise. A new {@link SecureRandom} by default.
     *
     * @param random the source
     * @return this builder
     */
    public FastApiConnectorBuilder random(SecureRandom random) {
        this.random = Objects.requireNonNull(random, "random");
        return this;
    }

    /**
     * What remembers begun connects. In memory by default; an app on several nodes needs one that they share.
     *
     * @param store the store
     * @return this builder
     */
    public FastApiConnectorBuilder pendingAuthorizations(PendingAuthorizationStore store) {
        this.pending = Objects.requireNonNull(store, "store");
        return this;
    }

    /**
     * How long a begun connect may take. 10 minutes by default, as long as OKX's codes live.
     *
     * @param lifetime more than 0, at most 10 minutes
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public FastApiConnectorBuilder lifetime(Duration lifetime) {
        this.lifetime = AuthorizationFlow.requireLifetime(lifetime);
        return this;
    }

    /**
     * How to learn whose account it is before a key is deleted. {@link FastApiUidLookup#TOKEN_ANSWER} by default.
     *
     * @param lookup the way
     * @return this builder
     */
    public FastApiConnectorBuilder uidLookup(FastApiUidLookup lookup) {
        this.uidLookup = Objects.requireNonNull(lookup, "lookup");
        return this;
    }

    /**
     * Limit of each call for token and key, 15 seconds by default. A connect makes three if all goes well, and some more if answers
     * get lost: deleting is tried four times at most, making a key three times.
     *
     * @param timeout 1 ms to 2 minutes
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public FastApiConnectorBuilder timeout(Duration timeout) {
        if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST_CALL) > 0) {
            throw new InvalidArgumentException("timeout", "must be 1 ms to 2 minutes", "15 s suits most apps.");
        }
        this.timeout = timeout;
        return this;
    }

    /** Other pauses than real ones. */
    FastApiConnectorBuilder pauses(Pauses pauses) {
        this.pauses = pauses;
        return this;
    }

    /**
     * Builds the connector. Makes no call.
     *
     * @return the connector; the caller closes it
     * @throws InvalidArgumentException if a needed setting is missing, or the label breaks its rule
     */
    public FastApiConnector build() {
        String id = clientId;
        Secret secret = clientSecret;
        URI redirect = redirectUri;
        if (id == null || secret == null || redirect == null) {
            List<String> missing = new ArrayList<>();
            if (id == null) {
                missing.add("client");
            }
            if (redirect == null) {
                missing.add("redirectUri");
            }
            throw new InvalidArgumentException(
                    String.join(", ", missing), "must be set", "Take them from the app's registration at OKX.");
        }
        if (!labelRule.allows(label)) {
            throw new InvalidArgumentException(
                    "label", "breaks the rule, by default 1 to 50 letters and digits", "Choose another label.");
        }
        PendingAuthorizationStore store =
                pending != null ? pending : new InMemoryPendingAuthorizationStore(grants.clock(), PENDING);
        FastApiPassphrases generator = passphrases != null ? passphrases : FastApiPassphrases.random(random);
        Secret own = secret.copy();
        FastApiSettings settings = new FastApiSettings(
                id,
                new FastApiProfile(id, own),
                redirect,
                sites,
                environment,
                permission,
                binding,
                label,
                generator,
                uidLookup,
                timeout);
        return new FastApiConnector(
                new AuthorizationFlow(store, sites, grants.clock(), random, lifetime),
                settings,
                new FastApiConnect(okx, settings, new Repeats(pauses, random)),
                own);
    }
}
