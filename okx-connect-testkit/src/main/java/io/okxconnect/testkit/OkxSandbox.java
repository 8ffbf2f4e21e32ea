package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.http.Faults;
import io.okxconnect.testkit.internal.http.Journal;
import io.okxconnect.testkit.internal.http.SandboxServer;
import io.okxconnect.testkit.internal.model.Decimals;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Ids;
import io.okxconnect.testkit.internal.model.IpList;
import io.okxconnect.testkit.internal.model.Maintenance;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import io.okxconnect.testkit.internal.rest.RestApi;
import io.okxconnect.testkit.internal.web.WebSite;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An OKX inside the JVM: customers with accounts and API keys, the V5 REST interface, faults on demand and a journal
 * of what arrived. It listens on 127.0.0.1 only.
 *
 * <pre>{@code
 * try (OkxSandbox okx = OkxSandbox.start()) {
 *     SandboxUser alice = okx.createUser("alice");
 *     SandboxApiKey key = alice.createApiKey(SandboxKeyRequest.named("my app").read().trade());
 *     // point the client under test at okx.uri() and give it the three parts of the key
 * }
 * }</pre>
 *
 * <p>It checks every signature with its own code over the bytes that arrived, and is strict about headers, clock,
 * environment, site, IP list, permissions and rate limits. Where OKX's documents are unsure it takes the reading that
 * asks more of a client: see {@link SandboxSwitch}. Safe to use from several threads. Whoever starts a sandbox closes
 * it; closing lets go of every request that a fault holds and frees the ports at once.
 */
public final class OkxSandbox implements AutoCloseable {
    private final SandboxClock clock;
    private final Ids ids;
    private final Exchange exchange;
    private final OAuthDesk oauth;
    private final SandboxServer server;
    private final SandboxJournal journal;
    private final SandboxFaults faults;
    private final AtomicReference<Optional<String>> callerIp;

    private OkxSandbox(Builder builder) {
        this.clock = new SandboxClock(builder.base);
        this.ids = builder.ids;
        this.exchange = new Exchange(clock, ids, builder.readings);
        this.callerIp = new AtomicReference<>(Optional.empty());
        Journal visits = new Journal(clock, builder.journalCapacity);
        Faults armed = new Faults();
        this.journal = new SandboxJournal(visits);
        this.faults = new SandboxFaults(armed);
        Map<String, Integer> ports = new LinkedHashMap<>();
        builder.ports.forEach((site, port) -> ports.put(site.name(), port));
        this.oauth = new OAuthDesk(exchange, ports.keySet(), this::origin);
        RestApi rest = new RestApi(exchange, oauth);
        WebSite web = new WebSite(exchange, oauth);
        this.server = SandboxServer.start(
                ports,
                visits,
                armed,
                callerIp::get,
                request -> RestApi.serves(request.path()) ? rest.answer(request) : web.answer(request));
    }

    /**
     * Starts a sandbox with all sites, each on a free port, that follows the system clock.
     *
     * @return the running sandbox
     * @throws IllegalStateException if no port can be opened
     */
    public static OkxSandbox start() {
        return builder().start();
    }

    /**
     * Starts to describe a sandbox other than the default one.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The base address of {@link SandboxSite#GLOBAL}, without a trailing slash.
     *
     * @return an {@code http} address on 127.0.0.1
     */
    public URI uri() {
        return uri(SandboxSite.GLOBAL);
    }

    /**
     * The base address of a site, without a trailing slash: of its REST interface under {@code /api/v5} and of its
     * pages, such as {@code /account/my-api}, {@code /account/settings/trading} and {@code /account/oauth}. It is also the
     * {@code domain} in the callbacks of the site's users.
     *
     * @param site the site
     * @return an {@code http} address on 127.0.0.1
     * @throws IllegalArgumentException if the sandbox was started without this site
     */
    public URI uri(SandboxSite site) {
        return server.uri(site.name());
    }

    /**
     * The clock that everything in this sandbox reads.
     *
     * @return the clock
     */
    public SandboxClock clock() {
        return clock;
    }

    /**
     * The requests that arrived.
     *
     * @return the journal
     */
    public SandboxJournal journal() {
        return journal;
    }

