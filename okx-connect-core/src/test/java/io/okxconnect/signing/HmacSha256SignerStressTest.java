package io.okxconnect.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.credential.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HmacSha256SignerStressTest {
    private static final int THREADS = 64;
    private static final long SEED = 20261122;

    @Test
    void sign_64ThreadsOver1000Accounts_everySignatureIsRight() throws Exception {
        List<byte[]> keys = new ArrayList<>();
        List<HmacSha256Signer> signers = new ArrayList<>();
        Random random = new Random(SEED);
        for (int account = 0; account < 1_000; account++) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            keys.add(key);
            signers.add(HmacSha256Signer.of(Secret.of(key)));
        }
        int wrong = inParallel(thread -> {
            Random own = new Random(SEED + thread);
            int mistakes = 0;
            for (int i = 0; i < 2_000; i++) {
                // One call in four goes to the same few accounts, so that threads do meet on a signer.
                int account = own.nextInt(4) == 0 ? own.nextInt(4) : own.nextInt(keys.size());
                byte[] body = ("{\"n\":\"" + own.nextLong() + "\"}").getBytes(UTF_8);
                String path = "/api/v5/trade/order?n=" + own.nextInt();
                String signature = signers.get(account).sign("2024-01-01T00:00:00.000Z", "POST", path, body);
                String expected = JdkMac.sign(keys.get(account), "2024-01-01T00:00:00.000Z" + "POST" + path, body);
                mistakes += signature.equals(expected) ? 0 : 1;
            }
            return mistakes;
        });
        assertThat(wrong)
                .as("wrong signatures of %s, seed %s", THREADS * 2_000, SEED)
                .isZero();
    }

    @Test
    void sign_signerClosedMeanwhile_isRightOrRefused() throws Exception {
        byte[] key = new byte[32];
        new Random(SEED).nextBytes(key);
        String expected = JdkMac.sign(key, "tGET/p", new byte[0]);
        for (int round = 0; round < 50; round++) {
            HmacSha256Signer signer = HmacSha256Signer.of(Secret.of(key));
            int wrong = inParallel(thread -> {
                if (thread == 0) {
                    signer.close();
                    return 0;
                }
                try {
                    int mistakes = 0;
                    for (int i = 0; i < 200; i++) {
                        mistakes += signer.sign("t", "GET", "/p", new byte[0]).equals(expected) ? 0 : 1;
                    }
                    return mistakes;
                } catch (IllegalStateException closed) {
                    return 0;
                }
            });
            assertThat(wrong).as("round %s", round).isZero();
        }
    }

    private interface Work {
        int run(int thread) throws Exception;
    }

    private static int inParallel(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(THREADS);
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int number = 0; number < THREADS; number++) {
                int thread = number;
                tasks.add(() -> {
                    start.countDown();
                    start.await();
                    return work.run(thread);
                });
            }
            int sum = 0;
            for (Future<Integer> result : threads.invokeAll(tasks)) {
                sum += result.get();
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }
}
