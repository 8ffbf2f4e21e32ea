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
        HmacSha256Signer signer = HmacSha256Signer.of(Secret.of(Requests.SECRET_KEY));
        Supplier<String> get = () -> signer.sign(
                SigningTimestamp.iso(Requests.CLOCK.instant()), "GET", Requests.BALANCE_PATH, Requests.NO_BODY);
        Supplier<String> order = () -> signer.sign(
                SigningTimestamp.iso(Requests.CLOCK.instant()), "POST", Requests.ORDER_PATH, Requests.ORDER_BYTES);
        Supplier<String> naiveGet = () -> NaiveSigner.sign(
                Requests.SECRET_KEY, NaiveSigner.timestamp(Requests.CLOCK.instant()), "GET", Requests.BALANCE_PATH, "");
        Supplier<String> naiveOrder = () -> NaiveSigner.sign(
                Requests.SECRET_KEY,
                NaiveSigner.timestamp(Requests.CLOCK.instant()),
                "POST",
                Requests.ORDER_PATH,
                Requests.ORDER_BODY);
        Map<String, Double> figures = new TreeMap<>();
        figures.put("getNaive", measured(naiveGet));
        figures.put("orderNaive", measured(naiveOrder));
        figures.put("get", measured(get));
        figures.put("order", measured(order));
        figures.put("pinned", (double) timesPinned(get) + timesPinned(order));
        Figures.print(figures);
    }

    /** After what is measured, when each class is loaded: a thread that waits for that is pinned too. */
    private static int timesPinned(Supplier<String> signer) throws Exception {
        AtomicInteger pinned = new AtomicInteger();
        try (RecordingStream events = new RecordingStream()) {
            events.enable("jdk.VirtualThreadPinned").withoutThreshold();
            events.onEvent("jdk.VirtualThreadPinned", event -> pinned.incrementAndGet());
            events.startAsync();
            run(signer);
            // Closing alone would drop what the stream has not read yet.
            stop(events);
        }
        return pinned.get();
    }

    /** By reflection, because it came after Java 17. */
    private static void stop(RecordingStream events) throws ReflectiveOperationException {
        RecordingStream.class.getMethod("stop").invoke(events);
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
