package io.okxconnect.check;

import io.okxconnect.account.AccountApi;
import io.okxconnect.account.AccountConfig;
import io.okxconnect.rest.HttpMethod;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The account that remedies are applied to. For one {@link Remedies#apply} at a time; not for several threads at once.
 */
public final class RemedyContext {
    private final AccountApi account;
    private final Function<RestRequest, RestResponse> calls;
    private final Site site;
    private final TradingEnvironment environment;
    private @Nullable AccountConfig config;
    private @Nullable OpenThings open;
    private boolean mayHaveWritten;

    private RemedyContext(
            AccountApi account, Function<RestRequest, RestResponse> calls, Site site, TradingEnvironment environment) {
        this.account = Objects.requireNonNull(account, "account");
        this.calls = Objects.requireNonNull(calls, "calls");
        this.site = Objects.requireNonNull(site, "site");
        this.environment = Objects.requireNonNull(environment, "environment");
    }

    /**
     * The context of one account.
     *
     * @param account its typed calls
     * @param calls makes any other signed call with the account's key
     * @param site where the user's pages are
     * @param environment live or demo
     * @return the context
     */
    public static RemedyContext of(
            AccountApi account, Function<RestRequest, RestResponse> calls, Site site, TradingEnvironment environment) {
        return new RemedyContext(account, calls, site, environment);
    }

    /**
     * The typed calls of the account.
     *
     * @return the calls
     */
    public AccountApi account() {
        // Some of its calls write, and nobody here sees which one an action makes.
        mayHaveWritten = true;
        open = null;
        return account;
    }

    /** The same, for reading only. */
    AccountApi reads() {
        return account;
    }

    /**
     * Makes any other signed call with the account's key.
     *
     * @param request the call
     * @return OKX's answer
     * @throws io.okxconnect.error.OkxConnectException if the call fails
     */
    public RestResponse call(RestRequest request) {
        if (request.method() != HttpMethod.GET) {
            mayHaveWritten = true;
            open = null;
        }
        return calls.apply(request);
    }

    /**
     * Where the user's pages are.
     *
     * @return the site
     */
    public Site site() {
        return site;
    }

    /**
     * Live or demo.
     *
     * @return the environment
     */
    public TradingEnvironment environment() {
        return environment;
    }

    /**
     * The account configuration as read last; reads it the first time.
     *
     * @return the configuration
     * @throws io.okxconnect.error.OkxConnectException if it has to be read and that fails
     */
    public AccountConfig config() {
        AccountConfig known = config;
        return known == null ? readConfig() : known;
    }

    /** What is open in the account, each kind read at most once until the next write or look at the configuration. */
    OpenThings open() {
        OpenThings known = open;
        if (known == null) {
            known = new OpenThings(this);
            open = known;
        }
        return known;
    }

    /** Forgets earlier writes: from here on, {@link #mayHaveWritten()} is about the next change. */
    void beginChange() {
        mayHaveWritten = false;
    }

    /** Whether anything was sent since {@link #beginChange()} that may change the account. */
    boolean mayHaveWritten() {
        return mayHaveWritten;
    }

    /** Reads the configuration again; on a failure the one read before stays. */
    AccountConfig readConfig() {
        open = null;
        AccountConfig fresh = account.config();
        config = fresh;
        return fresh;
    }

    /**
     * Sends one setting. Not by the typed calls, which look at the configuration before and after each time: {@link
     * Remedies} does that already, and OKX allows 5 such reads in 2 s.
     */
    void set(String path, Map<String, String> body) {
        call(RestRequest.post(path).body(body).build());
    }
}
