package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which OKX accounts are stored under which ids. Listing a file vault reads every file, so that each connect would cost
 * more with each account: the store is listed for the first connect and then at most once in {@link #LIST_AGAIN_AFTER},
 * to learn of what other processes stored; what this connector does itself is known at once. What it names is looked up
 * in the store before it counts.
 */
final class AccountIndex {
    static final Duration LIST_AGAIN_AFTER = Duration.ofMinutes(1);

    private final StoredAccounts stored;
    private final Supplier<Instant> now;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<AccountId, OkxCustomer.Family> families = new HashMap<>();
    private final Map<OkxCustomer.Family, Set<AccountId>> members = new HashMap<>();
    private @Nullable Instant listedAt;

    AccountIndex(StoredAccounts stored, Supplier<Instant> now) {
        this.stored = stored;
        this.now = now;
    }

    /** What is stored by now under other ids for accounts of the family. */
    List<CredentialMetadata> members(OkxCustomer.Family family, AccountId except) {
        return candidates(family).stream()
                .filter(id -> !id.equals(except))
                .map(stored::lookUp)
                .flatMap(Optional::stream)
                .filter(metadata -> OkxCustomer.of(metadata)
                        .filter(customer -> customer.family().equals(family))
                        .isPresent())
                .toList();
    }

    private List<AccountId> candidates(OkxCustomer.Family family) {
        lock.lock();
        try {
            listIfStale();
            return List.copyOf(members.getOrDefault(family, Set.of()));
        } finally {
            lock.unlock();
        }
    }

    private void listIfStale() {
        Instant time = now.get();
        Instant before = listedAt;
        if (before == null || Duration.between(before, time).abs().compareTo(LIST_AGAIN_AFTER) >= 0) {
            // With the lock held, so that what is stored meanwhile is added after this and not lost.
            stored.list().forEach(this::put);
            listedAt = time;
        }
    }

    /** Adds what was just stored. */
    void add(CredentialMetadata metadata) {
        lock.lock();
        try {
            put(metadata);
        } finally {
            lock.unlock();
        }
    }

    /** Takes out what was just removed. */
    void remove(AccountId accountId) {
        lock.lock();
        try {
            take(accountId);
        } finally {
            lock.unlock();
        }
    }

    private void put(CredentialMetadata metadata) {
        AccountId id = metadata.accountId();
        take(id);
        OkxCustomer.of(metadata).map(OkxCustomer::family).ifPresent(family -> {
            families.put(id, family);
            members.computeIfAbsent(family, ignored -> new LinkedHashSet<>()).add(id);
        });
    }

    private void take(AccountId id) {
        OkxCustomer.Family family = families.remove(id);
        if (family != null) {
            members.computeIfPresent(family, (ignored, ids) -> {
                ids.remove(id);
                return ids.isEmpty() ? null : ids;
            });
        }
    }
}
