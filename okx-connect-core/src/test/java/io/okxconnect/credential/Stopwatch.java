package io.okxconnect.credential;

/** Prints how long things took; for people to read, never for a test to decide by. */
final class Stopwatch {
    private long since = System.nanoTime();

    void lap(String what) {
        long now = System.nanoTime();
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        System.out.println(what + ": " + (now - since) / 1_000_000 + " ms; heap " + heap + " of "
                + (runtime.maxMemory() >> 20) + " MiB");
        since = System.nanoTime();
    }
}
