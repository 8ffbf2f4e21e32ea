package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.InvalidArgumentException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of a store: finds, reads and replaces them so that a reader sees the old or the new content, never a mixture. */
final class VaultDirectory {
    private static final String KEYSET = "keyset";
    private static final String RECORD_SUFFIX = ".okxc";
    private static final Pattern RECORD = Pattern.compile("[0-9a-f]{64}\\.okxc");
    private static final Pattern TEMPORARY = Pattern.compile("[0-9a-f]{32}\\.tmp");

    private final Path directory;
    private final VaultSeams seams;

    VaultDirectory(Path directory, VaultSeams seams) {
        this.directory = directory;
        this.seams = seams;
    }

    Path path() {
        return directory;
    }

    Path keyset() {
        return directory.resolve(KEYSET);
    }

    Path record(byte[] name) {
        return directory.resolve(HexFormat.of().formatHex(name) + RECORD_SUFFIX);
    }

    static byte[] nameOf(Path recordFile) {
        String text = recordFile.getFileName().toString();
        return HexFormat.of().parseHex(text, 0, text.length() - RECORD_SUFFIX.length());
    }

    /** Creates the directory if it is absent; refuses one that is not private. */
    void prepare() {
        try {
            FileOps.Kind kind = seams.files().kind(directory);
            if (kind == FileOps.Kind.ABSENT) {
                createUnlessAnotherDoes();
                Path parent = directory.toAbsolutePath().getParent();
                if (parent != null) {
                    seams.files().forceDirectory(parent);
                }
                kind = seams.files().kind(directory);
            }
            if (kind != FileOps.Kind.DIRECTORY) {
                throw VaultFailure.unsafe(
                        directory, "is a link or a file, not a directory", "Pass the directory itself.");
            }
            requirePrivate(directory, "chmod 700");
        } catch (IOException e) {
            throw VaultFailure.io("create", directory, e);
        }
    }

    private void createUnlessAnotherDoes() throws IOException {
        try {
            seams.files().createDirectory(directory);
        } catch (FileAlreadyExistsException byAnotherFirstOpener) {
            // It is checked like any that was there before.
        }
    }

    /** Before a keyset is made: what stands there that it could belong to, or that is somebody else's. */
    Optional<RuntimeException> obstacleToNewKeyset() {
        for (Path entry : entries()) {
            String name = entry.getFileName().toString();
            if (RECORD.matcher(name).matches()) {
                return Optional.of(VaultFailure.damaged(keyset(), "is missing, though there are stored credentials"));
            }
            if (!name.equals(VaultLock.FILE_NAME) && !TEMPORARY.matcher(name).matches()) {
                return Optional.of(new InvalidArgumentException(
                        "directory",
                        "must be absent, empty, or a credential store",
                        "Pass a directory that holds nothing else, such as okx.vault."));
            }
        }
        return Optional.empty();
    }

    List<Path> records() {
        return entries().stream()
                .filter(each -> RECORD.matcher(each.getFileName().toString()).matches())
                .toList();
    }

    /** Removes what a crash left behind; only under the lock, where no other writer has a temporary file. */
    void removeTemporaries() {
        for (Path entry : entries()) {
            if (TEMPORARY.matcher(entry.getFileName().toString()).matches()) {
                deleteQuietly(entry);
            }
        }
    }

    private List<Path> entries() {
        try {
            return seams.files().list(directory);
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (IOException e) {
            throw VaultFailure.io("list", directory, e);
        }
    }

    /** The content of a file, or empty if it is absent. */
    Optional<byte[]> read(Path file, int maxLength) {
        try {
            FileOps.Kind kind = seams.files().kind(file);
            if (kind == FileOps.Kind.ABSENT) {
                return Optional.empty();
            }
            if (kind != FileOps.Kind.FILE) {
                throw VaultFailure.unsafe(file, "is a link or a directory, not a file", "Put the file itself there.");
            }
            requirePrivate(file, "chmod 600");
            byte[] content = seams.files().read(file, maxLength + 1);
            if (content.length > maxLength) {
                throw VaultFailure.damaged(file, "is longer than any that okx-connect writes");
            }
            return Optional.of(content);
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            throw VaultFailure.io("read", file, e);
        }
    }

    private void requirePrivate(Path path, String command) throws IOException {
        if (seams.files().isOwnedByAnother(path)) {
            throw VaultFailure.ownedByAnother(path);
        }
        if (seams.files().isOpenToOthers(path)) {
            throw VaultFailure.unsafe(path, "is open to other users of this machine", "Run: " + command + " " + path);
        }
    }

    /**
     * Makes durable the store itself, which a process may have made that was killed before it could: nothing that is written
     * into it lasts longer than the names of the directory and of the keyset.
     */
    void forceStore() {
        try {
            seams.files().forceDirectory(directory);
            Path parent = directory.getParent();
            if (parent != null) {
                forceIfReadable(parent);
            }
        } catch (IOException e) {
            throw VaultFailure.io("make durable", directory, e);
        }
    }

    private void forceIfReadable(Path parent) throws IOException {
        try {
            seams.files().forceDirectory(parent);
        } catch (AccessDeniedException madeByAnAdministrator) {
            // Who may not read it did not make the store's directory in it either.
        }
    }

    /** Puts new content in place: on the disk and read back before any reader can see it, durable when this returns. */
    void write(Path file, byte[] content, VaultLock.Held lock) {
        byte[] random = new byte[16];
        seams.random().nextBytes(random);
        Path temporary = directory.resolve(HexFormat.of().formatHex(random) + ".tmp");
        try {
            try (FileOps.NewFile out = seams.files().createNew(temporary)) {
                out.write(content);
                out.force();
            }
            if (!Arrays.equals(seams.files().read(temporary, content.length + 1), content)) {
                throw new IOException("what was written reads back different");
            }
            lock.requireStillHeld();
            seams.files().replace(temporary, file);
        } catch (IOException e) {
            deleteQuietly(temporary);
            throw VaultFailure.io("write", file, e);
        } catch (CredentialStoreException e) {
            deleteQuietly(temporary);
            throw e;
        }
        commit(file, lock);
    }

    /** Removes a file, durably; answers whether there was one. */
    boolean delete(Path file, VaultLock.Held lock) {
        try {
            lock.requireStillHeld();
            boolean existed = seams.files().delete(file);
            commit(file, lock);
            return existed;
        } catch (IOException e) {
            throw VaultFailure.io("delete", file, e);
        }
    }

    private void commit(Path file, VaultLock.Held lock) {
        try {
            seams.files().forceDirectory(directory);
            lock.requireHeldThroughout();
        } catch (IOException e) {
            throw VaultFailure.io("make durable the change, which is already visible, of", file, e);
        }
    }

    private void deleteQuietly(Path file) {
        try {
            seams.files().delete(file);
        } catch (IOException leftBehind) {
            // It is removed when the store is opened next; the failure that led here is the one to report.
        }
    }
}
