package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Credential;
import io.okxconnect.credential.CredentialKind;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.internal.call.CallTarget;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account's calls: where they go and the key they are signed with. The key is opened by the first call, so that
 * listing thousands of accounts opens none, and it may be exchanged under way: each attempt of a call is signed with
 * the key of that moment. Holds no lock: a slow store delays the call that waits for it and nothing else.
 */
final class AccountSession {
    private final AccountId accountId;
    private final OkxCalls calls;
    private final Supplier<Instant> now;
    private final BrokerCodes codes;
    private final Supplier<? extends Credential> opener;
    private final AtomicReference<@Nullable LeasedKey> key = new AtomicReference<>();
    private volatile Grant grant;
    private volatile @Nullable TokenRenewal renewal;
    private volatile Consumer<AuthenticationRejectedException> keyGone = refused -> {};
    private volatile boolean closed;
    private volatile @Nullable Instant lastUsedAt;

    /** A session that opens its key with the first call; it owns what the opener gives. */
    AccountSession(
            AccountId accountId,
            Grant grant,
            OkxCalls calls,
            Supplier<Instant> now,
            BrokerCodes codes,
            Supplier<? extends Credential> opener) {
        this.accountId = accountId;
        this.grant = grant;
        this.calls = calls;
        this.now = now;
        this.codes = codes;
        this.opener = opener;
    }

    /** The same place with another key, to try it. */
    AccountSession with(Grant otherGrant, Supplier<? extends Credential> otherKey) {
        return new AccountSession(accountId, otherGrant, calls, now, codes, otherKey);
    }

    /** Has tokens renewed in time; without it they are used as they are. */
    void renewWith(TokenRenewal tokens) {
        renewal = tokens;
    }

    /** Has somebody told when OKX does not know the API key in use any more. */
    void tellWhenKeyGone(Consumer<AuthenticationRejectedException> listener) {
        keyGone = listener;
    }

    /** How the credential in use came, and where it works; the place is always the same. */
    Grant grant() {
        return grant;
    }

    /** Who renews the tokens; null if the credential in use is an API key. */
    @Nullable
    TokenRenewal renewal() {
        return grant.kind() == CredentialKind.ACCESS_TOKEN ? renewal : null;
    }

    AccountId accountId() {
        return accountId;
    }

    Site site() {
        return grant.site();
    }

    TradingEnvironment environment() {
        return grant.environment();
    }

    boolean isClosed() {
        return closed;
    }

    /** When OKX last accepted a signed call of this session; null if none yet. */
    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    RestResponse call(RestRequest given) {
        RestRequest request = codes.tagged(given, grant);
        if (!request.isSigned()) {
            return send(request, request.timeout());
        }
        TokenRenewal tokens = renewal();
        return tokens == null ? callWithKey(request) : tokens.call(request);
    }

    private RestResponse callWithKey(RestRequest request) {
        LeasedKey used = openKey();
        try {
            return send(request, request.timeout());
        } catch (AuthenticationRejectedException refused) {
            // What OKX says of an old key says nothing of the one that replaced it meanwhile.
            if (StatusRules.saysThatKeyIsGone(refused) && !hasReplaced(used)) {
                keyGone.accept(refused);
            }
            throw refused;
        }
    }

    /** Makes a call with the key in use, as it is, within a limit of its own. */
    RestResponse send(RestRequest request, Duration limit) {
        openKey();
        RestResponse response =
                calls.call(new CallTarget(site(), environment(), this::sign, accountId.value()), request, limit);
        if (request.isSigned()) {
            lastUsedAt = now.get();
        }
        return response;
    }

    private Map<String, String> sign(String timestamp, String method, String requestPath, byte[] body) {
        while (true) {
            LeasedKey current = openKey();
            if (current.lease()) {
                try {
                    return current.headers(timestamp, method, requestPath, body);
                } finally {
                    current.release();
                }
            }
        }
    }

    /** The key in use, opened if it was not; it may be exchanged or closed at once, so it is leased before it signs. */
    LeasedKey openKey() {
        while (true) {
            requireOpen();
            LeasedKey current = key.get();
            if (current != null) {
                return current;
            }
            open();
        }
    }

    void requireOpen() {
        if (closed) {
            throw new ConnectionClosedException(accountId.value());
        }
    }

    private void open() {
        LeasedKey fresh;
        try (Credential opened = opener.get()) {
            fresh = LeasedKey.of(opened);
        } catch (ConnectionClosedException e) {
            if (key.get() == null) {
                throw e;
            }
            // Another key is stored because it was exchanged just now, and the one in use is here.
            return;
        }
        boolean first = key.compareAndSet(null, fresh);
        // Closed in between: whoever takes the key out of its place releases it.
        if (!first || (closed && key.compareAndSet(fresh, null))) {
            fresh.release();
        }
    }

    /**
     * Takes another key over: everything that is signed from here on is signed with it, the repeats of reads that began
     * before included. The old key is wiped when the signatures under way are made.
     */
    void exchangeKey(LeasedKey fresh, Grant freshGrant) {
        LeasedKey old = key.getAndSet(fresh);
        grant = freshGrant;
        if (old != null) {
            old.release();
        }
        if (closed && key.compareAndSet(fresh, null)) {
            fresh.release();
        }
    }

    /** Takes renewed tokens over, unless what they were made of is not in use any more: then they are of no use here. */
    void renewKey(LeasedKey used, LeasedKey fresh) {
        if (!key.compareAndSet(used, fresh)) {
            fresh.release();
            return;
        }
        used.release();
        if (closed && key.compareAndSet(fresh, null)) {
            fresh.release();
        }
    }

    /** Whether another key is in use than this one; not if none is in use. */
    boolean hasReplaced(LeasedKey used) {
        LeasedKey current = key.get();
        return current != null && current != used;
    }

    /** Whether a key is open, and thus in memory. */
    boolean holdsKey() {
        return key.get() != null;
    }

    /** Wipes the key when the signatures under way are made; the next call opens it again. */
    void putKeyAway() {
        TokenRenewal tokens = renewal();
        if (tokens != null && tokens.holdsUnsaved()) {
            // The store holds what they replaced, which is dead.
            return;
        }
        LeasedKey open = key.getAndSet(null);
        if (open != null) {
            open.release();
        }
    }

    /** Offers tokens that are in memory alone to the store once more: what it does not take now is lost. */
    void saveTokens() {
        TokenRenewal tokens = renewal();
        if (tokens != null) {
            tokens.saveAgain();
        }
    }

    /** Signs nothing more; the key is wiped when the signatures under way are made. */
    void close() {
        closed = true;
        TokenRenewal tokens = renewal;
        if (tokens != null) {
            tokens.close();
        }
        LeasedKey last = key.getAndSet(null);
        if (last != null) {
            last.release();
        }
    }
}
