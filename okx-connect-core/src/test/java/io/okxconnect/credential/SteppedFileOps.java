package io.okxconnect.credential;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A disk that asks before and after each operation, those of new files and of the lock too. A write is two operations. */
final class SteppedFileOps implements FileOps {
    private final FileOps real;
    private final Steps steps;

    SteppedFileOps(FileOps real, Steps steps) {
        this.real = real;
        this.steps = steps;
    }

    /** What happens around an operation. */
    interface Steps {
        /** False if it is to be left out, as by a disk that says that it wrote and did not. */
        boolean before(String operation) throws IOException;

        default void after(String operation) throws IOException {}
    }

    @FunctionalInterface
    private interface Answer<T> {
        T get() throws IOException;
    }

    @FunctionalInterface
    private interface Effect {
        void run() throws IOException;
    }

    private <T> T ask(String operation, Answer<T> answer) throws IOException {
        steps.before(operation);
        T result = answer.get();
        steps.after(operation);
        return result;
    }

    private void act(String operation, Effect effect) throws IOException {
        if (steps.before(operation)) {
            effect.run();
        }
        steps.after(operation);
    }

    @Override
    public Kind kind(Path path) throws IOException {
        return ask("kind", () -> real.kind(path));
    }

    @Override
    public boolean isOpenToOthers(Path path) throws IOException {
        return ask("isOpenToOthers", () -> real.isOpenToOthers(path));
    }

    @Override
    public boolean isOwnedByAnother(Path path) throws IOException {
        return ask("isOwnedByAnother", () -> real.isOwnedByAnother(path));
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        act("createDirectory", () -> real.createDirectory(directory));
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return ask("list", () -> real.list(directory));
    }

    @Override
    public byte[] read(Path file, int maxBytes) throws IOException {
        return ask("read", () -> real.read(file, maxBytes));
    }

    @Override
    public NewFile createNew(Path file) throws IOException {
        return new SteppedFile(ask("createNew", () -> real.createNew(file)));
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        act("replace", () -> real.replace(source, target));
    }

    @Override
    public boolean delete(Path file) throws IOException {
        return ask("delete", () -> real.delete(file));
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        act("forceDirectory", () -> real.forceDirectory(directory));
    }

    @Override
    public LockFile openLock(Path file) throws IOException {
        return new SteppedLock(ask("openLock", () -> real.openLock(file)));
    }

    private final class SteppedFile implements NewFile {
        private final NewFile file;

        SteppedFile(NewFile file) {
            this.file = file;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            int half = bytes.length / 2;
            act("write", () -> file.write(Arrays.copyOf(bytes, half)));
            act("writeRest", () -> file.write(Arrays.copyOfRange(bytes, half, bytes.length)));
        }

        @Override
        public void force() throws IOException {
            act("force", file::force);
        }

        @Override
        public void close() throws IOException {
            try (file) {
                act("close", () -> {});
            }
        }
    }

    private final class SteppedLock implements LockFile {
        private final LockFile lock;

        SteppedLock(LockFile lock) {
            this.lock = lock;
        }

        @Override
        public boolean tryLock() throws IOException {
            return ask("tryLock", lock::tryLock);
        }

        @Override
        public void unlock() throws IOException {
            act("unlock", lock::unlock);
        }

        @Override
        public void write(byte[] content) throws IOException {
            act("lockWrite", () -> lock.write(content));
        }

        @Override
        public byte[] read(int length) throws IOException {
            return ask("lockRead", () -> lock.read(length));
        }

        @Override
        public void close() throws IOException {
            try (lock) {
                act("lockClose", () -> {});
            }
        }
    }
}
