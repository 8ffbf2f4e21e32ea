package io.okxconnect.oauth;

import io.okxconnect.HttpTransports;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.Addresses;
import io.okxconnect.oauth.internal.AuthorizationUrl;
import io.okxconnect.spi.HttpTransport;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings of an {@link OAuthClient}. Needed are client id, authorization endpoint and token endpoint. Not safe for use by several threads. */
public final class OAuthClientBuilder {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** RFC 6749, appendix A.1 and A.4. */
    private static final Pattern CLIENT_ID = Pattern.compile("[\\x20-\\x7e]{1,512}");

    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,256}");

    private @Nullable String clientId;
    private @Nullable Secret clientSecret;
    private @Nullable ClientAuthentication authentication;
    private @Nullable URI authorizationEndpoint;
    private @Nullable URI tokenEndpoint;
    private @Nullable URI revocationEndpoint;
    private final Set<String> scopes = new LinkedHashSet<>();
    private final Map<String, String> extraParameters = new LinkedHashMap<>();
    private @Nullable String issuer;
    private IssuerCheck issuerCheck = IssuerCheck.IF_PRESENT;
    private Duration timeout = Duration.ofSeconds(15);
    private Clock clock = Clock.systemUTC();
    private SecureRandom random = new SecureRandom();
    private @Nullable HttpTransport transport;
    private @Nullable HttpTransport ownTransport;

    OAuthClientBuilder() {}

    /**
     * The client's id at the server.
     *
     * @param clientId 1 to 512 printable ASCII characters
     * @return this builder
     * @throws InvalidArgumentException if it is no such text
     */
    public OAuthClientBuilder clientId(String clientId) {
        Objects.requireNonNull(clientId, "clientId");
        if (!CLIENT_ID.matcher(clientId).matches()) {
            throw new InvalidArgumentException(
                    "clientId", "must be 1 to 512 printable ASCII characters", "Pass the id that the server gave you.");
        }
        this.clientId = clientId;
        return this;
    }

    /**
     * The client's secret, for a server app. None by default: a desktop or mobile app cannot keep one. PKCE is used either way.
     *
     * @param clientSecret the secret; copied
     * @param authentication where it goes
     * @return this builder
     */
    public OAuthClientBuilder clientSecret(Secret clientSecret, ClientAuthentication authentication) {
        this.authentication = Objects.requireNonNull(authentication, "authentication");
        this.clientSecret = clientSecret.copy();
        return this;
    }

    /**
     * Where the user's browser is sent to. A query of its own is kept.
     *
     * @param endpoint https, or http on a loopback address
     * @return this builder
     * @throws InvalidArgumentException if it is no such address, or its query holds a parameter that the client sets
     */
    public OAuthClientBuilder authorizationEndpoint(URI endpoint) {
        this.authorizationEndpoint = AuthorizationUrl.requireFree(
                "authorizationEndpoint", Addresses.endpoint("authorizationEndpoint", endpoint));
        return this;
    }

    /**
     * Where codes and refresh tokens are exchanged.
     *
     * @param endpoint https, or http on a loopback address
     * @return this builder
     * @throws InvalidArgumentException if it is no such address
     */
    public OAuthClientBuilder tokenEndpoint(URI endpoint) {
        this.tokenEndpoint = Addresses.endpoint("tokenEndpoint", endpoint);
        return this;
    }

    /**
     * Where tokens are revoked (RFC 7009). None by default.
     *
     * @param endpoint https, or http on a loopback address
     * @return this builder
     * @throws InvalidArgumentException if it is no such address
     */
    public OAuthClientBuilder revocationEndpoint(URI endpoint) {
        this.revocationEndpoint = Addresses.endpoint("revocationEndpoint", endpoint);
        return this;
    }

    /**
     * What to ask for, sent joined by blanks. Nothing by default, which leaves it to the server.
     *
     * @param scopes each without blanks; replaces what was set before
     * @return this builder
     * @throws InvalidArgumentException if one is no scope token (RFC 6749, section 3.3)
     */
    public OAuthClientBuilder scopes(String... scopes) {
        for (String scope : scopes) {
            if (!SCOPE.matcher(scope).matches()) {
                throw new InvalidArgumentException(
                        "scopes", "must be visible ASCII without blank, quote and backslash", "Pass one scope each.");
            }
        }
        this.scopes.clear();
        this.scopes.addAll(List.of(scopes));
        return this;
    }

    /**
     * A further parameter of the authorization URL, for example {@code prompt=consent}.
     *
     * @param name 1 to 64 letters, digits and {@code _ . -}; none that the client sets itself
     * @param value its value, encoded once
     * @return this builder
     * @throws InvalidArgumentException if the name is taken or malformed
     */
    public OAuthClientBuilder extraParameter(String name, String value) {
        AuthorizationUrl.requireFree("name", name);
        extraParameters.put(name, Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * The server's issuer identifier, which the {@code iss} of a callback is compared with (RFC 9207). Without it, {@code iss} is ignored.
     *
     * @param issuer exactly as the server publishes it
     * @param check whether a callback without {@code iss} is refused
     * @return this builder
     */
    public OAuthClientBuilder issuer(String issuer, IssuerCheck check) {
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.issuerCheck = Objects.requireNonNull(check, "check");
        return this;
    }

    /**
     * Limit of each call of the server, body included.
     *
     * @param timeout more than zero, at most two minutes; 15 s by default
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public OAuthClientBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new InvalidArgumentException(
                    "timeout", "must be more than 0 and at most 2 minutes", "15 s is usual.");
        }
        this.timeout = timeout;
        return this;
    }

    /**
     * The clock that token lifetimes are counted from.
     *
     * @param clock the system's UTC clock by default
     * @return this builder
     */
    public OAuthClientBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * A transport of the app's own, which the client does not close.
     *
     * @param transport the transport; by default {@link HttpTransports#create()}
     * @return this builder
     */
    public OAuthClientBuilder transport(HttpTransport transport) {
        this.transport = Objects.requireNonNull(transport, "transport");
        return this;
    }

    OAuthClientBuilder random(SecureRandom random) {
        this.random = random;
        return this;
    }

    /**
     * Builds the client. Makes no call.
     *
     * @return a client that the caller closes
     * @throws InvalidArgumentException if something is missing; the message names everything that is
     */
    public OAuthClient build() {
        List<String> missing = new ArrayList<>();
        if (clientId == null) {
            missing.add("clientId");
        }
        if (authorizationEndpoint == null) {
            missing.add("authorizationEndpoint");
        }
        if (tokenEndpoint == null) {
            missing.add("tokenEndpoint");
        }
        if (!missing.isEmpty()) {
            throw new InvalidArgumentException(
                    String.join(", ", missing), "must be set", "Look them up in the server's documentation.");
        }
        ownTransport = transport == null ? HttpTransports.create() : null;
        return new OAuthClient(this);
    }

    String clientId() {
        return Objects.requireNonNull(clientId);
    }

    @Nullable
    Secret clientSecret() {
        return clientSecret == null ? null : clientSecret.copy();
    }

    @Nullable
    ClientAuthentication authentication() {
        return authentication;
    }

    URI authorizationEndpoint() {
        return Objects.requireNonNull(authorizationEndpoint);
    }

    URI tokenEndpoint() {
        return Objects.requireNonNull(tokenEndpoint);
    }

    @Nullable
    URI revocationEndpoint() {
        return revocationEndpoint;
    }

    Set<String> scopes() {
        return new LinkedHashSet<>(scopes);
    }

    Map<String, String> extraParameters() {
        return new LinkedHashMap<>(extraParameters);
    }

    @Nullable
    String issuer() {
        return issuer;
    }

    IssuerCheck issuerCheck() {
        return issuerCheck;
    }

    Duration timeout() {
        return timeout;
    }

    Clock clock() {
        return clock;
    }

    SecureRandom random() {
        return random;
    }

    HttpTransport transport() {
        return transport != null ? transport : Objects.requireNonNull(ownTransport);
    }

    @Nullable
    HttpTransport ownTransport() {
        return ownTransport;
    }
}
