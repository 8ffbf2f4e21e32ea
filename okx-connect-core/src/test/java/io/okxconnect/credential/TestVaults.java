package io.okxconnect.credential;

import io.okxconnect.canary.Canary;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Opens stores as an app would, but without stretching the password a million times. */
final class TestVaults {
    static final VaultUnlock.Limits QUICK = new VaultUnlock.Limits(2, 10_000);

    private TestVaults() {}

    static EncryptedFileCredentialStore open(Path directory) {
        return open(directory, new NioFileOps());
    }

    static EncryptedFileCredentialStore open(Path directory, FileOps files) {
        return open(directory, files, Canary.STORE_PASSWORD);
    }

    static EncryptedFileCredentialStore open(Path directory, FileOps files, String password) {
        return EncryptedFileCredentialStore.builder(directory)
                .seams(new VaultSeams(files, new SecureRandom(), new FakeWaiting()), QUICK)
                .password(password.toCharArray())
                .open();
    }

    static EncryptedFileCredentialStore open(Path directory, Secret key) {
        return EncryptedFileCredentialStore.builder(directory)
                .seams(new VaultSeams(new NioFileOps(), new SecureRandom(), new FakeWaiting()), QUICK)
                .key(key)
                .open();
    }

    /** Waits for other processes as an app would. */
    static EncryptedFileCredentialStore openPatiently(Path directory) {
        return EncryptedFileCredentialStore.builder(directory)
                .seams(VaultSeams.production(), QUICK)
                .password(Canary.STORE_PASSWORD.toCharArray())
                .open();
    }

    /** Pauses take no time, but count as if they did; for other threads it really waits. */
    static class FakeWaiting implements VaultSeams.Waiting {
        private final AtomicLong now = new AtomicLong();

        @Override
        public long nanoTime() {
            return now.get();
        }

        @Override
        public void pause(Duration time) {
            Thread.onSpinWait();
            now.addAndGet(time.toNanos());
        }

        @Override
        public boolean tryLock(ReentrantLock lock, Duration atMost) throws InterruptedException {
            lock.lockInterruptibly();
            return true;
        }
    }
}
