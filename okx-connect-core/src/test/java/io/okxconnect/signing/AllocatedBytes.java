package io.okxconnect.signing;

import java.lang.reflect.Method;

/** What the current thread has allocated so far. By reflection, because the module under test does not read jdk.management. */
final class AllocatedBytes {
    private final Object threads;
    private final Method counter;

    AllocatedBytes() throws ReflectiveOperationException {
        threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        counter = Class.forName("com.sun.management.ThreadMXBean").getMethod("getThreadAllocatedBytes", long.class);
    }

    long now() throws ReflectiveOperationException {
        return (long) counter.invoke(threads, Thread.currentThread().getId());
    }
}
