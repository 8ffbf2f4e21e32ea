package io.okxconnect.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;

/** Disks that leave out what makes a vault safe; a campaign that does not notice is worth nothing. */
final class BrokenDisks {
    private BrokenDisks() {}

    /** Operations of one name are left out. */
    static SteppedFileOps.Steps leavingOut(String left, SteppedFileOps.Steps steps) {
        return new SteppedFileOps.Steps() {
            @Override
            public boolean before(String operation) throws IOException {
                return steps.before(operation) && !operation.equals(left);
            }

            @Override
            public void after(String operation) throws IOException {
                steps.after(operation);
            }
        };
    }

    /** Reports failures in a way that no caller expects. */
    static FileOps throwingUnchecked(FileOps real) {
        return proxy((method, args) -> {
            try {
                return invoke(real, method, args);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** Writes the new content over the old one, as a store would that knows nothing of renaming. */
    static FileOps writingInPlace(FileOps real) {
        return proxy((method, args) -> {
            if (method.getName().equals("replace")) {
                overwrite(real, (Path) args[0], (Path) args[1]);
                return null;
            }
            return invoke(real, method, args);
        });
    }

    /** Says that the lock is held, whoever holds it, and that nobody took it. */
    static FileOps takingNoLock(FileOps real) {
        return proxy((method, args) -> method.getName().equals("openLock") ? new NoLock() : invoke(real, method, args));
    }

    private static final class NoLock implements FileOps.LockFile {
        private byte[] owner = new byte[0];

        @Override
        public boolean tryLock() {
            return true;
        }

        @Override
        public void unlock() {}

        @Override
        public void write(byte[] content) {
            owner = content.clone();
        }

        @Override
        public byte[] read(int length) {
            return owner.clone();
        }

        @Override
        public void close() {}
    }

    private static Object invoke(FileOps real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @FunctionalInterface
    private interface Call {
        Object run(Method method, Object[] arguments) throws Throwable;
    }

    private static FileOps proxy(Call call) {
        return (FileOps) Proxy.newProxyInstance(
                FileOps.class.getClassLoader(),
                new Class<?>[] {FileOps.class},
                (proxy, method, args) -> call.run(method, args));
    }

    private static void overwrite(FileOps files, Path source, Path target) throws IOException {
        byte[] content = files.read(source, VaultRecord.MAX_LENGTH);
        files.delete(target);
        try (FileOps.NewFile out = files.createNew(target)) {
            out.write(content);
            out.force();
        }
        files.delete(source);
    }
}