    /**
     * The faults that this sandbox puts into its answers.
     *
     * @return the faults
     */
    public SandboxFaults faults() {
        return faults;
    }

    /**
     * Opens a master account at {@link SandboxSite#GLOBAL}, set up for futures trading: Futures mode, one-way, 10,000
     * USDT in each of its live and demo trading accounts.
     *
     * @param name a name that no other user of this sandbox has
     * @return the user
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public SandboxUser createUser(String name) {
        return createUser(name, SandboxSite.GLOBAL);
    }

    /**
     * Opens a master account at a site, set up as by {@link #createUser(String)}.
     *
     * @param name a name that no other user of this sandbox has
     * @param site where the account is opened
     * @return the user
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public SandboxUser createUser(String name, SandboxSite site) {
        SandboxUser user = createEmptyUser(name, site);
        user.fund();
        return user;
    }

    /**
     * Opens a master account as OKX opens it: Spot mode, one-way, no money, no other mode ever set up on the web.
     *
     * @param name a name that no other user of this sandbox has
     * @param site where the account is opened
     * @return the user
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public SandboxUser createEmptyUser(String name, SandboxSite site) {
        return new SandboxUser(exchange, oauth, exchange.open(name, site.name(), null));
    }

    /**
     * Finds a user by name.
     *
     * @param name the name it was created with
     * @return the user; empty if there is none
     */
    public Optional<SandboxUser> user(String name) {
        return exchange.find(name).map(trader -> new SandboxUser(exchange, oauth, trader));
    }

    /**
     * Registers a third-party app with the addresses of its servers; keys can then be linked to it.
     *
     * @param name the app's name
     * @param ips its servers: IPv4 and IPv6 addresses or networks such as {@code 10.0.0.0/8}, 1 to 20 of them
     * @throws IllegalArgumentException if an entry is not an address, or there are none or too many
     */
    public void registerApp(String name, String... ips) {
        Wording.refusing(() -> exchange.keyDesk().registerApp(name, List.of(ips)));
    }

    /**
     * Sets what the next API key will be, instead of one that is made up: for tests that look for it in places where it must
     * not turn up. May be called several times for several keys.
     *
     * @param apiKey a lower-case UUID
     * @param secretKey 32 of {@code 0-9} and {@code A-F}
     * @throws IllegalArgumentException if one of them is not of OKX's form
     */
    public void nextApiKey(String apiKey, String secretKey) {
        ids.prepare(new Ids.KeyPair(apiKey, secretKey));
    }

    /**
     * Registers an app that users can connect through Fast API or OAuth, at all sites unless told otherwise.
     *
     * @param request what the app is registered with
     * @return the app with its client id and secret
     * @throws IllegalArgumentException if the client id is taken
     */
    public SandboxOAuthClient registerOAuthClient(SandboxOAuthClientRequest request) {
        return request.register(oauth.clients(), ids);
    }

    /**
     * Sets what the next authorization code will be, instead of one that is made up. May be called several times.
     *
     * @param code letters, digits and {@code - . _ ~}
     * @throws IllegalArgumentException if it has other characters
     */
    public void nextAuthorizationCode(String code) {
        oauth.codes().prepare(requireTokenForm("code", code));
    }

    /**
     * Sets what the next tokens will be, instead of ones that are made up: for tests that look for them in places where
     * they must not turn up. May be called several times. A Fast API answer leaves the refresh token out.
     *
     * @param accessToken letters, digits and {@code - . _ ~}
     * @param refreshToken letters, digits and {@code - . _ ~}
     * @throws IllegalArgumentException if one of them has other characters
     */
    public void nextTokens(String accessToken, String refreshToken) {
        oauth.tokens()
                .prepare(requireTokenForm("accessToken", accessToken), requireTokenForm("refreshToken", refreshToken));
    }

    /**
     * Makes all requests look as if they came from this address, in place of their real one, 127.0.0.1.
     *
     * @param ip an IPv4 or IPv6 address
     * @throws IllegalArgumentException if it is not an address
     */
    public void callerIp(String ip) {
        callerIp.set(Optional.of(IpList.requireAddress(ip)));
    }

