package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.internal.call.ApiKeyHeaders;
import io.okxconnect.internal.call.CallTarget;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account's calls: where they go and the key they are signed with. The key is opened by the first call, so that listing
 * thousands of accounts opens none. Holds no lock: a slow store delays the call that waits for it and nothing else.
 */
final class AccountSession {
    private final AccountId accountId;
    private final Site site;
    private final TradingEnvironment environment;
    private final OkxCalls calls;
    private final Supplier<ApiKeyCredential> opener;
    private final AtomicReference<@Nullable LeasedKey> key = new AtomicReference<>();
    private volatile boolean closed;

    /** A session that opens its key with the first call; it owns what the opener gives. */
    AccountSession(
            AccountId accountId,
            Site site,
            TradingEnvironment environment,
            OkxCalls calls,
            Supplier<ApiKeyCredential> opener) {
        this.accountId = accountId;
        this.site = site;
        this.environment = environment;
        this.calls = calls;
        this.opener = opener;
    }

    AccountId accountId() {
        return accountId;
    }

    Site site() {
        return site;
    }

    TradingEnvironment environment() {
        return environment;
    }

    boolean isClosed() {
        return closed;
    }

    RestResponse call(RestRequest request) {
        LeasedKey leased = leasedKey();
        try {
            return calls.call(new CallTarget(site, environment, leased, accountId.value()), request);
        } finally {
            leased.release();
        }
    }

    private LeasedKey leasedKey() {
        while (true) {
            if (closed) {
                throw new ConnectionClosedException(accountId.value());
            }
            LeasedKey current = key.get();
            if (current == null) {
                open();
            } else if (current.lease()) {
                return current;
            }
        }
    }

    private void open() {
        LeasedKey fresh;
        try (ApiKeyCredential opened = opener.get()) {
            fresh = new LeasedKey(accountId, ApiKeyHeaders.of(opened));
        }
        boolean first = key.compareAndSet(null, fresh);
        // Closed in between: whoever takes the key out of its place revokes it.
        if (!first || (closed && key.compareAndSet(fresh, null))) {
            fresh.revoke();
        }
    }

    /** Signs nothing more; the key is wiped when the requests already on their way have ended. */
    void close() {
        closed = true;
        LeasedKey last = key.getAndSet(null);
        if (last != null) {
            last.revoke();
        }
    }
}
