package io.okxconnect.credential;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * File operations of the JDK. Where there are no POSIX permissions (Windows), files get those of their directory.
 *
 * <p>Content is read and written through streams, not channels: an interrupt closes a channel, and an interrupted thread must
 * still be able to store a credential.
 */
final class NioFileOps implements FileOps {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] PRIVATE_DIRECTORY = permissions("rwx------");
    private static final FileAttribute<?>[] PRIVATE_FILE = permissions("rw-------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private volatile @Nullable UserPrincipal self;

    private static FileAttribute<?>[] permissions(String mode) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    @Override
    public Kind kind(Path path) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException absent) {
            return Kind.ABSENT;
        }
        if (attributes.isDirectory()) {
            return Kind.DIRECTORY;
        }
        return attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
    }

    @Override
    public boolean isOpenToOthers(Path path) throws IOException {
        if (!POSIX) {
            return false;
        }
        Set<PosixFilePermission> open = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .permissions();
        return open.stream().anyMatch(OTHERS::contains);
    }

    @Override
    public boolean isOwnedByAnother(Path path) throws IOException {
        return POSIX && !Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(self());
    }

    /**
     * The owner of a file just created. Not in the store's own directory: while that is not known to be this user's, its owner
     * could put a file of his there instead. Nor by name first: the property may be set to anything.
     */
    private UserPrincipal self() throws IOException {
        UserPrincipal known = self;
        if (known == null) {
            known = ownerOfNewFile();
            self = known;
        }
        return known;
    }

    private static UserPrincipal ownerOfNewFile() throws IOException {
        Path created;
        try {
            created = Files.createTempFile("okx-connect", null);
        } catch (IOException noTemporaryFiles) {
            return FileSystems.getDefault()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name"));
        }
        try {
            return Files.getOwner(created, LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.deleteIfExists(created);
        }
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory, PRIVATE_DIRECTORY);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    @Override
    public byte[] read(Path file, int maxBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(maxBytes);
        }
    }

    @Override
    public NewFile createNew(Path file) throws IOException {
        Files.createFile(file, PRIVATE_FILE);
        return new NioNewFile(new RandomAccessFile(file.toFile(), "rw"));
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public boolean delete(Path file) throws IOException {
        return Files.deleteIfExists(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        if (!POSIX) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            boolean forced = false;
            while (!forced) {
                try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                    channel.force(true);
                    forced = true;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public LockFile openLock(Path file) throws IOException {
        try {
            Files.createFile(file, PRIVATE_FILE);
        } catch (FileAlreadyExistsException fromEarlier) {
            if (kind(file) != Kind.FILE) {
                throw fromEarlier;
            }
        }
        return new NioLockFile(new RandomAccessFile(file.toFile(), "rw"));
    }

    private record NioNewFile(RandomAccessFile file) implements NewFile {
        @Override
        public void write(byte[] bytes) throws IOException {
            file.write(bytes);
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static final class NioLockFile implements LockFile {
        private final RandomAccessFile file;
        private @Nullable FileLock lock;

        NioLockFile(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public boolean tryLock() throws IOException {
            try {
                // Not lock(): an interrupt would close the channel, and with it this process's only way to the lock.
                lock = file.getChannel().tryLock();
                return lock != null;
            } catch (OverlappingFileLockException heldThroughAnotherClassLoader) {
                return false;
            }
        }

        @Override
        public void unlock() throws IOException {
            FileLock held = lock;
            if (held != null) {
                lock = null;
                held.release();
            }
        }

        @Override
        public void write(byte[] content) throws IOException {
            file.seek(0);
            file.write(content);
        }

        @Override
        public byte[] read(int length) throws IOException {
            byte[] content = new byte[length];
            file.seek(0);
            file.readFully(content);
            return content;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
