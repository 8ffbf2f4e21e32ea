package io.okxconnect.credential;

import java.time.Duration;

/** Prints how long things took; for people to read, never for a test to decide by. */
final class Stopwatch {
    private long since = System.nanoTime();
    private Duration cpuSince = cpu();

    void lap(String what) {
        long now = System.nanoTime();
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        Duration cpu = cpu();
        System.out.println(what + ": " + (now - since) / 1_000_000 + " ms, of the processors "
                + cpu.minus(cpuSince).toMillis() + " ms; heap " + heap + " of "
                + (runtime.maxMemory() >> 20) + " MiB");
        cpuSince = cpu();
        since = System.nanoTime();
    }

    /** Of all threads together; says more than the clock on a machine that others use too. */
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
