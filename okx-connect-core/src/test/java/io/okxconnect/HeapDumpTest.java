package io.okxconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxSwitch;
import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dump of an app's heap shows of the secrets: searched for in real dump files of another process. */
class HeapDumpTest {
    private static final String SECRET_KEY = "secret key";
    private static final String PASSPHRASE = "passphrase";
    private static final String VAULT_KEY = "vault key";

    @TempDir
    private Path directory;

    private OkxSandbox okx;

    @BeforeEach
    void startSandbox() {
        okx = OkxSandbox.builder().seed(7).with(SandboxSwitch.RATE_LIMITS_OFF).start();
        okx.clock().stopAt(TestExchange.NOW);
    }

    @AfterEach
    void stopSandbox() {
        okx.close();
    }

    @Test
    void close_afterEverythingWasUsed_leavesNoSecretInTheHeap() throws Exception {
        Map<String, String> secrets = runWithNewKey(false);
        // What the garbage collector left, as an app sees it that dumps its heap with jmap -dump:live.
        assertThat(count(HeapDumpTarget.CLOSED, secrets))
                .allSatisfy((secret, copies) -> assertThat(copies).isZero());
        // With garbage: the passphrase was a header of requests, and headers are strings, which nobody can overwrite.
        Map<String, Integer> withGarbage = count(HeapDumpTarget.CLOSED_WITH_GARBAGE, secrets);
        assertThat(withGarbage).containsEntry(SECRET_KEY, 0).containsEntry(VAULT_KEY, 0);
    }

    @Test
    void open_whileConnected_theSearchFindsEachSecret() throws Exception {
        Map<String, String> secrets = runWithNewKey(true);
        Map<String, Integer> open = count(HeapDumpTarget.OPEN, secrets);
        assertThat(open).allSatisfy((secret, copies) -> assertThat(copies).isPositive());
        // That of the app, and that of the connection.
        assertThat(open.get(SECRET_KEY)).isLessThanOrEqualTo(2);
    }

    private Map<String, String> runWithNewKey(boolean dumpsWhileOpen) throws IOException, InterruptedException {
        String vaultKey = random(new Random(1), HeapDumpTarget.VAULT_KEY);
        String secretKey = random(new Random(2), HeapDumpTarget.SECRET_KEY);
        String passphrase = "aA1!" + random(new Random(3), HeapDumpTarget.PASSPHRASE - 4);
        okx.nextApiKey("0d9a7c66-41f2-4a5e-8c1b-7e2f9035bd18", secretKey);
        SandboxUser alice = okx.createUser("alice");
        SandboxApiKey key = alice.createApiKey(SandboxKeyRequest.named("key")
                .environment(SandboxEnvironment.DEMO)
                .passphrase(passphrase)
                .read()
                .trade());
        run(dumpsWhileOpen, vaultKey + key.apiKey() + secretKey + passphrase);
        return Map.of(SECRET_KEY, secretKey, PASSPHRASE, passphrase, VAULT_KEY, vaultKey);
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append("0123456789ABCDEF".charAt(random.nextInt(16)));
        }
        return text.toString();
    }

    private void run(boolean dumpsWhileOpen, String input) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                HeapDumpTarget.class.getName(),
                okx.uri().toString(),
                directory.toString(),
                Boolean.toString(dumpsWhileOpen));
        Path log = directory.resolve("target.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(process.waitFor()).as("%s", Files.readString(log)).isZero();
    }

    private Map<String, Integer> count(String dump, Map<String, String> secrets) throws IOException {
        return HeapSearch.counts(Files.readAllBytes(directory.resolve(dump)), secrets);
    }
}
