package io.okxconnect;

import io.okxconnect.internal.call.ActiveCredential;
import io.okxconnect.internal.call.ApiKeyHeaders;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A key in use. Each signature is made under a lease, so that the key is wiped only when the last signature under way
 * is made: a key that vanished under a signature would give a wrong one.
 */
final class LeasedKey implements ActiveCredential {
    private final ApiKeyHeaders key;
    /** One for the owner, one for each signature under way; at zero the key is wiped and stays so. */
    private final AtomicInteger holders = new AtomicInteger(1);

    /** Takes the key over; whoever makes this holds the first lease. */
    LeasedKey(ApiKeyHeaders key) {
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

    /** Gives a lease back, the owner's own one once; the last one wipes the key. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            key.close();
        }
    }

    /** Signs; for holders of a lease. */
    @Override
    public Map<String, String> headers(String timestamp, String method, String requestPath, byte[] body) {
        return key.headers(timestamp, method, requestPath, body);
    }

    /** {@return the masked key} */
    @Override
    public String toString() {
        return key.toString();
    }
}
