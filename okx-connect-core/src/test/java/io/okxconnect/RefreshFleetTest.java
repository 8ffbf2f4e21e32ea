package io.okxconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.credential.EncryptedFileCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.credential.StoredCredential;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four processes share a vault and meet an expired token together: OKX is asked for new tokens once each time. */
class RefreshFleetTest {
    private static final int NODES = 4;
    private static final int ROUNDS = 50;

    @TempDir
    private Path directory;

    private static final class Node implements AutoCloseable {
        private final Process process;
        private final BufferedReader answers;

        Node(String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xmx96m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    RefreshFleetNode.class.getName()));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void tell(Instant time) throws IOException {
            OutputStream orders = process.getOutputStream();
            orders.write((time + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();
        }

        void requireDone(Instant time) throws IOException {
            String expected = "done " + time;
            List<String> said = new ArrayList<>();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.equals(expected)) {
                    return;
                }
                said.add(line);
            }
            throw new AssertionError("A node ended: " + said);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    void call_expiredForFourProcesses_oneTokenCallEachTime() throws Exception {
        try (TokenScene scene = new TokenScene()) {
            scene.connect();
            keepInVault(scene);
            List<Node> nodes = new ArrayList<>();
            try {
                for (int i = 0; i < NODES; i++) {
                    nodes.add(new Node(
                            scene.exchange.okx.uri().toString(), directory.toString(), scene.app.clientId()));
                }
                for (int round = 1; round <= ROUNDS; round++) {
                    scene.advance(Duration.ofHours(2));
                    for (Node node : nodes) {
                        node.tell(scene.now());
                    }
                    for (Node node : nodes) {
                        node.requireDone(scene.now());
                    }
                    assertThat(scene.exchange.okx.journal().count("POST", "/v5/users/oauth/token"))
                            .as("token calls after %d rounds", round)
                            .isEqualTo(round);
                }
            } finally {
                nodes.forEach(Node::close);
            }
        }
    }

    private void keepInVault(TokenScene scene) {
        try (Secret key = RefreshFleetNode.vaultKey();
                EncryptedFileCredentialStore vault = EncryptedFileCredentialStore.open(directory, key);
                StoredCredential stored = scene.store.load(TestExchange.ALICE).orElseThrow()) {
            vault.save(StoredCredential.of(stored.metadata(), 1, stored.credential()));
        }
    }
}
