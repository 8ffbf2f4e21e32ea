package io.okxconnect.oauth;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.site.Site;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Connects accounts with OAuth tokens: the user agrees on OKX's page, and every call of the {@link Connection} carries the access token that
 * came of it. Nobody sees a key. There are three kinds:
 *
 * <ul>
 *   <li>{@link #code}: a server app that is an approved OKX broker, with a client secret.
 *   <li>{@link #pkce}: an app on the user's own device, which cannot keep a secret; the tokens are bound to the device.
 *   <li>{@link #agent}: OKX's agent server, off unless an app asks for it.
 * </ul>
 *
 * <p>A web app sends the browser to what {@link #begin} gives, and hands what it comes back with to {@link #complete}. A desktop app calls
 * {@link #connectInBrowser}. Completing again for a stored account replaces its tokens in place: the account id and the {@link Connection} go on.
 *
 * <p>OKX's access tokens live one hour, and refresh tokens three days from the last refresh. Calls renew tokens by themselves, one call of
 * OKX for all threads and processes that share the store; the new ones are stored before they are used. Build the connector when the
 * app starts: without it nobody renews the tokens of accounts that are stored already. An account that is not called for three days is lost
 * unless something renews it: the looks of a {@link io.okxconnect.ConnectionMonitor} are calls and do so; an app without one calls {@link
 * #keepFresh()} once a day. Both together do no harm. When only the user's new consent helps, the account is {@link
 * io.okxconnect.ConnectionState#REAUTHORIZATION_REQUIRED}.
 *
 * <p>Safe for use by many threads. Close it after the exchange connector's last call, since closing ends the renewal; the exchange
 * connector stays open, and closes on its own.
 */
public final class OAuthConnector implements AutoCloseable {
    private static final Duration EAGER = Duration.ofHours(24);

    private final ExchangeConnector okx;
    private final AuthorizationFlow flow;
    private final OAuthConnectorSettings settings;
    private final OAuthConnect connect;
    private final @Nullable Secret clientSecret;
    private final AtomicBoolean closed = new AtomicBoolean();

    OAuthConnector(
            ExchangeConnector okx,
            AuthorizationFlow flow,
            OAuthConnectorSettings settings,
            Repeats repeats,
            RefreshTries refreshTries,
            @Nullable Secret clientSecret) {
        this.okx = okx;
        this.flow = flow;
        this.settings = settings;
        this.connect = new OAuthConnect(okx.grants(), settings, repeats);
        this.clientSecret = clientSecret;
        okx.grants()
                .refreshWith(
                        settings.name(), new OAuthTokenRefresher(okx.grants(), settings, refreshTries, closed::get));
    }

    /**
     * Begins a connector of a server app with a client secret.
     *
     * @param okx keeps the accounts; not closed by the new connector
     * @return a new builder
     */
    public static OAuthCodeConnectorBuilder code(ExchangeConnector okx) {
        return new OAuthCodeConnectorBuilder(Objects.requireNonNull(okx, "okx"));
    }

    /**
     * Begins a connector of an app on the user's own device, with PKCE (RFC 7636).
     *
     * @param okx keeps the accounts; not closed by the new connector
     * @return a new builder
     */
    public static OAuthPkceConnectorBuilder pkce(ExchangeConnector okx) {
        return new OAuthPkceConnectorBuilder(Objects.requireNonNull(okx, "okx"));
    }

    /**
     * Begins a connector at OKX's agent server (OAuth 2.1). See {@link AgentRegistration} for its client id.
     *
     * @param okx keeps the accounts; not closed by the new connector
     * @return a new builder
     */
    public static OAuthAgentConnectorBuilder agent(ExchangeConnector okx) {
        return new OAuthAgentConnectorBuilder(Objects.requireNonNull(okx, "okx"));
    }

    /**
     * Begins a connect at the first enabled site. Makes no call to OKX.
     *
     * @param accountId the app's own name for the account; one that is stored under it gets new tokens
     * @param session the browser session that the callback must come from
     * @return where to send the browser, and until when
     * @throws InvalidArgumentException if the connector has no redirect URI
     * @throws io.okxconnect.error.DifferentAccountException if an account of another site or environment is stored under the id
     * @throws io.okxconnect.oauth.error.DeviceIdException if the tokens are to be bound to this device, and it has no readable id
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot be read
     * @throws IllegalStateException if this connector or the exchange connector is closed
     */
    public AuthorizationRequest begin(AccountId accountId, SessionBinding session) {
        return begin(accountId, settings.sites().get(0), session, requireRedirectUri());
    }

    /**
     * Begins a connect at one of several sites.
     *
     * @param accountId as above
     * @param site the site of the user's account, one of those that were enabled; told apart by name
     * @param session as above
     * @return where to send the browser, and until when
     * @throws InvalidArgumentException if the site is not enabled, or the connector has no redirect URI
     * @throws io.okxconnect.error.DifferentAccountException as above
     * @throws io.okxconnect.oauth.error.DeviceIdException as above
     * @throws io.okxconnect.error.CredentialStoreException as above
     * @throws IllegalStateException as above
     */
    public AuthorizationRequest begin(AccountId accountId, Site site, SessionBinding session) {
        return begin(accountId, enabled(site), session, requireRedirectUri());
    }

    private AuthorizationRequest begin(AccountId accountId, OAuthSite site, SessionBinding session, URI redirectUri) {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(session, "session");
        requireOpen();
        AccountPlace.requireSame(okx.grants(), accountId, site.site(), settings.environment());
        try (Secret device = settings.device()) {
            return flow.begin(new FlowStart(
                    settings.kind(),
                    settings.profile(device),
                    site,
                    accountId,
                    settings.environment(),
                    redirectUri,
                    session,
                    Map.of(OAuthConnect.ASKED, String.join(" ", settings.scopes()))));
        }
    }

    private OAuthSite enabled(Site site) {
        return settings.site(Objects.requireNonNull(site, "site").name())
                .orElseThrow(() -> new InvalidArgumentException(
                        "site", "must be one of the enabled sites", "Name it in sites() of the builder."));
    }

    private URI requireRedirectUri() {
        return Optional.ofNullable(settings.redirectUri())
                .orElseThrow(() -> new InvalidArgumentException(
                        "redirectUri", "must be set", "Name it in the builder, or use connectInBrowser."));
    }

    /**
     * Completes a connect with the URL that the browser was sent to, or with its query alone.
     *
     * @param callback for example {@code https://app.example.com/okx/callback?code=…&state=…}, or {@code code=…&state=…}
     * @param session the browser session that it came from
     * @return the connection, checked and stored
     * @throws CallbackRejectedException as {@link #complete(AuthorizationCallback, SessionBinding)}
     * @throws OAuthErrorException as there
     * @throws TokenEndpointException as there
     * @throws io.okxconnect.error.OkxConnectException as there
     */
    public Connection complete(String callback, SessionBinding session) {
        return completeOwn(AuthorizationCallback.parse(callback), session, requireRedirectUri());
    }

    /**
     * Completes a connect with the URL that the browser was sent to.
     *
     * @param callback the whole URL
     * @param session the browser session that it came from
     * @return the connection, checked and stored
     * @throws CallbackRejectedException as {@link #complete(AuthorizationCallback, SessionBinding)}
     * @throws OAuthErrorException as there
     * @throws TokenEndpointException as there
     * @throws io.okxconnect.error.OkxConnectException as there
     */
    public Connection complete(URI callback, SessionBinding session) {
        return completeOwn(AuthorizationCallback.parse(callback), session, requireRedirectUri());
    }

    private Connection completeOwn(AuthorizationCallback callback, SessionBinding session, URI redirectUri) {
        try {
            return complete(callback, session, redirectUri);
        } finally {
            if (callback instanceof AuthorizationCallback.Code code) {
                code.code().close();
            }
        }
    }

    /**
     * Completes a connect.
     *
     * @param callback what the browser brought back; its code is closed once the callback is accepted
     * @param session the browser session that it came from
     * @return the connection, checked and stored; for a stored account the one that it has
     * @throws CallbackRejectedException if the callback answers no connect that is pending here and in this session, or cannot be trusted: no
     *     call was made, nothing has changed, and a connect that is pending stays so
     * @throws OAuthErrorException if the user declined, or OKX refused on its page or the code; this connect is over
     * @throws TokenEndpointException if no tokens came, or not those that were asked for; this connect is over
     * @throws io.okxconnect.error.OkxConnectException if OKX refused the code with a code of its own, or the account cannot be connected, as
     *     {@link ExchangeConnector#connect} says; this connect is over
     * @throws IllegalStateException if this connector or the exchange connector is closed
     */
    public Connection complete(AuthorizationCallback callback, SessionBinding session) {
        return complete(callback, session, requireRedirectUri());
    }

    private Connection complete(AuthorizationCallback callback, SessionBinding session, URI redirectUri) {
        Objects.requireNonNull(callback, "callback");
        Objects.requireNonNull(session, "session");
        requireOpen();
        // Before the state is used up: a device without an id must not cost the user's consent.
        try (Secret device = settings.device();
                ConfirmedCode code = flow.confirm(callback, settings.kind(), redirectUri, session)) {
            return connect.run(code, device);
        }
    }

    /**
     * Connects an account of the person in front of this machine: opens OKX's page in the browser, or has its URL shown, waits for the
     * callback on a loopback address, and completes the connect (RFC 8252). Begins at the first enabled site.
     *
     * <p>OKX compares redirect URIs character by character: register one with a fixed port, and set the same with {@link
     * OAuthPublicConnectorBuilder#loopback}.
     *
     * @param accountId the app's own name for the account; one that is stored under it gets new tokens
     * @return the connection, checked and stored
     * @throws io.okxconnect.oauth.error.LoopbackException if the receiver cannot listen, there is no browser and nobody to show the URL, no
     *     callback came within the receiver's time limit (two minutes unless set), or the thread was interrupted
     * @throws OAuthErrorException if the user declined, or OKX refused
     * @throws TokenEndpointException as {@link #complete(AuthorizationCallback, SessionBinding)}
     * @throws io.okxconnect.error.OkxConnectException as there, and as {@link #begin(AccountId, SessionBinding)}
     * @throws IllegalStateException if this connector or the exchange connector is closed, or has a client secret: that belongs on a
     *     server, which has callbacks of its own
     */
    public Connection connectInBrowser(AccountId accountId) {
        return connectInBrowser(accountId, settings.sites().get(0), settings.loopback());
    }

    /**
     * Connects an account in the browser, at one of several sites and with another time limit.
     *
     * @param accountId as above
     * @param site the site of the user's account, one of those that were enabled
     * @param timeout how long the user has; more than zero, at most ten minutes
     * @return the connection, checked and stored
     * @throws InvalidArgumentException if the site is not enabled, or the time limit is out of range
     * @throws io.okxconnect.oauth.error.LoopbackException as above
     * @throws OAuthErrorException as above
     * @throws TokenEndpointException as above
     * @throws io.okxconnect.error.OkxConnectException as above
     * @throws IllegalStateException as above
     */
    public Connection connectInBrowser(AccountId accountId, Site site, Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        return connectInBrowser(
                accountId, enabled(site), settings.loopback().andThen(receiver -> receiver.timeout(timeout)));
    }

    private Connection connectInBrowser(
            AccountId accountId, OAuthSite site, Consumer<LoopbackReceiverBuilder> settingsOfReceiver) {
        if (settings.kind() == OAuthProfile.AUTHORIZATION_CODE) {
            throw new IllegalStateException(
                    "A connector with a client secret belongs on a server; on the user's device use OAuthConnector.pkce.");
        }
        LoopbackReceiverBuilder builder = LoopbackReceiver.builder();
        settingsOfReceiver.accept(builder);
        SessionBinding session = SessionBinding.ofThisProcess();
        try (LoopbackReceiver receiver = builder.build()) {
            AuthorizationRequest request = begin(accountId, site, session, receiver.redirectUri());
            return completeOwn(receiver.receive(request.uri()), session, receiver.redirectUri());
        }
    }

    /**
     * Renews the tokens of every stored account of this client that are older than 24 hours, so that no refresh token gets too old. Call
     * it once a day from one process; several at once do no harm.
     *
     * @return what became of each account
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot be listed
     * @throws IllegalStateException if this connector or the exchange connector is closed
     */
    public KeepFreshReport keepFresh() {
        return keepFresh(EAGER);
    }

    /**
     * Renews the tokens of every stored account of this client that are older than that, one account after the other. An account that is
     * known to need the user's new consent is left alone.
     *
     * @param age zero or more; zero renews all of them
     * @return what became of each account
     * @throws InvalidArgumentException if the age is negative
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot be listed
     * @throws IllegalStateException if this connector or the exchange connector is closed
     */
    public KeepFreshReport keepFresh(Duration age) {
        if (age.isNegative()) {
            throw new InvalidArgumentException("age", "must not be negative", "24 h suits most apps.");
        }
        requireOpen();
        return new TokenKeeper(okx, settings.name()).keepFresh(age);
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The OAuth connector is closed.");
        }
        okx.grants().requireOpen();
    }

    /** Wipes the client secret, and ends the renewal of tokens. Accounts stay stored. Closing twice has no effect. */
    @Override
    public void close() {
        closed.set(true);
        if (clientSecret != null) {
            clientSecret.close();
        }
    }

    /** {@return the kind, the sites and the environment} */
    @Override
    public String toString() {
        List<String> names =
                settings.sites().stream().map(each -> each.site().name()).toList();
        return "OAuthConnector[" + settings.kind() + ", " + String.join(", ", names) + ", " + settings.environment()
                + "]";
    }
}
