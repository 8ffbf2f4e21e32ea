package io.okxconnect;

import io.okxconnect.credential.AccountId;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps what is stored about an account and what is connected in step: connecting and disconnecting one account happen one
 * after the other. Calls never wait here.
 */
final class AccountLocks {
    private static final int STRIPES = 64;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    <T> T with(AccountId accountId, Supplier<T> step) {
        ReentrantLock lock = stripes[Math.floorMod(accountId.hashCode(), STRIPES)];
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
