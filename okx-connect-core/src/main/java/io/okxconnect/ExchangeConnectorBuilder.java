package io.okxconnect;

import io.okxconnect.check.AccountRequirements;
import io.okxconnect.check.KeyExpiry;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.internal.doctor.Search;
import io.okxconnect.internal.http.HttpClientTransport;
import io.okxconnect.internal.pacing.Pacing;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an {@link ExchangeConnector}. Every setting has a default; setting one again replaces it,
 * but listeners add up. Not safe for use by
 * many threads; a connector that was built is not affected by later changes.
 */
public final class ExchangeConnectorBuilder {
    private Site site = Site.GLOBAL;
    private TradingEnvironment environment = TradingEnvironment.LIVE;
    private List<Site> enabledSites = List.of();
    private Search search = Search.DIAGNOSE;
    private Duration diagnosisLimit = Duration.ofSeconds(10);
    private AccountRequirements requirements = AccountRequirements.futuresTrading();
    private Clock clock = Clock.systemUTC();
    private DuplicatePolicy duplicatePolicy = DuplicatePolicy.refuseSameAccount();
    private Duration expiryWarning = Duration.ofDays(3);
    private BrokerCodes brokerCodes = BrokerCodes.NONE;
    private final List<ConnectionListener> listeners = new ArrayList<>();
    private @Nullable CredentialStore store;
    private boolean ownsStore;
    private @Nullable HttpTransport transport;
    private HttpClientTransport.@Nullable Builder ownTransport;
    private @Nullable BiFunction<HttpTransport, Clock, OkxCalls> pipeline;

    ExchangeConnectorBuilder() {}

    /**
     * The OKX site where new accounts are connected; stored ones keep theirs. A key works only at the site where its account was
     * opened.
     *
     * @param site the site; {@link Site#GLOBAL} by default
     * @return this builder
     */
    public ExchangeConnectorBuilder site(Site site) {
        this.site = Objects.requireNonNull(site, "site");
        return this;
    }

    /**
     * Live or demo trading for new accounts; stored ones keep theirs.
     *
     * @param environment the environment; {@link TradingEnvironment#LIVE} by default
     * @return this builder
     */
    public ExchangeConnectorBuilder environment(TradingEnvironment environment) {
        this.environment = Objects.requireNonNull(environment, "environment");
        return this;
    }

    /**
     * Further OKX sites where a key that the connector's own site does not know may be tried, once each, so that a refused
     * connect can say at which site the account was opened. Each try sends the API key and the passphrase to that site, so
     * none is tried unless it is listed here or by {@link #detectSiteAndEnvironment}. The other environment of the own site is
     * the same host and needs no permission.
     *
     * @param sites the sites, replacing those set before; none by default
     * @return this builder
     */
    public ExchangeConnectorBuilder enabledSites(Site... sites) {
        this.enabledSites = List.of(sites);
        return this;
    }

    /**
     * Lets a connect find the OKX site and the environment of an account by itself: {@link #site} and {@link #environment} are
     * tried first, then the sites of {@link #enabledSites}, or, if none are set and the own site is one of OKX's, all of {@link
     * Site#all()}. The account is connected where OKX knows its key; {@link Connection#site()} and {@link
     * Connection#environment()} say where that is. Calling this is the app's consent to send a refused key to those sites. Off
     * by default: a refused connect then says where the account belongs.
     *
     * @return this builder
     */
    public ExchangeConnectorBuilder detectSiteAndEnvironment() {
        this.search = Search.DETECT;
        return this;
    }

    /**
     * How long the first look at an account may take, and the search for what is wrong with it: all tries at all sites
     * together. A site that cannot be reached uses up no more than its share.
     *
     * @param diagnosisLimit 100 ms to 2 minutes; 10 s by default
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public ExchangeConnectorBuilder diagnosisLimit(Duration diagnosisLimit) {
        Objects.requireNonNull(diagnosisLimit, "diagnosisLimit");
        if (diagnosisLimit.compareTo(Duration.ofMillis(100)) < 0
                || diagnosisLimit.compareTo(Duration.ofMinutes(2)) > 0) {
            throw new InvalidArgumentException(
                    "diagnosisLimit", "must be 100 ms to 2 minutes", "10 s is enough for four sites.");
        }
        this.diagnosisLimit = diagnosisLimit;
        return this;
    }

    /**
     * Where credentials are kept. The connector takes the store over and closes it with itself.
     *
     * @param store the store; by default one in memory, which forgets everything when the app ends
     * @return this builder
     */
    public ExchangeConnectorBuilder credentialStore(CredentialStore store) {
        this.store = Objects.requireNonNull(store, "store");
        this.ownsStore = true;
        return this;
    }

