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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account's calls: where they go and the key they are signed with. The key is opened by the first call, so that listing
 * thousands of accounts opens none.
 */
final class AccountSession {
    private final AccountId accountId;
    private final Site site;
    private final TradingEnvironment environment;
    private final OkxCalls calls;
    private final Supplier<ApiKeyCredential> opener;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable LeasedKey key;
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

    RestResponse call(RestRequest request) {
        LeasedKey leased = leasedKey();
        try {
            return calls.call(new CallTarget(site, environment, leased), request);
        } finally {
            leased.release();
        }
    }

    private LeasedKey leasedKey() {
        while (true) {
            if (closed) {
                throw new ConnectionClosedException(accountId.value());
            }
            LeasedKey current = key;
            if (current == null) {
                open();
            } else if (current.lease()) {
                return current;
            }
        }
    }

    private void open() {
        opening.lock();
        try {
            if (key == null && !closed) {
                try (ApiKeyCredential opened = opener.get()) {
                    key = new LeasedKey(ApiKeyHeaders.of(opened));
                }
            }
        } finally {
            opening.unlock();
        }
    }

    /** Refuses new calls; the key is wiped when those in flight have ended. */
    void close() {
        opening.lock();
        try {
            closed = true;
            LeasedKey last = key;
            key = null;
            if (last != null) {
                last.release();
            }
        } finally {
            opening.unlock();
        }
    }
}
