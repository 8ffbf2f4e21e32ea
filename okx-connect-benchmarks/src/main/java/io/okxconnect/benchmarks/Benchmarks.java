package io.okxconnect.benchmarks;

import io.okxconnect.benchmarks.calls.Candidate;
import io.okxconnect.benchmarks.calls.ConnectRun;
import io.okxconnect.benchmarks.calls.LoadRun;
import io.okxconnect.benchmarks.calls.MemoryRun;
import io.okxconnect.benchmarks.calls.StartRun;
import io.okxconnect.benchmarks.calls.StubServer;
import io.okxconnect.benchmarks.signing.Requests;
import io.okxconnect.benchmarks.signing.VirtualThreads;
import io.okxconnect.benchmarks.signing.WrongSignatures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/** Runs every row, round by round, and writes {@code target/benchmarks.json} and {@code target/benchmarks.md}. */
public final class Benchmarks {
    private static final int FIRST_JAVA_WITH_VIRTUAL_THREADS = 21;
    private static final Path TARGET = Path.of("target");

    private final Settings settings;
    private final Results results = new Results();

    private Benchmarks(Settings settings) {
        this.settings = settings;
    }

    /** Takes no argument, or {@code quick} for a run that only shows that everything runs. */
    public static void main(String[] arguments) throws Exception {
        Benchmarks benchmarks = new Benchmarks(Settings.of(List.of(arguments)));
        benchmarks.runAll();
        new Report(benchmarks.results).write(TARGET);
    }

    private void runAll() throws IOException, InterruptedException, RunnerException {
        try (Child stub = Child.server(StubServer.class)) {
            URI okx = stub.uri();
            for (int round = 0; round < settings.rounds(); round++) {
                say("round " + (round + 1) + " of " + settings.rounds());
                MicroBenchmarks.round("SigningBenchmark", 1, settings, results);
                MicroBenchmarks.round("SigningBenchmark", 2, settings, results);
                MicroBenchmarks.round("HeadersBenchmark", 1, settings, results);
                MicroBenchmarks.round("ParsingBenchmark", 1, settings, results);
                calls(okx);
                start(okx);
                memory(okx);
                connecting();
                openSsl();
                virtualThreads();
            }
        }
        Child.figures(WrongSignatures.class, 25 * settings.calls())
                .forEach((name, wrong) -> results.add("wrong signatures a million, 8 threads", name, wrong));
        weight();
    }

    private void calls(URI okx) {
        for (int threads : new int[] {1, 16}) {
            for (Candidate candidate : Candidate.values()) {
                // For okx-connect ten accounts a thread, so that OKX's limits hold nobody up; for the others no account
                // is known.
                int accounts = candidate == Candidate.OKX_CONNECT && threads > 1 ? 10 * threads : threads;
                load(okx, candidate, threads, accounts, "");
            }
        }
        load(okx, Candidate.OKX_CONNECT, 1, settings.accounts(), ", many accounts");
    }

    private void load(URI okx, Candidate candidate, int threads, int accounts, String suffix) {
        int warmUp = Math.max(settings.warmUpCalls(), accounts);
        Child.figures(LoadRun.class, candidate, okx, threads, accounts, warmUp, settings.calls())
                .forEach((figure, value) -> results.add(
                        "signed GET, " + threads + (threads == 1 ? " thread" : " threads") + ", " + figure,
                        candidate.text() + suffix,
                        value));
    }

    private void start(URI okx) {
        for (Candidate candidate : Candidate.values()) {
            Child.figures(StartRun.class, candidate, okx)
                    .forEach((figure, value) ->
                            results.add("JVM start to first balance, " + figure, candidate.text(), value));
        }
    }

    private void memory(URI okx) {
        for (int accounts = 1; accounts <= settings.accounts(); accounts *= 100) {
            double bytes = Figures.required(Child.figures(MemoryRun.class, okx, accounts), "bytes");
            results.add("heap of an idle account beside its record, B", accounts + " connected", bytes);
        }
    }

    private void connecting() {
        Child.figures(ConnectRun.class, Math.min(400, settings.calls()))
                .forEach((figure, value) ->
                        results.add("connect to CONNECTED, sandbox, " + figure, "okx-connect", value));
    }

    private void openSsl() throws InterruptedException {
        OpenSsl.nanosOfHmac(Requests.bytesOfGet())
                .ifPresent(nanos -> results.add("sign a GET, 1 thread, ns", "OpenSSL (HMAC alone)", nanos));
        OpenSsl.nanosOfHmac(Requests.bytesOfPost())
                .ifPresent(nanos -> results.add("sign an order, 1 thread, ns", "OpenSSL (HMAC alone)", nanos));
    }

    private void virtualThreads() {
        if (Runtime.version().feature() >= FIRST_JAVA_WITH_VIRTUAL_THREADS) {
            Map<String, Double> figures = Child.figures(VirtualThreads.class);
            Map.of("get", "sign a GET", "order", "sign an order").forEach((what, text) -> {
                String row = text + ", 10,000 virtual threads, cpu";
                results.add(row, "okx-connect", Figures.required(figures, what));
                results.add(row, "naive", Figures.required(figures, what + "Naive"));
            });
            results.add("times that a virtual thread was pinned", "okx-connect", Figures.required(figures, "pinned"));
        }
    }

    private void weight() throws IOException {
        Weight weight = Weight.of(TARGET.resolve("dependencies.txt"));
        Map.of(
                        "okx-connect", "io.okxconnect:okx-connect-core",
                        "XChange", "org.knowm.xchange:xchange-okex",
                        "Binance", "io.github.binance:binance-connector-java")
                .forEach((name, library) -> {
                    Set<String> jars = weight.of(library);
                    jars.remove(library);
                    results.add("other jars that come along", name, jars.size());
                    results.add("size of those jars, B", name, (double) weight.bytes(jars));
                });
    }

    @SuppressWarnings("SystemOut") // a run of half an hour says where it is
    private static void say(String text) {
        System.out.println(text);
    }
}