    /**
     * Where credentials are kept, in a store that others use too: the connector does not close it.
     *
     * @param store the store; replaces {@link #credentialStore}
     * @return this builder
     */
    public ExchangeConnectorBuilder sharedCredentialStore(CredentialStore store) {
        this.store = Objects.requireNonNull(store, "store");
        this.ownsStore = false;
        return this;
    }

    /**
     * What the app needs of an account.
     *
     * @param requirements {@link AccountRequirements#futuresTrading()} by default
     * @return this builder
     */
    public ExchangeConnectorBuilder requirements(AccountRequirements requirements) {
        this.requirements = Objects.requireNonNull(requirements, "requirements");
        return this;
    }

    /**
     * Adds someone who hears of each change in the state of the connector's accounts.
     *
     * @param listener told on a thread of the connector, after those added before it
     * @return this builder
     */
    public ExchangeConnectorBuilder listener(ConnectionListener listener) {
        this.listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * What happens when an OKX account is connected that is stored under another id.
     *
     * @param policy {@link DuplicatePolicy#refuseSameAccount()} by default
     * @return this builder
     */
    public ExchangeConnectorBuilder duplicatePolicy(DuplicatePolicy policy) {
        this.duplicatePolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * How long before OKX deletes an unused key the account is {@link ConnectionState#EXPIRES_SOON}.
     *
     * @param warning zero, which switches that state off, to less than 14 days; 3 days by default
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public ExchangeConnectorBuilder expiresSoonWithin(Duration warning) {
        if (warning.isNegative() || warning.compareTo(KeyExpiry.IDLE_LIMIT) >= 0) {
            throw new InvalidArgumentException(
                    "warning",
                    "must be at least zero and less than the 14 days after which OKX deletes an unused key",
                    "Pass for example Duration.ofDays(3).");
        }
        this.expiryWarning = warning;
        return this;
    }

    /**
     * The broker code that goes into the {@code tag} of each order, algo order, closed position, bot, quote and conversion that
     * {@link Connection#call} sends and that has no tag of its own, so that OKX credits it to the app. Cancels, amendments, transfers and
     * reads carry none (OKX V5 docs, "Broker program").
     *
     * @param code 1 to 16 letters or digits, from OKX's broker dashboard; not secret. By default none is sent
     * @return this builder
     * @throws InvalidArgumentException if it has another form
     */
    public ExchangeConnectorBuilder brokerCode(String code) {
        this.brokerCodes = brokerCodes.with(null, null, code);
        return this;
    }

    /**
     * The broker code for accounts that came in one way, before that for all: OKX's codes for keys that users paste and for those that
     * come by consent may differ.
     *
     * @param origin how the credential came
     * @param code as for {@link #brokerCode(String)}
     * @return this builder
     * @throws InvalidArgumentException if the code has another form
     */
    public ExchangeConnectorBuilder brokerCode(CredentialOrigin origin, String code) {
        this.brokerCodes = brokerCodes.with(null, Objects.requireNonNull(origin, "origin"), code);
        return this;
    }

    /**
     * The broker code for accounts that came in one way at one site, before all others.
     *
     * @param site where the account is
     * @param origin how the credential came
     * @param code as for {@link #brokerCode(String)}
     * @return this builder
     * @throws InvalidArgumentException if the code has another form
     */
    public ExchangeConnectorBuilder brokerCode(Site site, CredentialOrigin origin, String code) {
        this.brokerCodes =
                brokerCodes.with(Objects.requireNonNull(site, "site"), Objects.requireNonNull(origin, "origin"), code);
        return this;
    }

    /**
     * A transport of the app's own, which the connector does not close. It excludes {@link #maxConnections}, {@link
     * #connectTimeout} and {@link #proxy}, which belong to the default transport.
     *
     * @param transport the transport; by default one on Apache HttpClient 5
     * @return this builder
     */
    public ExchangeConnectorBuilder transport(HttpTransport transport) {
        this.transport = Objects.requireNonNull(transport, "transport");
        return this;
    }

    /**
     * How many connections the default transport may hold open at once, over all accounts.
     *
     * @param maxConnections 1 to 10,000; 64 by default
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public ExchangeConnectorBuilder maxConnections(int maxConnections) {
        ownTransport().maxConnections(maxConnections);
        return this;
    }

    /**
     * How long the default transport waits for a connection, name lookup and TLS included. The limit of the whole call counts as
     * well.
     *
     * @param connectTimeout more than zero; 3 s by default
     * @return this builder
     * @throws InvalidArgumentException if it is not positive
     */
    public ExchangeConnectorBuilder connectTimeout(Duration connectTimeout) {
        ownTransport().connectTimeout(connectTimeout);
        return this;
    }

    /**
     * The HTTP proxy of the default transport. It only sees which host is called: requests go through a {@code CONNECT} tunnel.
     *
     * @param host the proxy's host name or address
     * @param port its port
     * @return this builder
     * @throws InvalidArgumentException if one of them is not valid
     */
    public ExchangeConnectorBuilder proxy(String host, int port) {
        ownTransport().proxy(host, port);
        return this;
    }

    /**
     * The clock that requests are dated with. A wrong clock is measured against OKX's and corrected for.
     *
     * @param clock the system's UTC clock by default
     * @return this builder
     */
    public ExchangeConnectorBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /** Another pipeline than the usual one, for example in virtual time. */
    ExchangeConnectorBuilder pipeline(BiFunction<HttpTransport, Clock, OkxCalls> pipeline) {
        this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
        return this;
    }

    private HttpClientTransport.Builder ownTransport() {
        HttpClientTransport.Builder current = ownTransport;
        if (current == null) {
            current = HttpClientTransport.builder();
            ownTransport = current;
        }
        return current;
    }

    /**
     * Builds the connector. Makes no call.
     *
     * @return a connector that the caller closes
     * @throws InvalidArgumentException if settings exclude each other
     */
    public ExchangeConnector build() {
        HttpTransport given = transport;
        if (given != null && ownTransport != null) {
            throw new InvalidArgumentException(
                    "transport",
                    "excludes maxConnections, connectTimeout and proxy, which belong to the default transport",
                    "Set them on your own transport, or leave transport out.");
        }
        List<AutoCloseable> owned = new ArrayList<>();
        HttpTransport used = given;
        if (used == null) {
            used = ownTransport().build();
            owned.add(used);
        }
        CredentialStore theirs = store;
        CredentialStore kept = new GuardedStore(theirs == null ? new InMemoryCredentialStore() : theirs);
        if (theirs == null || ownsStore) {
            owned.add(kept);
        }
        OkxCalls calls = pipeline == null
                ? new OkxCalls(used, CallSeams.system(clock), new Pacing())
                : pipeline.apply(used, clock);
        return new ExchangeConnector(this, calls, used, new StoredAccounts(kept), owned);
    }

    Site site() {
        return site;
    }

    TradingEnvironment environment() {
        return environment;
    }

    /** Where else a key may be tried: never a site of the own one's name or host. */
    List<Site> otherSites() {
        boolean ownIsBuiltIn = Site.all().contains(site);
        List<Site> wanted =
                enabledSites.isEmpty() && search == Search.DETECT && ownIsBuiltIn ? Site.all() : enabledSites;
        return wanted.stream()
                .distinct()
                .filter(other ->
                        !other.name().equals(site.name()) && !other.restBase().equals(site.restBase()))
                .toList();
    }

    Search search() {
        return search;
    }

    Duration diagnosisLimit() {
        return diagnosisLimit;
    }

    AccountRequirements requirements() {
        return requirements;
    }

    Clock clock() {
        return clock;
    }

    List<ConnectionListener> listeners() {
        return List.copyOf(listeners);
    }

    DuplicatePolicy duplicatePolicy() {
        return duplicatePolicy;
    }

    BrokerCodes brokerCodes() {
        return brokerCodes;
    }

    Duration expiryWarning() {
        return expiryWarning;
    }
}
