package io.okxconnect.benchmarks.calls;

import com.sun.management.OperatingSystemMXBean;
import io.okxconnect.benchmarks.Figures;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Map;

/** A program that reads one balance and ends. */
public final class StartRun {
    private StartRun() {}

    /** Needs: candidate, address of the stub. */
    public static void main(String[] arguments) throws Exception {
        BalanceClient client = BalanceClient.of(Candidate.valueOf(arguments[0]), URI.create(arguments[1]), 1, 1);
        if (client.totalEquity(0).signum() <= 0) {
            throw new IllegalStateException("a wrong balance");
        }
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double wall = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        Figures.print(Map.of(
                "cpu", (double) process.getProcessCpuTime(),
                "wall", wall * 1e6,
                "classes", (double) ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount()));
    }
}
