package io.okxconnect.credential;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the encrypted file store takes from outside.
 *
 * @param files the disk
 * @param random for keys, salts, nonces and names of temporary files
 * @param waiting for the lock
 */
record VaultSeams(FileOps files, SecureRandom random, Waiting waiting) {

    /** Waits and tells how long it took; by the real clock in production. */
    interface Waiting {
        /** Nanoseconds since an arbitrary moment; only differences mean anything. */
        long nanoTime();

        void pause(Duration time) throws InterruptedException;

        /** Whether the lock was had within the time. */
        boolean tryLock(ReentrantLock lock, Duration atMost) throws InterruptedException;
    }

    static VaultSeams production() {
        return new VaultSeams(new NioFileOps(), new SecureRandom(), new RealWaiting());
    }

    private static final class RealWaiting implements Waiting {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }

        @Override
        public boolean tryLock(ReentrantLock lock, Duration atMost) throws InterruptedException {
            return lock.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
