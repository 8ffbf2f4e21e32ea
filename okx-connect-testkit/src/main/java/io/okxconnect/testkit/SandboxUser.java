package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.ApiKey;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.IssuedKey;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** A customer of the sandbox: a master account or a sub-account, each with a live and a demo account. Thread-safe. */
public final class SandboxUser {
    private final Exchange exchange;
    private final OAuthDesk oauth;
    private final Trader trader;

    SandboxUser(Exchange exchange, OAuthDesk oauth, Trader trader) {
        this.exchange = exchange;
        this.oauth = oauth;
        this.trader = trader;
    }

    /**
     * The name that this user was created with.
     *
     * @return the name
     */
    public String name() {
        return trader.name();
    }

    /**
     * The site where this user signed up.
     *
     * @return the site
     */
    public SandboxSite site() {
        return SandboxSite.valueOf(trader.site());
    }

    /**
     * The number of this account, the same in both environments.
     *
     * @return digits
     */
    public String uid() {
        return trader.uid();
    }

    /**
     * The number of the master account; for a master account its own.
     *
     * @return digits
     */
    public String mainUid() {
        return trader.mainUid();
    }

    /**
     * The live account.
     *
     * @return the account
     */
    public SandboxAccount live() {
        return account(SandboxEnvironment.LIVE);
    }

    /**
     * The demo account.
     *
     * @return the account
     */
    public SandboxAccount demo() {
        return account(SandboxEnvironment.DEMO);
    }

    /**
     * The account in one environment.
     *
     * @param environment the environment
     * @return the account
     */
    public SandboxAccount account(SandboxEnvironment environment) {
        return new SandboxAccount(trader.account(environment.model()));
    }

    /**
     * Makes an API key, as the API-management page does.
     *
     * @param request what the key may do
     * @return the key with its secret and passphrase
     * @throws IllegalArgumentException if OKX would refuse it: passphrase form (59505), name taken (59502), 50 keys
     *     (59501), 20 IPs (59503), withdraw for a sub-account (59504), an unknown app, or an entry that is no address
     */
    public SandboxApiKey createApiKey(SandboxKeyRequest request) {
        IssuedKey issued = Wording.refusing(() -> exchange.keyDesk().issue(trader, request.terms()));
        return new SandboxApiKey(issued);
    }

    /**
     * Opens a standard sub-account of this master account, set up as by {@link OkxSandbox#createUser(String)}.
     *
     * @param name a name that no other user of the sandbox has
     * @return the sub-account
     * @throws IllegalArgumentException if the name is taken
     * @throws IllegalStateException if this is a sub-account itself
     */
    public SandboxUser createSubAccount(String name) {
        if (trader.isSubAccount()) {
            throw new IllegalStateException("a sub-account has no sub-accounts of its own: ask its master");
        }
        SandboxUser sub = new SandboxUser(exchange, oauth, exchange.open(name, trader.site(), trader));
        sub.fund();
        return sub;
    }

    /**
     * The public parts of this user's keys that work, made by hand or through Fast API, in both environments.
     *
     * @return lower-case UUIDs, in the order in which the keys were made
     */
    public List<String> apiKeyIds() {
        return trader.keys().stream()
                .filter(key -> key.isAlive(exchange.clock().instant()))
                .map(ApiKey::id)
                .toList();
    }

    /**
     * Agrees to what an app asks for, as on the consent page at this user's own site, without a browser and without an
     * entry in the journal.
     *
     * @param authorizationUri the address that the app sends its user to; its host and path are not looked at
     * @return the address that the user's browser goes back to, with {@code code}, {@code state} and {@code domain}
     * @throws IllegalArgumentException if the consent page would refuse the request; its message begins with the code
     * @throws IllegalStateException if the browser would not go back to the app
     */
    public URI agreeTo(URI authorizationUri) {
        return consent().agree(authorizationUri);
    }

    /**
     * Declines what an app asks for, as {@link #agreeTo} agrees to it.
     *
     * @param authorizationUri the address that the app sends its user to; its host and path are not looked at
     * @return the address that the user's browser goes back to, with {@code error} and {@code state}
     * @throws IllegalArgumentException if the consent page would refuse the request; its message begins with the code
     * @throws IllegalStateException if the browser would not go back to the app
     */
    public URI decline(URI authorizationUri) {
        return consent().decline(authorizationUri);
    }

    /**
     * Gives an app all that it is registered for, and tokens at once: for tests that are not about connecting.
     *
     * @param app an app with a secret
     * @return tokens; without a refresh token if the app is registered for Fast API only
     * @throws IllegalArgumentException if the app is a public client, whose tokens are bound to a device
     */
    public SandboxTokens issueTokens(SandboxOAuthClient app) {
        return consent().issueTokens(app, null);
    }

    /**
     * Gives a public client all that it is registered for, and tokens at once: for tests that are not about connecting.
     *
     * @param app an app without a secret
     * @param termId the device that the tokens are bound to, 1 to 64 letters, digits and hyphens
     * @return tokens
     * @throws IllegalArgumentException if the app is not a public client, or the device id has another form (53006)
     */
    public SandboxTokens issueTokens(SandboxOAuthClient app, String termId) {
        return consent().issueTokens(app, Objects.requireNonNull(termId, "termId"));
    }

    /**
     * Takes back everything that this user allowed an app, as on the page of connected apps: its tokens are answered
     * 53001 from now on, and its Fast API keys are deleted.
     *
     * @param app the app
     */
    public void cancelAuthorization(SandboxOAuthClient app) {
        oauth.consents().cancel(trader, app.clientId());
    }

    /**
     * Revokes the tokens that an app holds, as OKX may when a password changes: they are answered 53003 from now on. Fast
     * API keys stay.
     *
     * @param app the app
     */
    public void revokeTokens(SandboxOAuthClient app) {
        oauth.consents().revokeTokens(trader, app.clientId());
    }

    /** Freezes the account: calls with tokens are answered 53004, calls with keys 50100. */
    public void freeze() {
        trader.freeze();
    }

    /** Lets a frozen account work again. */
    public void unfreeze() {
        trader.unfreeze();
    }

    private Consent consent() {
        return new Consent(oauth, trader);
    }

    void fund() {
        for (SandboxEnvironment environment : SandboxEnvironment.values()) {
            account(environment).setAccountMode(SandboxAccountMode.FUTURES).setBalance("USDT", "10000");
        }
    }

    /**
     * The user's name, for test reports.
     *
     * @return text without any secret
     */
    @Override
    public String toString() {
        return "SandboxUser[" + trader.name() + "]";
    }
}
