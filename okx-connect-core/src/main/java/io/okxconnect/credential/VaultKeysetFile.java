package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import java.util.Arrays;
import java.util.Optional;

/** The file {@code keyset} of a store directory: made once, and replaced when the store gets another password or key. */
final class VaultKeysetFile {
    private final VaultDirectory directory;
    private final VaultSeams seams;
    private final VaultLock lock;
    private final VaultUnlock.Limits limits;

    VaultKeysetFile(VaultDirectory directory, VaultSeams seams, VaultLock lock, VaultUnlock.Limits limits) {
        this.directory = directory;
        this.seams = seams;
        this.lock = lock;
        this.limits = limits;
    }

    /** The stored keyset, or a new one if the directory is empty; of several first openers, one makes it. */
    VaultKeyset openOrCreate(VaultUnlock unlock) {
        Optional<byte[]> stored = read();
        if (stored.isPresent()) {
            return parse(stored.get());
        }
        Optional<RuntimeException> obstacle = directory.obstacleToNewKeyset();
        if (obstacle.isPresent()) {
            // Without the lock, the obstacle may be the store that another first opener made in between.
            return parse(read().orElseThrow(obstacle::get));
        }
        // Made before the lock is taken: stretching the password takes longer than others should wait.
        return putUnlessAnotherDid(VaultKeyset.create(unlock, seams.random()));
    }

    private VaultKeyset putUnlessAnotherDid(VaultKeyset created) {
        try (VaultLock.Held held = lock.acquire(seams)) {
            return read().map(this::parse).orElseGet(() -> put(created, held));
        }
    }

    private VaultKeyset put(VaultKeyset created, VaultLock.Held held) {
        directory.obstacleToNewKeyset().ifPresent(found -> {
            throw found;
        });
        directory.write(directory.keyset(), created.toBytes(), held);
        return created;
    }

    private Optional<byte[]> read() {
        return directory.read(directory.keyset(), VaultKeyset.MAX_LENGTH);
    }

    private VaultKeyset parse(byte[] bytes) {
        return VaultKeyset.fromBytes(VaultPart.file(directory.keyset()), bytes, limits);
    }

    /** Fails unless the store is the one that was opened: the directory may be emptied, unmounted or replaced at any time. */
    void require(VaultKeys opened) {
        boolean same = read().filter(found -> isOf(opened, found)).isPresent();
        if (!same) {
            throw VaultFailure.replaced(directory.keyset());
        }
    }

    /** Another password may have been set since; the keys that it wraps are the same as long as the store is. */
    private boolean isOf(VaultKeys opened, byte[] found) {
        try {
            return Arrays.equals(parse(found).storeId(), opened.storeId());
        } catch (CredentialStoreException damaged) {
            return false;
        }
    }

    /** Puts a keyset around the same keys in place. */
    void replace(VaultKeyset rewrapped, VaultLock.Held held) {
        directory.write(directory.keyset(), rewrapped.toBytes(), held);
    }
}
