package io.okxconnect.credential;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What the encrypted file store takes from outside.
 *
 * @param files the disk
 * @param random for keys, salts, nonces and names of temporary files
 * @param pause between two attempts to take the lock
 */
record VaultSeams(FileOps files, SecureRandom random, Pause pause) {

    /** Waits; of the real clock in production, of nothing in tests. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    static VaultSeams production() {
        return new VaultSeams(new NioFileOps(), new SecureRandom(), time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }
}