    /**
     * Moves the price of an instrument, in both environments and at all sites, and fills the orders that it reaches.
     *
     * @param instId one of BTC-USDT, ETH-USDT, BTC-USDT-SWAP, ETH-USDT-SWAP, BTC-USD-SWAP
     * @param price the new price, above zero, as plain decimal text
     * @throws IllegalArgumentException if there is no such instrument or the price is not above zero
     */
    public void setPrice(String instId, String price) {
        exchange.price(SandboxAccount.instrument(instId), Decimals.parse("price", price));
    }

    /**
     * Announces an interruption in {@code system/status}.
     *
     * @param title what it says
     * @param state OKX's word: {@code scheduled}, {@code ongoing}, {@code pre_open}, {@code completed} or {@code canceled}
     * @param begin when it begins
     * @param end when it ends
     * @param environment which environment it is about
     */
    public void announceMaintenance(
            String title, String state, Instant begin, Instant end, SandboxEnvironment environment) {
        exchange.maintenance()
                .add(new Maintenance(title, state, begin.toEpochMilli(), end.toEpochMilli(), "5", environment.model()));
    }

    /** Takes back every announcement. */
    public void clearMaintenance() {
        exchange.maintenance().clear();
    }

    /** Stops the server, lets go of every held request and frees the ports. */
    @Override
    public void close() {
        server.close();
    }

    private String origin(String site) {
        return server.uri(site).toString();
    }

    private static String requireTokenForm(String name, String value) {
        if (!value.matches("[A-Za-z0-9._~-]+")) {
            throw new IllegalArgumentException(name + " must consist of letters, digits and - . _ ~");
        }
        return value;
    }

    /** Describes a sandbox before it starts. */
    public static final class Builder {
        private final Map<SandboxSite, Integer> ports = new EnumMap<>(SandboxSite.class);
        private final Set<Reading> readings = EnumSet.noneOf(Reading.class);
        private Clock base = Clock.systemUTC();
        private Ids ids = Ids.unpredictable();
        private int journalCapacity = 10_000;

        private Builder() {
            Arrays.stream(SandboxSite.values()).forEach(site -> ports.put(site, 0));
        }

        /**
         * The clock that the sandbox's clock follows; by default the system clock.
         *
         * @param clock the clock
         * @return this builder
         */
        public Builder clock(Clock clock) {
            base = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Makes all keys, ids and sessions come out the same in every run; by default they are unpredictable.
         *
         * @param seed where to start from
         * @return this builder
         */
        public Builder seed(long seed) {
            ids = Ids.seeded(seed);
            return this;
        }

        /**
         * The sites to run; by default all.
         *
         * @param first one site
         * @param more others
         * @return this builder
         */
        public Builder sites(SandboxSite first, SandboxSite... more) {
            Set<SandboxSite> wanted = EnumSet.of(first, more);
            ports.keySet().retainAll(wanted);
            wanted.forEach(site -> ports.putIfAbsent(site, 0));
            return this;
        }

        /**
         * The port of a site; by default a free one.
         *
         * @param site the site, which is added if it was left out
         * @param port 1 to 65535, or 0 for a free one
         * @return this builder
         * @throws IllegalArgumentException if the number is not a port
         */
        public Builder port(SandboxSite site, int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
            }
            ports.put(site, port);
            return this;
        }

        /**
         * Takes other readings of OKX's documents than the strict ones.
         *
         * @param switches the readings to take
         * @return this builder
         */
        public Builder with(SandboxSwitch... switches) {
            Arrays.stream(switches).map(SandboxSwitch::reading).forEach(readings::add);
            return this;
        }

        /**
         * How many requests the journal remembers; by default 10,000. Older ones are forgotten.
         *
         * @param requests at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder journalCapacity(int requests) {
            if (requests < 1) {
                throw new IllegalArgumentException("journalCapacity must be at least 1, not " + requests);
            }
            journalCapacity = requests;
            return this;
        }

        /**
         * Starts the sandbox.
         *
         * @return the running sandbox
         * @throws IllegalStateException if a port cannot be opened
         */
        public OkxSandbox start() {
            return new OkxSandbox(this);
        }
    }
}
