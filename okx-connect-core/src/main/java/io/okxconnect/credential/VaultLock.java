package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to one store directory, held against other threads and other processes. A process opens the side file
 * once, however many stores it opens on the directory: closing a second channel would drop the lock of the first.
 */
final class VaultLock {
    static final String FILE_NAME = "lock";

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int OWNER_LENGTH = 16;
    /** By a file system without locks, or by code in this process that opened the side file too and closed it. */
    private static final String LOST =
            "The credential store's lock was taken by another process: the locks of this file"
                    + " system do not hold, or something in this process opened the file named lock and dropped them";

    private static final ReentrantLock REGISTRY = new ReentrantLock();
    private static final Map<Path, VaultLock> OPEN = new HashMap<>();

    private final Path directory;
    private final ReentrantLock threads = new ReentrantLock(true);
    private final FileOps files;
    private int users;
    private volatile FileOps.@Nullable LockFile opened;

    private VaultLock(Path directory, FileOps files) {
        this.directory = directory;
        this.files = files;
    }

    /** The lock of a directory; {@link #close()} it once for each time it was opened. */
    static VaultLock open(Path realDirectory, FileOps files) {
        REGISTRY.lock();
        try {
            VaultLock lock = OPEN.computeIfAbsent(realDirectory, absent -> new VaultLock(absent, files));
            lock.users++;
            return lock;
        } finally {
            REGISTRY.unlock();
        }
    }

    void close() throws IOException {
        REGISTRY.lock();
        try {
            if (--users == 0) {
                OPEN.remove(directory);
                FileOps.LockFile lockFile = opened;
                if (lockFile != null) {
                    lockFile.close();
                }
            }
        } finally {
            REGISTRY.unlock();
        }
    }

    /** Takes the lock, waiting up to ten seconds in all: for the threads of this process, then for other processes. */
    Held acquire(VaultSeams seams) {
        long start = seams.waiting().nanoTime();
        takeFromOtherThreads(seams.waiting());
        Held held = null;
        try {
            FileOps.LockFile lockFile = lockFile();
            takeFromOtherProcesses(lockFile, seams.waiting(), start);
            byte[] owner = new byte[OWNER_LENGTH];
            seams.random().nextBytes(owner);
            lockFile.write(owner);
            held = new Held(lockFile, owner);
            return held;
        } catch (IOException e) {
            throw VaultFailure.io("lock", directory, e);
        } finally {
            if (held == null) {
                release();
            }
        }
    }

    /** Opened for the first write only, so that a store on a read-only disk can be read. */
    private FileOps.LockFile lockFile() throws IOException {
        FileOps.LockFile lockFile = opened;
        if (lockFile == null) {
            Path file = directory.resolve(FILE_NAME);
            lockFile = files.openLock(file);
            requireOwn(file, lockFile);
            opened = lockFile;
        }
        return lockFile;
    }

    private void requireOwn(Path file, FileOps.LockFile lockFile) throws IOException {
        boolean isOwn = false;
        try {
            if (files.isOwnedByAnother(file)) {
                throw VaultFailure.ownedByAnother(file);
            }
            isOwn = true;
        } finally {
            if (!isOwn) {
                lockFile.close();
            }
        }
    }

    private void takeFromOtherThreads(VaultSeams.Waiting waiting) {
        // An interrupted thread must still be able to store a credential, as long as it need not wait for it.
        if (!threads.hasQueuedThreads() && threads.tryLock()) {
            return;
        }
        boolean taken;
        try {
            taken = waiting.tryLock(threads, LIMIT);
        } catch (InterruptedException e) {
            throw interrupted();
        }
        if (!taken) {
            throw busy("Other threads hold the credential store's lock for more than ten seconds.");
        }
    }

    private static void takeFromOtherProcesses(FileOps.LockFile lockFile, VaultSeams.Waiting waiting, long start)
            throws IOException {
        while (!lockFile.tryLock()) {
            if (waiting.nanoTime() - start >= LIMIT.toNanos()) {
                throw busy("Another process holds the credential store's lock for more than ten seconds.");
            }
            try {
                waiting.pause(PAUSE);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    private static CredentialStoreException interrupted() {
        Thread.currentThread().interrupt();
        return busy("The thread was interrupted while it waited for the credential store's lock.");
    }

    private static CredentialStoreException busy(String problem) {
        return new CredentialStoreException(Reason.IO, problem, "Repeat the call; nothing was changed.", null);
    }

    private void release() {
        try {
            FileOps.LockFile lockFile = opened;
            if (lockFile != null) {
                unlock(lockFile);
            }
        } finally {
            threads.unlock();
        }
    }

    /** Where the lock cannot be given back, the side file is closed, which drops it too; the next writer opens it anew. */
    private void unlock(FileOps.LockFile lockFile) {
        try {
            lockFile.unlock();
        } catch (IOException stuck) {
            opened = null;
            try {
                lockFile.close();
            } catch (IOException closedAlready) {
                // Nothing is left to give back, and the outcome of the work is decided.
            }
        }
    }

    /** The lock while it is held. */
    final class Held implements AutoCloseable {
        private final FileOps.LockFile lockFile;
        private final byte[] owner;

        private Held(FileOps.LockFile lockFile, byte[] owner) {
            this.lockFile = lockFile;
            this.owner = owner;
        }

        /** Fails if somebody else took the lock meanwhile, as happens on file systems whose locks do not hold. */
        void requireStillHeld() throws IOException {
            if (!isStillOwner()) {
                throw busy(LOST + ".");
            }
        }

        /** Fails if that happened while the change was made, in which case one of two writers overwrote the other. */
        void requireHeldThroughout() throws IOException {
            if (!isStillOwner()) {
                throw new CredentialStoreException(
                        Reason.IO,
                        LOST + ", while a change was made.",
                        "Load the account to see what is stored, then repeat the call if need be.",
                        null);
            }
        }

        private boolean isStillOwner() throws IOException {
            return Arrays.equals(lockFile.read(OWNER_LENGTH), owner);
        }

        @Override
        public void close() {
            release();
        }
    }
}
