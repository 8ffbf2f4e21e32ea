package io.okxconnect;

import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.Credential;
import io.okxconnect.internal.call.ActiveCredential;
import io.okxconnect.internal.call.BearerHeaders;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A key in use. Each signature is made under a lease, so that the key is wiped only when the last signature under way
 * is made: a key that vanished under a signature would give a wrong one.
 */
final class LeasedKey {
    private final ActiveCredential key;
    private final @Nullable TokenFacts tokenFacts;
    /** One for the owner, one for each signature under way; at zero the key is wiped and stays so. */
    private final AtomicInteger holders = new AtomicInteger(1);

    private LeasedKey(ActiveCredential key, @Nullable TokenFacts tokenFacts) {
        this.key = key;
        this.tokenFacts = tokenFacts;
    }

    /** Takes a copy of a credential into use; whoever makes this holds the first lease. */
    static LeasedKey of(Credential credential) {
        TokenFacts facts = credential instanceof AccessTokenCredential tokens ? TokenFacts.of(tokens) : null;
        return new LeasedKey(ActiveCredential.of(credential), facts);
    }

    /** What is known of the tokens; null if this is an API key. */
    @Nullable
    TokenFacts tokenFacts() {
        return tokenFacts;
    }

    /** Whether these are the same tokens; false once they are wiped. */
    boolean isOf(AccessTokenCredential tokens) {
        if (!lease()) {
            return false;
        }
        try {
            return key instanceof BearerHeaders bearer && bearer.isOf(tokens);
        } finally {
            release();
        }
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
    Map<String, String> headers(String timestamp, String method, String requestPath, byte[] body) {
        return key.headers(timestamp, method, requestPath, body);
    }

    /** {@return what may be shown of the key} */
    @Override
    public String toString() {
        return key.toString();
    }
}
