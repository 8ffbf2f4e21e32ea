package io.okxconnect;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps what is stored about an account and what is connected in step: whatever changes one account happens one after the
 * other. Calls never wait here, and no code of the app but its store runs under a lock.
 */
final class AccountLocks {
    private static final int STRIPES = 64;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    /** Runs a step that excludes all others for an equal key. */
    <T> T with(Object key, Supplier<T> step) {
        ReentrantLock lock = stripes[Math.floorMod(key.hashCode(), STRIPES)];
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
