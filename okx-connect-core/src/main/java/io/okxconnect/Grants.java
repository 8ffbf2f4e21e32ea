package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Credential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.internal.call.ActiveCredential;
import io.okxconnect.internal.call.CallTarget;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TokenRefresher;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What modules need of a connector that obtain credentials by the user's consent, as okx-connect-oauth does. Apps use that module's
 * connectors instead. Obtained from {@link ExchangeConnector#grants()}; safe for use by many threads; ends with its connector.
 */
public final class Grants {
    private final ExchangeConnector connector;
    private final OkxCalls calls;
    private final HttpTransport transport;
    private final Clock clock;

    Grants(ExchangeConnector connector, OkxCalls calls, HttpTransport transport, Clock clock) {
        this.connector = connector;
        this.calls = calls;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * Connects an account with a credential that came by consent: OKX is asked at the grant's place alone, then come gate, checks,
     * duplicate guard and store, as with {@link ExchangeConnector#connect}. If the account is stored already, its credential is replaced in
     * place, and the same {@link Connection} goes on.
     *
     * @param accountId the app's own name for the account
     * @param credential copied, and left for the caller to close
     * @param grant where it works and how it came
     * @return the connection, already checked and stored
     * @throws io.okxconnect.doctor.ConnectFailedException as {@link ExchangeConnector#connect} throws it
     * @throws io.okxconnect.error.DifferentAccountException if another account is stored under the id
     * @throws io.okxconnect.error.DuplicateAccountException if the OKX account is stored under another id, and the policy does not allow it
     * @throws io.okxconnect.error.CredentialStoreException if it cannot be stored
     * @throws io.okxconnect.error.InvalidArgumentException if the kind of credential cannot have come that way
     * @throws IllegalStateException if the connector is closed
     */
    public Connection connect(AccountId accountId, Credential credential, Grant grant) {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(grant, "grant");
        grant.requireKind(credential.kind());
        return connector.connectGranted(accountId, credential, grant);
    }

    /**
     * Asks before something is taken away at OKX for the sake of a new connect: whether the account that is to be connected may be stored
     * under the id.
     *
     * @param accountId the app's own name for the account
     * @param site where it lives
     * @param environment live or demo
     * @param uid its number at OKX
     * @param mainUid the number of its main account; null if it is not known
     * @throws io.okxconnect.error.DifferentAccountException if another account is stored under the id
     * @throws io.okxconnect.error.DuplicateAccountException if the OKX account is stored under another id, and the policy does not allow it
     */
    public void requireFree(
            AccountId accountId, Site site, TradingEnvironment environment, String uid, @Nullable String mainUid) {
        connector.requireFree(
                accountId,
                new OkxCustomer(
                        new OkxCustomer.Family(site.name(), environment, mainUid == null ? uid : mainUid), uid));
    }

    /**
     * Refuses to go on with a closed connector, before a consent of the user is used up in vain.
     *
     * @throws IllegalStateException if the connector is closed
     */
    public void requireOpen() {
        connector.requireOpen();
    }

    /**
     * What is stored about an account. Reads no secret.
     *
     * @param accountId the account
     * @return empty if nothing is stored
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot be read
     */
    public Optional<CredentialMetadata> stored(AccountId accountId) {
        return connector.stored().lookUp(Objects.requireNonNull(accountId, "accountId"));
    }

    /**
     * Notes that what is stored for an account does not work any more, and that only a new consent helps: {@link
     * ConnectionState#REAUTHORIZATION_REQUIRED}, stored and told to listeners. No effect if nothing is stored.
     *
     * @param accountId the account
     * @param why what happened, a sentence for the user
     */
    public void lost(AccountId accountId, String why) {
        connector.lost(accountId, new ReauthorizationRequiredException(accountId.value(), why));
    }

    /**
     * Makes a call with a credential that belongs to no stored account: an access token, or a key that was just made. Reads are repeated
     * as usual, a write is sent once.
     *
     * @param grant where to
     * @param credential left for the caller to close
     * @param request what
     * @return OKX's answer
     * @throws io.okxconnect.error.OkxConnectException if it did not succeed
     */
    public RestResponse call(Grant grant, Credential credential, RestRequest request) {
        connector.requireOpen();
        try (ActiveCredential active = ActiveCredential.of(credential)) {
            return calls.call(new CallTarget(grant.site(), grant.environment(), active), request);
        }
    }

    /**
     * Says who renews the tokens of grants of a name.
     *
     * @param name as in {@link Grant#refreshedBy}
     * @param refresher in the place of an earlier one of that name
     */
    public void refreshWith(String name, TokenRefresher refresher) {
        connector
                .renewals()
                .register(Objects.requireNonNull(name, "name"), Objects.requireNonNull(refresher, "refresher"));
    }

    /**
     * Renews an account's tokens now if they are older than that. No effect if the account has an API key.
     *
     * @param accountId the account
     * @param age zero renews them in any case
     * @throws ReauthorizationRequiredException if only a new consent helps
     * @throws io.okxconnect.error.OkxConnectException if they could not be renewed
     */
    public void refresh(AccountId accountId, Duration age) {
        AccountSession session = connector.connection(accountId).session();
        boolean wasOpen = session.holdsKey();
        TokenRenewal renewal = session.renewal();
        if (renewal == null) {
            return;
        }
        try {
            renewal.refreshIfOlder(age);
        } finally {
            if (!wasOpen) {
                session.putKeyAway();
            }
        }
    }

    /**
     * The connector's own site.
     *
     * @return the site that it was built with
     */
    public Site site() {
        return connector.site();
    }

    /**
     * The connector's own environment.
     *
     * @return live or demo
     */
    public TradingEnvironment environment() {
        return connector.environment();
    }

    /**
     * The connector's way to the network.
     *
     * @return not to be closed by the caller
     */
    public HttpTransport transport() {
        return transport;
    }

    /**
     * The connector's clock.
     *
     * @return the clock
     */
    public Clock clock() {
        return clock;
    }
}
