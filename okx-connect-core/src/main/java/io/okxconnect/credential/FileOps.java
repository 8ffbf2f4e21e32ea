package io.okxconnect.credential;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Every operation on files that the encrypted file store does; the only way it reaches the disk. */
interface FileOps {

    /** What stands at a path, links not followed. */
    enum Kind {
        ABSENT,
        FILE,
        DIRECTORY,
        /** A symbolic link, a device, a socket. */
        OTHER
    }

    /** A file that this process is writing and that nobody else has seen. */
    interface NewFile extends Closeable {
        void write(byte[] bytes) throws IOException;

        /** Returns when bytes and length are on the disk. */
        void force() throws IOException;
    }

    /** The side file whose lock tells processes apart. */
    interface LockFile extends Closeable {
        /** Whether the lock was free and is now held by this process. */
        boolean tryLock() throws IOException;

        void unlock() throws IOException;

        /** Replaces the content of the side file. */
        void write(byte[] content) throws IOException;

        byte[] read(int length) throws IOException;
    }

    Kind kind(Path path) throws IOException;

    /** Whether other users of the machine may read, write or enter; false where the file system cannot tell. */
    boolean isOpenToOthers(Path path) throws IOException;

    /**
     * Whether it belongs to another user than the files that this process creates; false where the file system has no POSIX
     * owners.
     */
    boolean isOwnedByAnother(Path path) throws IOException;

    /** Creates a directory that only this user may enter. */
    void createDirectory(Path directory) throws IOException;

    List<Path> list(Path directory) throws IOException;

    /** The content up to the limit, links not followed. */
    byte[] read(Path file, int maxBytes) throws IOException;

    /** Creates a file that only this user may read; fails if anything stands at the path. */
    NewFile createNew(Path file) throws IOException;

    /** Puts one file in the place of another, so that readers see the old or the new one. */
    void replace(Path source, Path target) throws IOException;

    /** Whether there was something to delete. */
    boolean delete(Path file) throws IOException;

    /** Returns when the names in the directory are on the disk. */
    void forceDirectory(Path directory) throws IOException;

    /** Opens the side file, creating it if it is absent. Closing any channel to it drops the lock, so open it once. */
    LockFile openLock(Path file) throws IOException;
}
