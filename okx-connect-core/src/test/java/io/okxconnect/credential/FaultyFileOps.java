package io.okxconnect.credential;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** The real disk, whose nth operation fails; counts those of new files and of the lock as well. */
final class FaultyFileOps {
    private final AtomicInteger untilFault = new AtomicInteger(Integer.MAX_VALUE);

    /** From now on, the nth operation fails, once. */
    void failOperation(int n) {
        untilFault.set(n);
    }

    boolean hasFailed() {
        return untilFault.get() <= 0;
    }

    FileOps files() {
        return faulty(FileOps.class, new NioFileOps());
    }

    private <T> T faulty(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (untilFault.decrementAndGet() == 0) {
                if (method.getName().equals("close")) {
                    ((AutoCloseable) real).close();
                }
                throw new IOException("injected");
            }
            try {
                Object result = method.invoke(real, args);
                if (result instanceof FileOps.NewFile file) {
                    return faulty(FileOps.NewFile.class, file);
                }
                return result instanceof FileOps.LockFile lock ? faulty(FileOps.LockFile.class, lock) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
