package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a writer waits: ten seconds in all, for the threads of its process and for other processes together. */
class VaultLockTest {
    @TempDir
    private Path directory;

    @TempDir
    private Path other;

    private final AtomicBoolean heldByAnotherProcess = new AtomicBoolean();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private VaultLock lock;

    @BeforeEach
    void open() {
        lock = VaultLock.open(
                directory,
                HookedFileOps.files((method, arguments, real) ->
                        method.equals("tryLock") && heldByAnotherProcess.get() ? false : real.call()));
    }

    @AfterEach
    void close() throws IOException {
        lock.close();
    }

    @Test
    void acquire_afterWaitingForAThread_waitsForProcessesOnlyTheRest() throws Exception {
        TestVaults.FakeWaiting time = new TestVaults.FakeWaiting() {
            @Override
            public boolean tryLock(ReentrantLock threads, Duration atMost) {
                assertThat(atMost).isEqualTo(Duration.ofSeconds(10));
                pause(Duration.ofSeconds(4));
                waiting.countDown();
                threads.lock();
                return true;
            }
        };
        VaultLock.Held first = lock.acquire(seams(new TestVaults.FakeWaiting()));
        FutureTask<CredentialStoreException> second = acquireInAnotherThread(time);
        waiting.await();
        heldByAnotherProcess.set(true);
        first.close();
        assertThat(second.get().reason()).isEqualTo(Reason.IO);
        assertThat(second.get()).hasMessageContaining("ten seconds");
        assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(10).toNanos());
    }

    @Test
    void acquire_processHoldsIt_givesUpAfterTenSecondsWhateverTheClockBeganWith() {
        heldByAnotherProcess.set(true);
        TestVaults.FakeWaiting time = new TestVaults.FakeWaiting();
        time.pause(Duration.ofSeconds(7));
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> lock.acquire(seams(time)))
                .withMessageContaining("Another process")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.IO));
        assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(17).toNanos());
    }

    @Test
    void close_lockCannotBeGivenBack_closesTheSideFileAndOpensItAnew() throws IOException {
        List<String> calls = new ArrayList<>();
        VaultLock stuck = VaultLock.open(other, HookedFileOps.files((method, arguments, real) -> {
            calls.add(method);
            if (method.equals("unlock")) {
                throw new IOException("stuck");
            }
            return real.call();
        }));
        for (int i = 0; i < 2; i++) {
            calls.clear();
            stuck.acquire(seams(new TestVaults.FakeWaiting())).close();
            assertThat(calls).startsWith("openLock").endsWith("unlock", "close");
        }
        stuck.close();
    }

    @Test
    void acquire_threadsTakeTenSeconds_givesUpAndLeavesTheLockToItsHolder() throws Exception {
        TestVaults.FakeWaiting time = new TestVaults.FakeWaiting() {
            @Override
            public boolean tryLock(ReentrantLock threads, Duration atMost) {
                pause(atMost);
                return false;
            }
        };
        try (VaultLock.Held first = lock.acquire(seams(new TestVaults.FakeWaiting()))) {
            assertThat(acquireInAnotherThread(time).get().reason()).isEqualTo(Reason.IO);
            first.requireStillHeld();
        }
        lock.acquire(seams(new TestVaults.FakeWaiting())).close();
    }

    @Test
    void acquire_interruptedWhileAThreadHoldsIt_isIoAndStaysInterrupted() throws Exception {
        try (VaultLock.Held first = lock.acquire(seams(new TestVaults.FakeWaiting()))) {
            FutureTask<Boolean> second = new FutureTask<>(() -> {
                assertThatExceptionOfType(CredentialStoreException.class)
                        .isThrownBy(() -> lock.acquire(VaultSeams.production()))
                        .withMessageContaining("interrupted")
                        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.IO));
                return Thread.currentThread().isInterrupted();
            });
            Thread thread = new Thread(second);
            thread.start();
            thread.interrupt();
            assertThat(second.get()).isTrue();
            first.requireStillHeld();
        }
    }

    private FutureTask<CredentialStoreException> acquireInAnotherThread(TestVaults.FakeWaiting time) {
        FutureTask<CredentialStoreException> failure = new FutureTask<>(() -> {
            try {
                lock.acquire(seams(time)).close();
            } catch (CredentialStoreException e) {
                return e;
            }
            throw new AssertionError("took the lock");
        });
        new Thread(failure).start();
        return failure;
    }

    private static VaultSeams seams(VaultSeams.Waiting time) {
        return new VaultSeams(new NioFileOps(), new SecureRandom(), time);
    }
}
