package io.okxconnect.benchmarks.calls;

import io.okxconnect.benchmarks.Figures;
import java.net.URI;

/** One client under load, in a process of its own. */
public final class LoadRun {
    private LoadRun() {}

    /** Needs: candidate, address of the stub, threads, accounts, calls to warm up with, calls to measure. */
    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[2]);
        int accounts = Integer.parseInt(arguments[3]);
        BalanceClient client =
                BalanceClient.of(Candidate.valueOf(arguments[0]), URI.create(arguments[1]), threads, accounts);
        Load load = new Load(client, threads);
        load.run(Integer.parseInt(arguments[4]));
        Figures.print(load.run(Integer.parseInt(arguments[5])));
    }
}
