package io.okxconnect;

import io.okxconnect.account.AccountApi;
import io.okxconnect.account.Balance;
import io.okxconnect.check.CheckReport;
import io.okxconnect.check.KeyExpiry;
import io.okxconnect.check.PlanReport;
import io.okxconnect.check.Remedies;
import io.okxconnect.check.Remedy;
import io.okxconnect.check.RemedyContext;
import io.okxconnect.check.RemedyReport;
import io.okxconnect.check.SetupPlan;
import io.okxconnect.check.SetupPlanner;
import io.okxconnect.check.UndoRecord;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.Credential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connected OKX account: how it is doing, its balances and settings, and every other V5 call, signed with its key.
 *
 * <p>Comes from {@link ExchangeConnector#connect} or {@link ExchangeConnector#connection}, which give the same object
 * for the same account until it is connected anew; {@link #replaceCredential} keeps it. Safe for use by many threads.
 * It needs no closing: it ends with its connector, or for good with {@link #disconnect()}; calls after that fail with
 * {@link io.okxconnect.error.ConnectionClosedException} before anything is signed.
 */
public final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final ExchangeConnector connector;
    private final AccountSession session;
    private final AccountApi account;
    private final AccountStatus status;
    private volatile StoredKey key;

    Connection(
            ExchangeConnector connector,
            AccountSession session,
            AccountApi account,
            CredentialMetadata stored,
            ConnectionStatus status) {
        this.connector = connector;
        this.session = session;
        this.account = account;
        this.key = new StoredKey(stored, 1);
        this.status = new AccountStatus(
                session.accountId(),
                connector.events(),
                connector::now,
                connector.expiryWarning(),
                this::expiry,
                status);
        session.renewWith(connector.renewals().of(session, this::stored, this::refused));
        session.tellWhenKeyGone(this::keyGone);
    }

    /**
     * The app's own name for the account.
     *
     * @return the id
     */
    public AccountId accountId() {
        return session.accountId();
    }

    /**
     * The OKX site of the account.
     *
     * @return the site
     */
    public Site site() {
        return session.site();
    }

    /**
     * Live or demo.
     *
     * @return the environment
     */
    public TradingEnvironment environment() {
        return session.environment();
    }

    /**
     * Which key is used, in masked form.
     *
     * @return for example {@code 37c5…18}; {@code …} alone if nothing of it may be shown
     */
    public String maskedApiKey() {
        return stored().maskedApiKey().orElse("…");
    }

    /**
     * How the account was doing at the last look, and whether its key comes close to its end since; makes no call. A call that
     * finds the key gone or the consent ended counts as a look; {@link #check()} looks again.
     *
     * @return the status
     */
    public ConnectionStatus status() {
        return status.now();
    }

    /**
     * Looks again: measures the clock, reads the account's configuration, runs the checks of the connector's
     * requirements, and updates {@link #status()} and what is stored about the account. Changes nothing at OKX.
     *
     * @return what the checks say
     * @throws io.okxconnect.error.ConnectionClosedException if the account was disconnected or its key replaced, here or by
     *     another process on the same store
     * @throws OkxConnectException if OKX cannot be asked; {@link #status()} then says why
     */
    public CheckReport check() {
        return AccountLook.at(this, connector);
    }

    /**
     * Carries out remedies of {@link #check()}'s findings, then looks again; {@link #status()} says what that look
     * found. Each change is made only where it is needed and OKX's own precheck allows it. This, {@link #apply(SetupPlan)}
     * and {@link #undo} are the only methods that change the account's settings by themselves.
     *
     * @param remedies what to carry out, usually {@link CheckReport#automaticRemedies()}; others are reported as left to the
     *     user
     * @return exactly what was changed, what was not, and why
     * @throws OkxConnectException if OKX cannot be asked at all; a change that OKX refuses is part of the report
     */
    public RemedyReport apply(List<Remedy> remedies) {
        RemedyReport report =
                Remedies.apply(List.copyOf(Objects.requireNonNull(remedies, "remedies")), remedyContext());
        lookAgain();
        return report;
    }

    private void lookAgain() {
        try {
            check();
        } catch (OkxConnectException e) {
            // What was changed must be told; that the second look failed stands in the status.
            LOG.debug(
                    "The look after applying remedies failed: {}", e.getClass().getSimpleName());
        }
    }

    /**
     * Looks ahead: what would have to be done to set the account up as the connector's requirements want it, and which of it
     * can be done now. Only reads. Show it to the user, then {@link #apply(SetupPlan)} it.
     *
     * @return each setting: already fine, can be changed now, blocked by these orders, positions or bots, or only on the web
     *     page
     * @throws OkxConnectException if OKX cannot be asked
     */
    public SetupPlan plan() {
        return SetupPlanner.plan(connector.requirements(), remedyContext(), connector.now());
    }

    /**
     * Carries out what a plan says can be changed now, then looks again; {@link #status()} says what that look found. If the
     * account is no longer as it was when the plan was made, nothing is changed.
     *
     * @param plan of this account, from {@link #plan()}
     * @return what was changed, what was not and why, and what takes it back
     * @throws OkxConnectException if OKX cannot be asked before the first change; nothing was changed
     */
    public PlanReport apply(SetupPlan plan) {
        return lookedAgain(SetupPlanner.apply(plan, remedyContext(), connector.now()));
    }

    /**
     * Takes back what {@link #apply(SetupPlan)} changed, then looks again. If another hand has changed one of these settings
     * since, nothing is changed.
     *
     * @param record of this account, from {@link PlanReport#undoRecord()} or {@link UndoRecord#parse}
     * @return what was changed back, what was not, and why
     * @throws OkxConnectException if OKX cannot be asked before the first change; nothing was changed
     */
    public PlanReport undo(UndoRecord record) {
        return lookedAgain(SetupPlanner.undo(record, remedyContext(), connector.now()));
    }

    private PlanReport lookedAgain(PlanReport report) {
        if (!report.results().isEmpty()) {
            lookAgain();
        }
        return report;
    }

    private RemedyContext remedyContext() {
        return RemedyContext.of(account, session::call, session.site(), session.environment());
    }

    /**
     * The balance of the trading account.
     *
     * @return the balance
     * @throws OkxConnectException if it cannot be read
     */
    public Balance balance() {
        return account.balance();
    }

    /**
     * The typed calls: configuration, balances, positions, modes, leverage, fees.
     *
     * @return the account's calls; valid as long as this connection
     */
    public AccountApi account() {
        return account;
    }

    /**
     * Any other V5 endpoint: signs and sends the request, and reads OKX's envelope. Reads are repeated on their own
     * where that is safe; anything else is sent once.
     *
     * @param request what to call
     * @return OKX's answer
     * @throws OkxConnectException if OKX refuses, or no readable answer comes back in time
     */
    public RestResponse call(RestRequest request) {
        return session.call(Objects.requireNonNull(request, "request"));
    }

    /**
     * Goes on with another key of the same OKX account, under the same id and in this same object. The new key is tried
     * at this connection's site and environment first: only one that OKX accepts, whose permissions pass the gate of
     * the connector's requirements, and that belongs to the same OKX user id is stored, and only then used. Anything
     * else leaves all as it was.
     *
     * <p>No call fails for it: each request is signed with the key of its moment. Requests already on their way with
     * the old key are answered; the repeat of a read is signed with the new one. The old key is wiped here, and lives
     * on at OKX: delete it there when the calls that were under way have ended (within their time limits, 10 s for
     * most). Replacing is done one after the other with connecting and disconnecting the same account; a connection
     * that ended meanwhile gets no new key.
     *
     * @param credential the new key; copied, and left for the caller to close
     * @return which key was replaced, and where to delete it
     * @throws io.okxconnect.doctor.ConnectFailedException if OKX does not accept the new key, its permissions do not pass the
     *     gate, or OKX cannot be asked; it names the one cause and the next step
     * @throws io.okxconnect.error.DifferentAccountException if the new key belongs to another OKX account
     * @throws io.okxconnect.error.CredentialStoreException if the new key cannot be stored
     * @throws io.okxconnect.error.ConnectionClosedException if this connection has ended, here or by another process on the same
     *     store
     * @throws IllegalStateException if the connector or the credential is closed
     */
    public ReplacementReport replaceCredential(ApiKeyCredential credential) {
        Objects.requireNonNull(credential, "credential");
        return replaceCredential(credential, Grant.of(site(), environment(), CredentialOrigin.MANUAL));
    }

    ReplacementReport replaceCredential(Credential credential, Grant grant) {
        return connector.replacement().run(this, credential, grant);
    }

    /**
     * Forgets the account: signs nothing more, wipes the key, and removes it from the store. Requests already on their
     * way are not called back. The key itself lives on at OKX. If the account was connected anew meanwhile, only this
     * connection ends, and the newer key stays.
     *
     * @return what is left to delete at OKX, and where
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot remove it; call again on this object. Nothing
     *     is signed meanwhile: the connector makes no other connection of this key, which holds until the connector is closed
     */
    public DisconnectReport disconnect() {
        return connector.disconnect(this);
    }

    /** Has old tokens renewed, if they can be: what keeps them from it is told by whatever is done next. */
    void renewIfOld() {
        TokenRenewal renewal = session.renewal();
        if (renewal == null) {
            return;
        }
        try {
            renewal.renewIfOld();
        } catch (OkxConnectException e) {
            LOG.debug("Tokens could not be renewed: {}", e.getClass().getSimpleName());
        }
    }

    AccountSession session() {
        return session;
    }

    /** What is stored about the key in use, as this connection last read or wrote it. */
    CredentialMetadata stored() {
        return key.metadata();
    }

    /** The number of the key in use; another one means that the key was replaced. */
    int keyNumber() {
        return key.number();
    }

    private Optional<KeyExpiry> expiry() {
        return KeyLife.expiry(stored(), session.lastUsedAt());
    }

    /** An ordinary call found the key gone; once known, a thousand further calls need not be stored. */
    private void keyGone(OkxConnectException failure) {
        if (!StatusRules.isDead(StatusRules.storedState(stored()))) {
            refused(failure);
        }
    }

    /** An ordinary call or a refresh found the key gone, the tokens refused, or the store without room for new ones. */
    private void refused(OkxConnectException failure) {
        AccountLook.failed(this, connector, failure);
    }

    /** Takes over what a look at the key in use found; the caller holds the account's lock. */
    void looked(CredentialMetadata noted, ConnectionStatus found) {
        become(ConnectionEvent.Kind.CHECKED, found, new StoredKey(noted, key.number()));
    }

    /** Goes on with another key, which is stored already; the caller holds the account's lock. */
    void replaced(CredentialMetadata stored, Grant grant, LeasedKey fresh, ConnectionStatus found) {
        session.exchangeKey(fresh, grant);
        become(ConnectionEvent.Kind.CREDENTIAL_REPLACED, found, new StoredKey(stored, key.number() + 1));
    }

    private void become(ConnectionEvent.Kind kind, ConnectionStatus found, StoredKey next) {
        status.become(kind, found, () -> key = next);
    }

    /** Tells that the account was connected; before anybody else sees this connection. */
    void begin(ConnectionStatus before) {
        status.begin(before);
    }

    void end() {
        session.close();
        status.end();
    }

    /** Ends without an event: the account goes on with a newer connection, or the connector is closed. */
    ConnectionStatus endQuietly() {
        session.close();
        return status.endQuietly();
    }

    /** {@return account, masked key and status word} */
    @Override
    public String toString() {
        return "Connection[" + accountId() + ", " + maskedApiKey() + ", " + status().state() + "]";
    }
}
