package io.okxconnect.oauth;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.site.Site;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Connects accounts through OKX's Fast API: the user agrees on OKX's page, and the app makes itself a V5 API key, which nobody copies or sees.
 * The app has to be an approved OKX broker with a client id and secret, a registered redirect URL, and a list of its servers' addresses.
 *
 * <p>Send the browser to what {@link #begin} gives; hand what it comes back with to {@link #complete}. That checks state, session and domain,
 * exchanges the code, deletes the app's earlier key of this user, makes a new one with a fresh passphrase, and lets the {@link
 * ExchangeConnector} try, check and store it. Completing again for a stored account replaces its key in place: the account id and the
 * {@link Connection} go on.
 *
 * <p>OKX allows an app <b>one</b> Fast API key a user. Connecting an OKX account for a second account id therefore ends the first one's
 * key: see {@link FastApiUidLookup} and the {@link io.okxconnect.DuplicatePolicy} of the exchange connector. Whoever else is stored with
 * a key that died in a connect is told so: {@link io.okxconnect.ConnectionState#REAUTHORIZATION_REQUIRED}.
 *
 * <p>A key that may trade and is bound to no address dies after 14 days without a use; whether binding to the app prevents that is not
 * documented. Nothing is called by itself to keep a key alive: an app that may be idle that long runs a {@link
 * io.okxconnect.ConnectionMonitor}, whose looks count as use.
 *
 * <p>Safe for use by many threads. Closing it wipes the client secret; the exchange connector stays open, and closes on its own.
 */
public final class FastApiConnector implements AutoCloseable {
    private final AuthorizationFlow flow;
    private final FastApiSettings settings;
    private final FastApiConnect connect;
    private final Secret clientSecret;

    FastApiConnector(AuthorizationFlow flow, FastApiSettings settings, FastApiConnect connect, Secret clientSecret) {
        this.flow = flow;
        this.settings = settings;
        this.connect = connect;
        this.clientSecret = clientSecret;
    }

    /**
     * Begins a connector.
     *
     * @param okx keeps the accounts; not closed by the new connector
     * @return a new builder
     */
    public static FastApiConnectorBuilder builder(ExchangeConnector okx) {
        return new FastApiConnectorBuilder(Objects.requireNonNull(okx, "okx"));
    }

    /**
     * Begins a connect at the first enabled site. Makes no call to OKX.
     *
     * @param accountId the app's own name for the account; one that is stored under it gets a new key
     * @param session the browser session that the callback must come from
     * @return where to send the browser, and until when
     * @throws io.okxconnect.error.DifferentAccountException if an account of another site or environment is stored under the id
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot be read
     * @throws IllegalStateException if this connector or the exchange connector is closed
     */
    public AuthorizationRequest begin(AccountId accountId, SessionBinding session) {
        return begin(accountId, settings.sites().get(0), session);
    }

    /**
     * Begins a connect at one of several sites.
     *
     * @param accountId as above
     * @param site the site of the user's account, one of those that were enabled; told apart by name
     * @param session as above
     * @return where to send the browser, and until when
     * @throws InvalidArgumentException if the site is not enabled
     * @throws io.okxconnect.error.DifferentAccountException as above
     * @throws io.okxconnect.error.CredentialStoreException as above
     * @throws IllegalStateException as above
     */
    public AuthorizationRequest begin(AccountId accountId, Site site, SessionBinding session) {
        Objects.requireNonNull(site, "site");
        OAuthSite enabled = settings.sites().stream()
                .filter(each -> each.site().name().equals(site.name()))
                .findFirst()
                .orElseThrow(() -> new InvalidArgumentException(
                        "site", "must be one of the enabled sites", "Name it in sites() of the builder."));
        return begin(accountId, enabled, session);
    }

    private AuthorizationRequest begin(AccountId accountId, OAuthSite site, SessionBinding session) {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(session, "session");
        requireOpen();
        connect.requireSamePlace(accountId, site.site(), settings.environment());
        return flow.begin(new FlowStart(
                OAuthProfile.FAST_API,
                settings.profile(),
                site,
                accountId,
                settings.environment(),
                settings.redirectUri(),
                session,
                Map.of()));
    }

    /**
     * Completes a connect with the URL that the browser was sent to, or with its query alone.
     *
     * @param callback for example {@code https://app.example.com/okx/callback?code=…&state=…}, or {@code code=…&state=…}
     * @param session the browser session that it came from
     * @return the connection, checked and stored
     * @throws CallbackRejectedException as {@link #complete(AuthorizationCallback, SessionBinding)}
     * @throws OAuthErrorException as there
     * @throws FastApiException as there
     */
    public Connection complete(String callback, SessionBinding session) {
        return completeOwn(AuthorizationCallback.parse(callback), session);
    }

    /**
     * Completes a connect with the URL that the browser was sent to.
     *
     * @param callback the whole URL
     * @param session the browser session that it came from
     * @return the connection, checked and stored
     * @throws CallbackRejectedException as {@link #complete(AuthorizationCallback, SessionBinding)}
     * @throws OAuthErrorException as there
     * @throws FastApiException as there
     */
    public Connection complete(URI callback, SessionBinding session) {
        return completeOwn(AuthorizationCallback.parse(callback), session);
    }

    private Connection completeOwn(AuthorizationCallback callback, SessionBinding session) {
        try {
            return complete(callback, session);
        } finally {
            if (callback instanceof AuthorizationCallback.Code code) {
                code.code().close();
            }
        }
    }

    /**
     * Completes a connect. Takes some seconds, and up to some minutes if OKX does not answer: see {@link
     * FastApiConnectorBuilder#timeout}. Of several at once for one account id, one waits for the other.
     *
     * @param callback what the browser brought back; its code is closed once the callback is accepted
     * @param session the browser session that it came from
     * @return the connection, checked and stored; for a stored account the one that it has
     * @throws CallbackRejectedException if the callback answers no connect that is pending here and in this session, or cannot be trusted: no
     *     call was made, nothing has changed, and a connect that is pending stays so
     * @throws OAuthErrorException if the user declined, or OKX refused on its page; this connect is over
     * @throws FastApiException if anything after that failed; it says at which step, why, and what is left at OKX
     * @throws InvalidArgumentException if the app's own {@link FastApiPassphrases} gave one that breaks OKX's rule; if it is the first,
     *     nothing has changed
     * @throws IllegalStateException if this connector or the exchange connector is closed
     */
    public Connection complete(AuthorizationCallback callback, SessionBinding session) {
        Objects.requireNonNull(callback, "callback");
        Objects.requireNonNull(session, "session");
        requireOpen();
        // Before the state is used up: a generator that breaks the rule must not cost the user's consent, or a key.
        try (Secret passphrase = settings.passphrase();
                ConfirmedCode code = flow.confirm(callback, OAuthProfile.FAST_API, settings.redirectUri(), session)) {
            return connect.run(code, passphrase);
        }
    }

    private void requireOpen() {
        if (clientSecret.isDestroyed()) {
            throw new IllegalStateException("The Fast API connector is closed.");
        }
        connect.requireOpen();
    }

    /** Wipes the client secret. Accounts, and the exchange connector, go on. Closing twice has no effect. */
    @Override
    public void close() {
        clientSecret.close();
    }

    /** {@return the sites and the environment} */
    @Override
    public String toString() {
        List<String> names =
                settings.sites().stream().map(each -> each.site().name()).toList();
        return "FastApiConnector[" + String.join(", ", names) + ", " + settings.environment() + "]";
    }
}
