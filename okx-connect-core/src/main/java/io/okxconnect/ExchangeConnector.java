package io.okxconnect;

import io.okxconnect.account.AccountApi;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.Credential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.doctor.ConnectFailedException;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.internal.account.HttpAccountApi;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.internal.doctor.Doctor;
import io.okxconnect.internal.doctor.Examination;
import io.okxconnect.internal.doctor.PastedParts;
import io.okxconnect.internal.doctor.Place;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Connects users' OKX accounts and keeps them: the entry point of okx-connect.
 *
 * <p>Build one with {@link #okx()}, share it, and close it when the app ends. It is safe for use by many threads, and one
 * connector serves any number of accounts over one pool of connections. Closing it ends its connections, wipes the keys it holds
 * in memory, and closes the store and the transport that it owns; what is stored stays.
 */
public final class ExchangeConnector implements AutoCloseable {
    private final FrontDesk desk;
    private final Site site;
    private final TradingEnvironment environment;
    private final AccountRequirements requirements;
    private final Clock clock;
    private final BrokerCodes codes;
    private final OkxCalls calls;
    private final StoredAccounts stored;
    private final OpenConnections connections;
    private final DuplicateGuard duplicates;
    private final StatusEvents events;
    private final Duration expiryWarning;
    private final List<AutoCloseable> owned;
    private final TokenRenewals renewals;
    private final Grants grants;
    private final AccountLocks locks = new AccountLocks();
    private final AccountReplacement replacement = new AccountReplacement(this);
    private final Monitors monitors = new Monitors(this);
    private volatile boolean closed;

    ExchangeConnector(
            ExchangeConnectorBuilder builder,
            OkxCalls calls,
            HttpTransport transport,
            StoredAccounts stored,
            List<AutoCloseable> owned) {
        this.desk = new FrontDesk(builder, new Doctor(calls, System::nanoTime, builder.diagnosisLimit()), stored);
        this.site = builder.site();
        this.environment = builder.environment();
        this.requirements = builder.requirements();
        this.clock = builder.clock();
        this.codes = builder.brokerCodes();
        this.calls = calls;
        this.stored = stored;
        AccountIndex index = new AccountIndex(stored, this::now);
        this.connections = new OpenConnections(this, stored, index, locks);
        this.duplicates = new DuplicateGuard(builder.duplicatePolicy(), index);
        this.events = new StatusEvents(builder.listeners(), StatusEvents.CLOSE_LIMIT);
        this.expiryWarning = builder.expiryWarning();
        this.owned = List.copyOf(owned);
        this.renewals = new TokenRenewals(stored, calls.seams());
        this.grants = new Grants(this, calls, transport, clock);
    }

    /**
     * Begins a connector for OKX: global site, live trading, credentials in memory, set-up for futures trading, unless set
     * otherwise.
     *
     * @return a new builder
     */
    public static ExchangeConnectorBuilder okx() {
        return new ExchangeConnectorBuilder();
    }

    /**
     * Connects an account with a pasted V5 API key. OKX is asked first: only a key that it accepts, and whose permissions pass
     * the gate of the connector's requirements, is stored. Nothing else of the set-up stops the connect: look at {@link
     * Connection#status()}. A connect that fails leaves what was stored before untouched.
     *
     * <p>The key is tried once, at the connector's site and environment. If OKX does not know it there, it is tried once at each
     * other site that the builder enabled; with {@link ExchangeConnectorBuilder#detectSiteAndEnvironment} the account is then
     * connected where it was found, see {@link Connection#site()} and {@link Connection#environment()}.
     *
     * @param accountId the app's own name for the account; an account stored under it gets this key, if it is the same account
     * @param credential the key; copied, and left for the caller to close
     * @return the connection, already checked and stored
     * @throws ConnectFailedException if OKX does not accept the key, the key's permissions do not pass the gate, or OKX cannot
     *     be asked; it names the one cause and the next step, and its cause is the typed failure
     * @throws io.okxconnect.error.TransportException if the thread is interrupted
     * @throws io.okxconnect.error.DifferentAccountException if another account is stored under the id
     * @throws io.okxconnect.error.DuplicateAccountException if the OKX account is stored under another id and the connector's
     *     {@link DuplicatePolicy} does not allow both
     * @throws io.okxconnect.error.CredentialStoreException if the key cannot be stored
     * @throws IllegalStateException if the connector or the credential is closed; if the connector is closed while the key is being
     *     stored, the key stays stored
     */
    public Connection connect(AccountId accountId, ApiKeyCredential credential) {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(credential, "credential");
        requireOpen();
        Examination seen = admitted(() -> desk.admit(credential));
        Place place = seen.place();
        return keep(accountId, credential, seen, Grant.of(place.site(), place.environment(), CredentialOrigin.MANUAL));
    }

    private Connection keep(AccountId accountId, Credential credential, Examination seen, Grant grant) {
        AccountSession session = new AccountSession(accountId, grant, calls, this::now, codes, credential::copy);
        boolean kept = false;
        try {
            AccountApi account = new HttpAccountApi(session::call);
            AccountInspection look = inspect(session, account, seen);
            // First, so that a policy is not asked for an account that cannot be stored under this id.
            stored.requireSameAccount(session, look);
            // The caller may close the credential as soon as this returns.
            session.openKey();
            Connection connection = duplicates.admit(
                    accountId,
                    OkxCustomer.of(session, look.config()),
                    () -> connections.keep(session, account, credential, look));
            kept = true;
            return connection;
        } finally {
            if (!kept) {
                session.close();
            }
        }
    }

    /** A connector that is closed meanwhile takes its transport along, which says nothing about the key. */
    private Examination admitted(Supplier<Examination> how) {
        try {
            return how.get();
        } catch (ConnectFailedException failed) {
            requireOpen();
            throw failed;
        }
    }

    /**
     * Says what is wrong with a key, or that nothing is, without connecting it: one signed read of the account's configuration
     * at the connector's site and environment, and, if OKX does not know the key there, one at each other site that the builder
     * enabled; never a write. Nothing is stored.
     *
     * @param credential the key; left for the caller to close
     * @return one cause with its evidence and one next step; {@link io.okxconnect.doctor.Cause#HEALTHY} if all is well
     * @throws IllegalStateException if the connector or the credential is closed
     */
    public Diagnosis diagnose(ApiKeyCredential credential) {
        Objects.requireNonNull(credential, "credential");
        requireOpen();
        return desk.diagnose(credential);
    }

    /**
     * Says what is wrong with a key as it was pasted, as {@link #diagnose(ApiKeyCredential)}; also if it cannot be a key at
     * all, because a part is missing or holds what cannot be sent. Then nothing is sent.
     *
     * @param apiKey the API key; left for the caller to wipe
     * @param secretKey the secret key; left for the caller to wipe
     * @param passphrase the passphrase; left for the caller to wipe
     * @return one cause with its evidence and one next step
     * @throws IllegalStateException if the connector is closed
     */
    public Diagnosis diagnose(char[] apiKey, char[] secretKey, char[] passphrase) {
        requireOpen();
        try (ApiKeyCredential credential = ApiKeyCredential.of(apiKey, secretKey, passphrase)) {
            return desk.diagnose(credential);
        } catch (InvalidArgumentException refused) {
            return switch (refused.argument()) {
                case "apiKey" -> PastedParts.of(refused, apiKey);
                case "secretKey" -> PastedParts.of(refused, secretKey);
                case "passphrase" -> PastedParts.of(refused, passphrase);
                default -> throw refused;
            };
        }
    }

    /**
     * Says what is wrong with a stored account, or that nothing is: one signed read where it was connected. Since the store
     * knows that its key worked once, a key that OKX does not know any more was deleted or has expired.
     *
     * @param accountId the id it was connected under
     * @return one cause with its evidence and one next step
     * @throws io.okxconnect.error.CredentialNotFoundException if nothing is stored under the id
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot be read
     * @throws IllegalStateException if the connector is closed
     */
    public Diagnosis diagnose(AccountId accountId) {
        Objects.requireNonNull(accountId, "accountId");
        requireOpen();
        CredentialMetadata metadata = stored.find(accountId);
        if (metadata.origin() == CredentialOrigin.OAUTH) {
            // Tokens that are merely old are not what is wrong.
            connections.of(accountId).renewIfOld();
        }
        try (Credential credential = stored.open(metadata)) {
            return desk.diagnoseStored(metadata, credential, siteOf(metadata));
        }
    }

    /**
     * The connection of a stored account. Its key is kept in memory from the first call on. Until {@link Connection#check()} the
     * status is {@link ConnectionState#UNCHECKED}; if the last look that was stored found the key refused, that word stands
     * instead ({@link ConnectionState#INVALID}, {@link ConnectionState#EXPIRED}, {@link
     * ConnectionState#REAUTHORIZATION_REQUIRED}, {@link ConnectionState#WITHDRAWAL_ENABLED} or {@link
     * ConnectionState#INCORRECT_PERMISSIONS}).
     *
     * @param accountId the id it was connected under
     * @return the same object for the same account, until it is connected anew or ends; what another process does to the
     *     stored account is noticed by {@link Connection#check()}
     * @throws io.okxconnect.error.CredentialNotFoundException if nothing is stored under the id
     * @throws io.okxconnect.error.ConnectionClosedException if the account is being disconnected here, or was and the store could
     *     not remove its key: call {@link Connection#disconnect()} again, or connect the account anew
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot be read
     * @throws IllegalStateException if the connector is closed
     */
    public Connection connection(AccountId accountId) {
        Objects.requireNonNull(accountId, "accountId");
        requireOpen();
        return connections.of(accountId);
    }

    /**
     * What modules need that obtain credentials by the user's consent, as okx-connect-oauth does. Apps need it not.
     *
     * @return the same object each time
     */
    public Grants grants() {
        return grants;
    }

    /** Connects a credential at its own place, or puts it in the place of the stored one. */
    Connection connectGranted(AccountId accountId, Credential credential, Grant grant) {
        requireOpen();
        if (stored.lookUp(accountId).isPresent()) {
            Connection connection = connections.of(accountId);
            connection.replaceCredential(credential, grant);
            return connection;
        }
        Place place = new Place(grant.site(), grant.environment());
        return keep(accountId, credential, admitted(() -> desk.admitAt(place, credential)), grant);
    }

    void requireFree(AccountId accountId, OkxCustomer customer) {
        requireOpen();
        stored.lookUp(accountId)
                .ifPresent(known -> OkxCustomer.of(known).ifPresent(before -> {
                    if (!before.isSame(customer)) {
                        throw new DifferentAccountException(accountId.value(), "OKX user id");
                    }
                }));
        duplicates.admit(accountId, customer, () -> true);
    }

    void lost(AccountId accountId, OkxConnectException why) {
        requireOpen();
        if (stored.lookUp(accountId).isPresent()) {
            AccountLook.failed(connections.of(accountId), this, why);
        }
    }

    AccountSession session(CredentialMetadata metadata, Supplier<? extends Credential> opener) {
        return new AccountSession(
                metadata.accountId(), Grant.of(metadata, siteOf(metadata)), calls, this::now, codes, opener);
    }

    TokenRenewals renewals() {
        return renewals;
    }

    Site site() {
        return site;
    }

    TradingEnvironment environment() {
        return environment;
    }

    /** A stored key goes to the host that accepted it and to no other, whatever host the connector's own site has. */
    private Site siteOf(CredentialMetadata metadata) {
        Optional<Site> own = metadata.siteName().equals(site.name()) ? Optional.of(site) : Optional.empty();
        return own.or(() -> Site.named(metadata.siteName()))
                .map(known -> known.withRestBase(metadata.siteRestBase()))
                .orElseGet(() -> Site.custom(metadata.siteName(), metadata.siteRestBase()));
    }

    /**
     * All stored accounts: "My exchanges". Decrypts no secret and makes no call.
     *
     * @return ordered by account id
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot be read
     * @throws IllegalStateException if the connector is closed
     */
    public List<ConnectionSummary> connections() {
        requireOpen();
        Instant now = now();
        return stored.list().stream()
                .map(metadata -> new ConnectionSummary(
                        metadata, connections.lastUsedAt(metadata.accountId()), now, expiryWarning))
                .toList();
    }

    /** Tries a key where a connection is; the look is the one that connect would make. */
    AccountInspection tried(AccountSession session, AccountApi account, Credential credential) {
        Place place = new Place(session.site(), session.environment());
        return inspect(session, account, admitted(() -> desk.admitAt(place, credential)));
    }

    /** Makes the checks with the answer that is there already, and stops at the gate. */
    private AccountInspection inspect(AccountSession session, AccountApi account, Examination seen) {
        AccountInspection look = AccountInspection.of(
                session,
                account,
                seen.accepted().orElseThrow(),
                calls.clock(session.site()).skew().orElse(null),
                requirements,
                clock);
        desk.passGate(seen, look.report());
        return look;
    }

    /**
     * Starts to look at every stored account in the background, again and again. Returns at once.
     *
     * @param settings how often, and with how many threads; {@link MonitorSettings#defaults()} suit most apps
     * @return the running monitor; it ends when it or this connector is closed
     * @throws IllegalStateException if a monitor of this connector is running, or the connector is closed
     */
    public ConnectionMonitor monitor(MonitorSettings settings) {
        return monitors.start(Objects.requireNonNull(settings, "settings"));
    }

    /**
     * Looks at every stored account once, as {@link Connection#check()} does, at up to eight accounts at the same time. Waits until
     * all looks have ended; 10,000 accounts take some minutes.
     *
     * @return how each account is doing; an account that cannot be looked at is part of the report. What code of the app throws, for
     *     example an own check, is thrown when all looks have ended; a checked exception as an IllegalStateException with its class
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot be listed
     * @throws IllegalStateException if the connector is closed
     */
    public CheckAllReport checkAll() {
        List<AccountId> all =
                connections().stream().map(ConnectionSummary::accountId).toList();
        return checkAll(all, ended -> {});
    }

    /**
     * Looks at some accounts once, like {@link #checkAll()}, and tells of each as soon as it is done.
     *
     * @param accountIds which ones; one that is not stored is reported as disconnected
     * @param progress called by the calling thread for each account, in the order in which looks end; what it throws ends the whole
     * @return how each of the accounts is doing, in the order given; if the thread is interrupted, of those that were done by then
     * @throws IllegalStateException if the connector is closed
     */
    public CheckAllReport checkAll(Collection<AccountId> accountIds, Consumer<? super CheckAllResult> progress) {
        requireOpen();
        return new CheckAllRun(this).over(accountIds, Objects.requireNonNull(progress, "progress"));
    }

    AccountInspection inspect(AccountSession session, AccountApi account) {
        return AccountInspection.of(session, account, calls.clock(session.site()), requirements, clock);
    }

    AccountRequirements requirements() {
        return requirements;
    }

    StoredAccounts stored() {
        return stored;
    }

    AccountLocks locks() {
        return locks;
    }

    AccountReplacement replacement() {
        requireOpen();
        return replacement;
    }

    StatusEvents events() {
        return events;
    }

    Duration expiryWarning() {
        return expiryWarning;
    }

    Instant now() {
        return clock.instant();
    }

    DisconnectReport disconnect(Connection connection) {
        connections.disconnect(connection);
        return new DisconnectReport(connection.accountId(), RemainingKey.of(connection.stored(), connection.site()));
    }

    boolean isClosed() {
        return closed;
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The connector is closed; build a new one.");
        }
    }

    /**
     * Ends all connections, wipes the keys in memory, hands the listeners what they were not told yet (for 5 s at most), and closes
     * what the connector owns. Closing twice has no effect.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        monitors.stop();
        connections.endAll();
        events.close();
        RuntimeException failure = null;
        for (AutoCloseable part : owned) {
            try {
                part.close();
            } catch (RuntimeException e) {
                failure = e;
            } catch (Exception e) {
                failure = new IllegalStateException("A part of the connector could not be closed: " + e.getClass());
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** {@return site and environment} */
    @Override
    public String toString() {
        return "ExchangeConnector[" + site.name() + ", " + environment + "]";
    }
}
