package io.okxconnect.oauth;

import io.okxconnect.error.InvalidArgumentException;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Remembers authorizations in the memory of this process: for apps on one node. Full or not, it never holds more than its
 * limits: the oldest record makes room, first that of the same browser session. Safe for use by many threads.
 */
public final class InMemoryPendingAuthorizationStore implements PendingAuthorizationStore {
    /** How many records it holds by default. */
    public static final int DEFAULT_CAPACITY = 10_000;

    static final int MOST_OF_A_SESSION = 8;

    private final Clock clock;
    private final int capacity;
    private final Map<String, PendingAuthorization> byId = new LinkedHashMap<>();
    private final Map<String, Integer> countBySession = new LinkedHashMap<>();

    /** Creates an empty store of the default capacity on the system's clock. */
    public InMemoryPendingAuthorizationStore() {
        this(Clock.systemUTC(), DEFAULT_CAPACITY);
    }

    /**
     * Creates an empty store.
     *
     * @param clock tells when records expire
     * @param capacity how many records it holds at most, 1 to 1,000,000
     * @throws InvalidArgumentException if the capacity is out of range
     */
    public InMemoryPendingAuthorizationStore(Clock clock, int capacity) {
        this.clock = Objects.requireNonNull(clock, "clock");
        if (capacity < 1 || capacity > 1_000_000) {
            throw new InvalidArgumentException("capacity", "must be 1 to 1000000", "10000 suits most apps.");
        }
        this.capacity = capacity;
    }

    @Override
    public void save(PendingAuthorization pending) {
        Objects.requireNonNull(pending, "pending");
        synchronized (byId) {
            forgetExpired();
            if (countBySession.getOrDefault(pending.sessionDigest(), 0) >= MOST_OF_A_SESSION) {
                byId.values().stream()
                        .filter(each -> each.sessionDigest().equals(pending.sessionDigest()))
                        .findFirst()
                        .ifPresent(oldest -> remove(oldest.id()));
            }
            remove(pending.id());
            if (byId.size() >= capacity) {
                remove(byId.keySet().iterator().next());
            }
            byId.put(pending.id(), pending.copy());
            countBySession.merge(pending.sessionDigest(), 1, Integer::sum);
        }
    }

    @Override
    public Optional<PendingAuthorization> find(String id) {
        Objects.requireNonNull(id, "id");
        synchronized (byId) {
            return Optional.ofNullable(byId.get(id)).map(PendingAuthorization::copy);
        }
    }

    @Override
    public boolean take(String id) {
        Objects.requireNonNull(id, "id");
        synchronized (byId) {
            return remove(id);
        }
    }

    /** How many records are held. */
    int size() {
        synchronized (byId) {
            return byId.size();
        }
    }

    /** All records live equally long but for a few, so the oldest expire first: the walk ends at the first that lives. */
    private void forgetExpired() {
        Instant now = clock.instant();
        Iterator<PendingAuthorization> oldestFirst = byId.values().iterator();
        while (oldestFirst.hasNext()) {
            PendingAuthorization pending = oldestFirst.next();
            if (now.isBefore(pending.expiresAt())) {
                return;
            }
            oldestFirst.remove();
            release(pending);
        }
    }

    private boolean remove(String id) {
        PendingAuthorization pending = byId.remove(id);
        if (pending == null) {
            return false;
        }
        release(pending);
        return true;
    }

    private void release(PendingAuthorization pending) {
        countBySession.computeIfPresent(pending.sessionDigest(), (session, count) -> count == 1 ? null : count - 1);
        pending.close();
    }

    /** {@return the number of records} */
    @Override
    public String toString() {
        return "InMemoryPendingAuthorizationStore[" + size() + " of " + capacity + "]";
    }
}
