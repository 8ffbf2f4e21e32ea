package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.IssuedKey;
import io.okxconnect.testkit.internal.model.Trader;

/** A customer of the sandbox: a master account or a sub-account, each with a live and a demo account. Thread-safe. */
public final class SandboxUser {
    private final Exchange exchange;
    private final Trader trader;

    SandboxUser(Exchange exchange, Trader trader) {
        this.exchange = exchange;
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
        SandboxUser sub = new SandboxUser(exchange, exchange.open(name, trader.site(), trader));
        sub.fund();
        return sub;
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
