package io.okxconnect.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.Unpaced;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.EncryptedFileCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Another process of the app, on the same store. It is told the time, a line each, calls OKX with some threads, and answers with a line.
 */
final class RefreshProcess {
    static final int THREADS = 4;

    private final Process process;
    private final Path log;
    private final BufferedReader answers;
    private final PrintStream orders;

    private RefreshProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII));
        this.orders = new PrintStream(process.getOutputStream(), true, US_ASCII);
    }

    /** Known to the tests only. */
    static Secret storeKey() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return Secret.of(key);
    }

    static RefreshProcess start(Path logs, Path store, URI okx, String clientId) throws IOException {
        Path log = Files.createTempFile(logs, "process", ".log");
        return new RefreshProcess(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RefreshProcess.class.getName(),
                                store.toString(),
                                okx.toString(),
                                clientId)
                        .redirectError(log.toFile())
                        .start(),
                log);
    }

    void callAt(Instant now) {
        orders.println(now.toEpochMilli());
    }

    String answer() throws IOException {
        String line = answers.readLine();
        return line == null ? Files.readString(log) : line;
    }

    void close() throws IOException, InterruptedException {
        orders.close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        answers.close();
    }

    @SuppressWarnings("try") // open is enough: it renews for the connector.
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        // Whatever logs must not disturb the lines.
        System.setOut(System.err);
        SettableClock clock = new SettableClock();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try (Secret key = storeKey();
                EncryptedFileCredentialStore store = EncryptedFileCredentialStore.open(Path.of(arguments[0]), key);
                ExchangeConnector connector = Unpaced.okx(clock)
                        .site(Site.custom("sandbox", URI.create(arguments[1])))
                        .environment(TradingEnvironment.DEMO)
                        .sharedCredentialStore(store)
                        .build();
                OAuthConnector ignored = OAuthConnector.code(connector)
                        .client(arguments[2], Canary.CLIENT_SECRET)
                        .redirectUri(Desk.REDIRECT)
                        .build();
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
            out.println("ready");
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                clock.advance(Duration.between(clock.instant(), Instant.ofEpochMilli(Long.parseLong(line))));
                out.println(called(connector.connection(OAuthScene.ALICE), pool));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static String called(Connection connection, ExecutorService pool) throws InterruptedException {
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            calls.add(pool.submit(() -> connection.call(OAuthScene.READ)));
        }
        try {
            for (Future<?> call : calls) {
                call.get();
            }
            return "done";
        } catch (ExecutionException e) {
            return "failed: " + e.getCause();
        }
    }
}
