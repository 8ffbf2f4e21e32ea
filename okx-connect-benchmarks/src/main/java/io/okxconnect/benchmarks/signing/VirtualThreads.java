package io.okxconnect.benchmarks.signing;

import com.sun.management.OperatingSystemMXBean;
import io.okxconnect.benchmarks.Figures;
import io.okxconnect.credential.Secret;
import io.okxconnect.signing.HmacSha256Signer;
import io.okxconnect.signing.SigningTimestamp;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jdk.jfr.consumer.RecordingStream;

/** Ten thousand virtual threads that are alive together, ten signatures each. For Java 21 or later. */
public final class VirtualThreads {
    private static final int THREADS = 10_000;
    private static final int SIGNATURES = 10;
    private static final int WARM_UPS = 5;

    private VirtualThreads() {}

    /** Needs nothing. */
    public static void main(String[] arguments) throws Exception {
        HmacSha256Signer ours = HmacSha256Signer.of(Secret.of(Requests.SECRET_KEY));
        Supplier<String> okxConnect = () -> ours.sign(
                SigningTimestamp.iso(Requests.CLOCK.instant()), "GET", Requests.BALANCE_PATH, Requests.NO_BODY);
        Supplier<String> naive = () -> NaiveSigner.sign(
                Requests.SECRET_KEY, NaiveSigner.timestamp(Requests.CLOCK.instant()), "GET", Requests.BALANCE_PATH, "");
        Map<String, Double> figures = new TreeMap<>();
        figures.put("naive", measured(naive));
        AtomicInteger pinned = new AtomicInteger();
        try (RecordingStream events = new RecordingStream()) {
            events.enable("jdk.VirtualThreadPinned").withoutThreshold();
            events.onEvent("jdk.VirtualThreadPinned", event -> pinned.incrementAndGet());
            events.startAsync();
            figures.put("okx-connect", measured(okxConnect));
        }
        figures.put("pinned", (double) pinned.get());
        Figures.print(figures);
    }

    private static double measured(Supplier<String> signer) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            run(signer);
        }
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        run(signer);
        return (double) (process.getProcessCpuTime() - cpu) / THREADS / SIGNATURES;
    }

    private static void run(Supplier<String> signer) throws Exception {
        CountDownLatch alive = new CountDownLatch(THREADS);
        AtomicInteger length = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(THREADS);
        ExecutorService threads = virtual();
        for (int thread = 0; thread < THREADS; thread++) {
            threads.execute(() -> {
                alive.countDown();
                await(alive);
                for (int i = 0; i < SIGNATURES; i++) {
                    length.addAndGet(signer.get().length());
                }
                done.countDown();
            });
        }
        done.await();
        threads.shutdown();
    }

    /** By reflection, because this is compiled for Java 17. */
    private static ExecutorService virtual() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
