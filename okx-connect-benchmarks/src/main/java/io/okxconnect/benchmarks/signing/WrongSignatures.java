package io.okxconnect.benchmarks.signing;

import io.okxconnect.benchmarks.Figures;
import io.okxconnect.credential.Secret;
import io.okxconnect.signing.HmacSha256Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import si.mazi.rescu.RestInvocation;

/** Signatures made by eight threads for one account at a time, each compared with the right one. */
public final class WrongSignatures {
    private static final int THREADS = 8;
    private static final String TIMESTAMP = "2020-12-08T09:08:57.715Z";

    private WrongSignatures() {}

    /** Needs: how many signatures. */
    public static void main(String[] arguments) throws Exception {
        int signatures = Integer.parseInt(arguments[0]);
        String right = NaiveSigner.sign(Requests.SECRET_KEY, TIMESTAMP, "GET", Requests.BALANCE_PATH, "");
        HmacSha256Signer ours = HmacSha256Signer.of(Secret.of(Requests.SECRET_KEY));
        XChangeSigner xchange = new XChangeSigner();
        RestInvocation balance = XChangeSigner.invocation("balance", TIMESTAMP);
        Figures.print(Map.of(
                "okx-connect",
                wrong(signatures, right, () -> ours.sign(TIMESTAMP, "GET", Requests.BALANCE_PATH, Requests.NO_BODY)),
                "XChange",
                wrong(signatures, right, () -> xchange.sign(balance))));
    }

    /** How many of a million are wrong, or end in an exception. */
    private static double wrong(int signatures, String right, Supplier<String> signer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                work.add(() -> wrongOfOneThread(signatures / THREADS, right, signer));
            }
            double wrong = 0;
            for (Future<Integer> done : threads.invokeAll(work)) {
                wrong += done.get();
            }
            return wrong * 1_000_000 / signatures;
        } finally {
            threads.shutdownNow();
        }
    }

    private static int wrongOfOneThread(int signatures, String right, Supplier<String> signer) {
        int wrong = 0;
        for (int i = 0; i < signatures; i++) {
            try {
                wrong += signer.get().equals(right) ? 0 : 1;
            } catch (RuntimeException disturbed) {
                wrong++;
            }
        }
        return wrong;
    }
}
