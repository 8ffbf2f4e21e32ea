package io.okxconnect.credential;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** The real disk, with a hook around each operation on files, on new files and on the lock. */
final class HookedFileOps {
    private HookedFileOps() {}

    /** Does, replaces or refuses an operation. */
    @FunctionalInterface
    interface Hook {
        Object call(String method, Object[] arguments, Callable<Object> real) throws Exception;
    }

    static FileOps files(Hook hook) {
        return hooked(FileOps.class, new NioFileOps(), hook);
    }

    private static <T> T hooked(Class<T> type, T real, Hook hook) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object[] arguments = args == null ? new Object[0] : args;
            Object result = hook.call(method.getName(), arguments, () -> {
                try {
                    return method.invoke(real, args);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            });
            if (result instanceof FileOps.NewFile file) {
                return hooked(FileOps.NewFile.class, file, hook);
            }
            return result instanceof FileOps.LockFile lock ? hooked(FileOps.LockFile.class, lock, hook) : result;
        }));
    }
}
