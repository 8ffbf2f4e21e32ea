package io.okxconnect.benchmarks.calls;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls from many threads, each as fast as it can, and what they cost this process. */
final class Load {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final BalanceClient client;
    private final int threads;

    Load(BalanceClient client, int threads) {
        this.client = client;
        this.threads = threads;
    }

    /** What one thread saw. */
    private static final class Share {
        private final long[] nanos;
        private final long allocatedBytes;

        private Share(long[] nanos, long allocatedBytes) {
            this.nanos = nanos;
            this.allocatedBytes = allocatedBytes;
        }
    }

    /** Makes so many calls in all, and measures them. */
    Map<String, Double> run(int calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Share>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                work.add(() -> share(number, calls / threads));
            }
            long cpu = PROCESS.getProcessCpuTime();
            long wall = System.nanoTime();
            List<Share> shares = new ArrayList<>();
            for (Future<Share> done : pool.invokeAll(work)) {
                shares.add(done.get());
            }
            return figures(shares, System.nanoTime() - wall, PROCESS.getProcessCpuTime() - cpu);
        } finally {
            pool.shutdownNow();
        }
    }

    private Share share(int thread, int calls) throws Exception {
        long[] nanos = new long[calls];
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        for (int call = 0; call < calls; call++) {
            long start = System.nanoTime();
            if (client.totalEquity(thread).signum() <= 0) {
                throw new IllegalStateException("a wrong balance");
            }
            nanos[call] = System.nanoTime() - start;
        }
        return new Share(nanos, THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    private static Map<String, Double> figures(List<Share> shares, long wall, long cpu) {
        long[] nanos = shares.stream()
                .flatMapToLong(share -> Arrays.stream(share.nanos))
                .sorted()
                .toArray();
        Map<String, Double> figures = new TreeMap<>();
        figures.put("cpu", (double) cpu / nanos.length);
        figures.put("p50", (double) nanos[nanos.length / 2]);
        figures.put("p99", (double) nanos[(int) (nanos.length * 0.99)]);
        figures.put("rate", nanos.length / (wall / 1e9));
        figures.put(
                "bytes",
                (double) shares.stream()
                                .mapToLong(share -> share.allocatedBytes)
                                .sum()
                        / nanos.length);
        return figures;
    }
}
