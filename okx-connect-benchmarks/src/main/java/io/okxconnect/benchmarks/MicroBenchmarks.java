package io.okxconnect.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One round of the JMH benchmarks: a process for each. */
final class MicroBenchmarks {
    private static final Map<String, String> CANDIDATES = Map.of(
            "OkxConnect", "okx-connect", "Naive", "naive", "Hand", "hand", "XChange", "XChange", "Binance", "Binance");

    private static final Map<String, String> ROWS = Map.of(
            "get", "sign a GET",
            "post", "sign an order",
            "headers", "build all headers",
            "balance3", "parse a balance of 3 assets",
            "balance60", "parse a balance of 60 assets",
            "config", "parse the account's configuration",
            "instruments", "parse 2 MB of instruments");

    private MicroBenchmarks() {}

    static void round(String classes, int threads, Settings settings, Results results) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(classes)
                .threads(threads)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(settings.millis()))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(settings.millis()))
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> runs = new Runner(options).run();
        for (RunResult run : runs) {
            String method = run.getParams().getBenchmark();
            method = method.substring(method.lastIndexOf('.') + 1);
            for (Map.Entry<String, String> candidate : CANDIDATES.entrySet()) {
                if (method.endsWith(candidate.getKey())) {
                    String name = method.substring(
                            0, method.length() - candidate.getKey().length());
                    String row =
                            ROWS.getOrDefault(name, name) + ", " + threads + (threads == 1 ? " thread" : " threads");
                    results.add(
                            row + ", ns",
                            candidate.getValue(),
                            run.getPrimaryResult().getScore());
                    Result<?> bytes = run.getSecondaryResults().get("gc.alloc.rate.norm");
                    results.add(row + ", B", candidate.getValue(), bytes == null ? Double.NaN : bytes.getScore());
                }
            }
        }
    }
}
