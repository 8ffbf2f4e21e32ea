package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps credentials in a directory of encrypted files, one an account: AES-256-GCM, opened with a password or a 32-byte key.
 * The format is described in {@code docs/vault-format.md}.
 *
 * <p>What it promises: a file that was damaged, changed, moved to another account, or put back from an older state while the
 * store is open is refused, never used; when {@link #save} returns, the credential is on the disk; a crash leaves the old or
 * the new credential; several processes may use one directory; a directory that was emptied, unmounted or replaced while the
 * store is open is refused, not taken for an empty one. What it does not: it cannot notice that the whole directory was
 * replaced by an older copy while no process had it open, and it protects nothing from somebody who has the password or reads
 * this process's memory.
 *
 * <p>Directory and files are private to the user that runs the app. A store that others can read, or that belongs to another
 * user, is refused, also if the app runs as root (on Windows the directory's own access list decides and is not checked). Safe
 * for use by many threads. Whoever opens a store closes it.
 */
public final class EncryptedFileCredentialStore implements CredentialStore {
    private final VaultDirectory directory;
    private final VaultSeams seams;
    private final VaultLock lock;
    private final VaultKeys keys;
    private final VaultKeysetFile keyset;
    private final VaultUnlock.Limits limits;
    private final HighWaterMarks marks = new HighWaterMarks();
    private final AtomicBoolean storeIsDurable = new AtomicBoolean();
    private final AtomicBoolean temporariesRemoved = new AtomicBoolean();
    private final AtomicBoolean lockReleased = new AtomicBoolean();

    private EncryptedFileCredentialStore(
            VaultDirectory directory,
            VaultSeams seams,
            VaultLock lock,
            VaultKeys keys,
            VaultKeysetFile keyset,
            VaultUnlock.Limits limits) {
        this.directory = directory;
        this.seams = seams;
        this.lock = lock;
        this.keys = keys;
        this.keyset = keyset;
        this.limits = limits;
    }

    /**
     * Opens the store in a directory, or creates it if the directory is absent or empty. Takes a second or more, because the
     * password is stretched.
     *
     * @param directory for example {@code okx.vault}; its parent must exist
     * @param password at least 8 characters; copied, and left for the caller to wipe
     * @return the store; the caller closes it
     * @throws CredentialStoreException with reason {@code WRONG_PASSWORD_OR_KEY}, {@code CORRUPT}, {@code NEWER_FORMAT},
     *     {@code UNSAFE_PERMISSIONS} or {@code IO}; nothing that was stored is changed
     * @throws InvalidArgumentException if the password is too short, or the directory holds other things
     */
    public static EncryptedFileCredentialStore open(Path directory, char[] password) {
        return builder(directory).password(password).open();
    }

    /**
     * Opens the store in a directory with a key, or creates it if the directory is absent or empty.
     *
     * @param directory for example {@code okx.vault}; its parent must exist
     * @param key 32 random bytes, kept elsewhere; copied, and left for the caller to close
     * @return the store; the caller closes it
     * @throws CredentialStoreException as in {@link #open(Path, char[])}
     * @throws InvalidArgumentException if the key is not 32 bytes, or the directory holds other things
     */
    public static EncryptedFileCredentialStore open(Path directory, Secret key) {
        return builder(directory).key(key).open();
    }

    /**
     * Starts to open a store with settings of one's own.
     *
     * @param directory for example {@code okx.vault}; its parent must exist
     * @return a builder
     */
    public static EncryptedFileCredentialStoreBuilder builder(Path directory) {
        return new EncryptedFileCredentialStoreBuilder(Objects.requireNonNull(directory, "directory"));
    }

    static EncryptedFileCredentialStore open(
            Path path, VaultUnlock unlock, VaultUnlock.Limits limits, VaultSeams seams) {
        VaultDirectory asGiven = new VaultDirectory(path, seams);
        asGiven.prepare();
        try {
            Path real = path.toRealPath();
            VaultDirectory directory = new VaultDirectory(real, seams);
            VaultLock lock = VaultLock.open(real, seams.files());
            boolean opened = false;
            try {
                VaultKeysetFile keyset = new VaultKeysetFile(directory, seams, lock, limits);
                VaultKeys keys = keyset.openOrCreate(unlock).unwrap(unlock);
                EncryptedFileCredentialStore store =
                        new EncryptedFileCredentialStore(directory, seams, lock, keys, keyset, limits);
                opened = true;
                return store;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw VaultFailure.io("open", path, e);
        }
    }

    @Override
    public Optional<StoredCredential> load(AccountId accountId) {
        Objects.requireNonNull(accountId, "accountId");
        return read(keys.nameOf(accountId)).map(stored -> stored.record().open(keys, stored.metadata()));
    }

    @Override
    public void save(StoredCredential next) {
        byte[] name = keys.nameOf(next.metadata().accountId());
        Path file = directory.record(name);
        try (VaultLock.Held held = lockForChange()) {
            if (temporariesRemoved.compareAndSet(false, true)) {
                directory.removeTemporaries();
            }
            Optional<VaultRecord> stored = read(name).map(Authentic::record);
            StoreConflict.requireNext(next, stored.map(VaultRecord::revision).orElse(0L));
            byte[] incarnation =
                    stored.map(VaultRecord::incarnation).orElseGet(() -> VaultRecord.newIncarnation(seams.random()));
            byte[] sealed = VaultRecord.seal(keys, seams.random(), name, incarnation, next);
            VaultRecord.requireReadable(VaultPart.file(file), keys, name, sealed);
            directory.write(file, sealed, held);
            marks.advance(fileName(file), incarnation, next.revision());
        }
    }

    /** The lock, in the directory that was opened: in another one, nobody could open what is written. */
    private VaultLock.Held lockForChange() {
        // Before the lock too, because taking it makes the side file.
        keyset.require(keys);
        VaultLock.Held held = lock.acquire(seams);
        boolean ready = false;
        try {
            keyset.require(keys);
            makeDurableOnce();
            ready = true;
            return held;
        } finally {
            if (!ready) {
                held.close();
            }
        }
    }

    private void makeDurableOnce() {
        if (!storeIsDurable.get()) {
            directory.forceStore();
            storeIsDurable.set(true);
        }
    }

    @Override
    public boolean delete(AccountId accountId) {
        Objects.requireNonNull(accountId, "accountId");
        byte[] name = keys.nameOf(accountId);
        Path file = directory.record(name);
        try (VaultLock.Held held = lockForChange()) {
            noteWhatEnds(name);
            boolean existed = directory.delete(file, held);
            marks.deleted(fileName(file));
            return existed;
        }
    }

    /** Remembers the incarnation about to be deleted, so that it is refused if it comes back. */
    private void noteWhatEnds(byte[] name) {
        try {
            read(name);
        } catch (CredentialStoreException unreadable) {
            if (unreadable.reason() == Reason.CLOSED) {
                throw unreadable;
            }
            // What cannot be read must still be deletable, or a damaged account could never be connected again.
        }
    }

    /**
     * What is stored, without its secrets. Files that cannot be read are left out, so that one damaged account does not hide
     * the others; {@link #damagedFiles()} names them.
     *
     * @return metadata of all readable accounts, ordered by account id
     */
    @Override
    public List<CredentialMetadata> list() {
        List<CredentialMetadata> readable = new ArrayList<>();
        visitRecords(readable, new ArrayList<>());
        readable.sort(Comparator.comparing(each -> each.accountId().value()));
        return List.copyOf(readable);
    }

    /**
     * The files of accounts whose metadata cannot be read: damaged, changed from outside, put back from an older state,
     * open to other users, or not to be read by this one. They are never overwritten; {@link #delete} removes that of an account whose id is known.
     *
     * @return paths, empty if all is well
     * @throws CredentialStoreException if the directory cannot be read
     */
    public List<Path> damagedFiles() {
        List<Path> damaged = new ArrayList<>();
        visitRecords(new ArrayList<>(), damaged);
        return List.copyOf(damaged);
    }

    /** {@return the paths of {@link #damagedFiles()}} */
    @Override
    public List<String> damagedRecords() {
        return damagedFiles().stream().map(Path::toString).toList();
    }

    /**
     * Opens the store with another password from now on, in the place of the present password or key. What is stored stays as it is, and so
     * do the stores that are open, in this process and in others; copies of the directory that were made before, backups too, still open
     * with the old one. Takes a second or more, because the password is stretched.
     *
     * @param password at least 8 characters; copied, and left for the caller to wipe
     * @throws CredentialStoreException if it cannot be written, or this store is closed or was replaced; the old one opens the store then
     * @throws InvalidArgumentException if the password is too short
     */
    public void changePassword(char[] password) {
        VaultUnlockChoice choice = choice();
        choice.password(password);
        rewrap(choice);
    }

    /**
     * Opens the store with another key from now on, as {@link #changePassword}.
     *
     * @param key 32 random bytes, kept elsewhere; copied, and left for the caller to close
     * @throws CredentialStoreException as {@link #changePassword} throws it
     * @throws InvalidArgumentException if the key is not 32 bytes
     */
    public void changeKey(Secret key) {
        VaultUnlockChoice choice = choice();
        choice.key(key);
        rewrap(choice);
    }

    private VaultUnlockChoice choice() {
        VaultUnlockChoice choice = new VaultUnlockChoice();
        choice.limits(limits);
        return choice;
    }

    private void rewrap(VaultUnlockChoice choice) {
        try (VaultUnlock unlock = choice.unlock()) {
            VaultKeyset rewrapped = VaultKeyset.around(keys, unlock, seams.random());
            try (VaultLock.Held held = lockForChange()) {
                keyset.replace(rewrapped, held);
            }
        }
    }

    private void visitRecords(List<CredentialMetadata> readable, List<Path> damaged) {
        keys.requireOpen();
        for (Path file : directory.records()) {
            try {
                read(VaultDirectory.nameOf(file)).ifPresent(stored -> readable.add(stored.metadata()));
            } catch (CredentialStoreException unreadable) {
                if (!concernsOneFile(unreadable)) {
                    throw unreadable;
                }
                damaged.add(file);
            }
        }
        // Last, because what vanished while it was listed must not look like a short list.
        keyset.require(keys);
    }

    /** A file that may not be read is as one that is damaged; a disk that fails says nothing about a file. */
    private static boolean concernsOneFile(CredentialStoreException unreadable) {
        return switch (unreadable.reason()) {
            case CLOSED -> false;
            case IO -> unreadable.getCause() instanceof AccessDeniedException;
            default -> true;
        };
    }

    /** A record and what its metadata box held. */
    private record Authentic(VaultRecord record, CredentialMetadata metadata) {}

    /** The record of that name, its outer box authenticated and as new as the newest one seen. */
    private Optional<Authentic> read(byte[] name) {
        Path file = directory.record(name);
        HighWaterMarks.Mark before = marks.of(fileName(file));
        Optional<byte[]> bytes = directory.read(file, VaultRecord.MAX_LENGTH);
        if (bytes.isEmpty()) {
            keyset.require(keys);
            return Optional.empty();
        }
        VaultRecord stored = VaultRecord.parse(VaultPart.file(file), name, bytes.get());
        CredentialMetadata metadata = stored.openMetadata(keys);
        if (before.isNewerThan(stored.incarnation(), stored.revision())) {
            throw VaultFailure.rolledBack(VaultPart.file(file));
        }
        marks.advance(fileName(file), stored.incarnation(), stored.revision());
        return Optional.of(new Authentic(stored, metadata));
    }

    private static String fileName(Path file) {
        return file.getFileName().toString();
    }

    @Override
    public void close() {
        keys.close();
        if (lockReleased.getAndSet(true)) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw VaultFailure.io("close", directory.path(), e);
        }
    }

    /** {@return the class and the directory} */
    @Override
    public String toString() {
        return "EncryptedFileCredentialStore[" + directory.path() + "]";
    }
}
