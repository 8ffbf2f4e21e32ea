package io.okxconnect.benchmarks.calls;

import io.okxconnect.benchmarks.Figures;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Map;

/** The heap that a connected account takes when nothing is called, beside what the store keeps of it. */
public final class MemoryRun {
    private static final int COLLECTIONS = 5;

    private MemoryRun() {}

    /** Needs: address of the stub, accounts. */
    public static void main(String[] arguments) {
        int accounts = Integer.parseInt(arguments[1]);
        URI okx = URI.create(arguments[0]);
        // Loads what is loaded once, however many accounts there are.
        use(new OkxConnectClient(okx, 1, 1), 1);
        OkxConnectClient client = new OkxConnectClient(okx, 1, accounts);
        long stored = usedHeap();
        use(client, accounts);
        double connected = usedHeap() - stored;
        Figures.print(Map.of("bytes", connected / accounts));
        // So that it is still there when it is weighed.
        use(client, 1);
    }

    private static void use(OkxConnectClient client, int accounts) {
        client.openAll();
        for (int account = 0; account < accounts; account++) {
            client.totalEquity(account);
        }
    }

    private static long usedHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
