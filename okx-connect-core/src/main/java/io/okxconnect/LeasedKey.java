package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.internal.call.ActiveCredential;
import io.okxconnect.internal.call.ApiKeyHeaders;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A key in use. Each call holds a lease on it, so that it is wiped only when the last call that signs with it has ended: a key
 * that vanished under a signature would give a wrong one. A revoked key signs nothing more, not even the repeat of a read that
 * began before.
 */
final class LeasedKey implements ActiveCredential {
    private final AccountId accountId;
    private final ApiKeyHeaders key;
    /** One for the owner, one for each call in flight; at zero the key is wiped and stays so. */
    private final AtomicInteger holders = new AtomicInteger(1);

    private volatile boolean revoked;

    /** Takes the key over. */
    LeasedKey(AccountId accountId, ApiKeyHeaders key) {
        this.accountId = accountId;
        this.key = key;
    }

    /** Whether the lease was given; false once the key is wiped. Give it back with {@link #release()}. */
    boolean lease() {
        while (true) {
            int now = holders.get();
            if (now == 0) {
                return false;
            }
            if (holders.compareAndSet(now, now + 1)) {
                return true;
            }
        }
    }

    /** Gives a lease back. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            key.close();
        }
    }

    /** Ends the owner's hold, once: nothing is signed any more, and the last call in flight wipes the key. */
    void revoke() {
        revoked = true;
        release();
    }

    @Override
    public Map<String, String> headers(String timestamp, String method, String requestPath, byte[] body) {
        if (revoked) {
            throw new ConnectionClosedException(accountId.value());
        }
        return key.headers(timestamp, method, requestPath, body);
    }

    /** {@return the masked key} */
    @Override
    public String toString() {
        return key.toString();
    }
}
