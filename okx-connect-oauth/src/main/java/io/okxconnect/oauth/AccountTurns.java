package io.okxconnect.oauth;

import io.okxconnect.credential.AccountId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one connect of an account run after the other: two at once would delete each other's keys. Accounts do not wait for one another,
 * and nothing is kept of one that nobody waits for.
 */
final class AccountTurns {
    private final Map<AccountId, Turn> turns = new ConcurrentHashMap<>();

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        /** Changed inside of the map's own exclusion only. */
        private int takers;
    }

    <T> T with(AccountId accountId, Supplier<T> step) {
        Turn turn = turns.compute(accountId, (id, known) -> {
            Turn taken = known == null ? new Turn() : known;
            taken.takers++;
            return taken;
        });
        turn.lock.lock();
        try {
            return step.get();
        } finally {
            turn.lock.unlock();
            turns.computeIfPresent(accountId, (id, known) -> --known.takers == 0 ? null : known);
        }
    }

    /** How many accounts have a connect running. */
    int size() {
        return turns.size();
    }
}
