package io.okxconnect;

import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.EncryptedFileCredentialStore;
import io.okxconnect.testkit.SandboxApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, stands where a reader sees it, and names the commands that are run. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SNIPPET =
            Path.of("src", "test", "java", "io", "okxconnect", "readme", "FiveLineConnect.java");

    @Test
    void snippet_isTheCompiledOne() throws IOException {
        List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));
        int begin = readme.indexOf("```java");
        int end = readme.subList(begin, readme.size()).indexOf("```") + begin;
        List<String> compiled = Files.readAllLines(SNIPPET);
        List<String> imports =
                compiled.stream().filter(line -> line.startsWith("import ")).toList();
        int from = compiled.indexOf("        // snippet") + 1;
        int to = compiled.indexOf("        // end of snippet");
        List<String> body = compiled.subList(from, to).stream()
                .map(line -> line.isBlank() ? "" : line.substring(8))
                .toList();

        assertThat(end).as("the snippet stands in the first 40 lines").isLessThan(40);
        assertThat(readme.subList(begin + 1, end))
                .isEqualTo(Stream.of(imports.stream(), Stream.of(""), body.stream())
                        .flatMap(s -> s)
                        .toList());
    }

    @Test
    void commands_standAsTheyAreRun() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md")))
                .contains(
                        "mvn -q -pl okx-connect-examples -am test-compile exec:java -Dmaven.test.skip=true",
                        "mvn verify");
        assertThat(Files.readAllLines(ROOT.resolve(".ci").resolve("run"))).contains("mvn verify");
    }

    @Test
    void readme_isOneScreenOrTwo() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(150);
    }

    /** The same five lines, pointed at the sandbox. */
    @Test
    void fiveLines_onTheSandbox_connect(@TempDir Path directory) {
        try (TestExchange exchange = new TestExchange()) {
            SandboxApiKey key = exchange.tradingKey();
            try (ExchangeConnector okx = exchange.builder()
                            .credentialStore(EncryptedFileCredentialStore.open(
                                    directory.resolve("okx.vault"), Canary.STORE_PASSWORD.toCharArray()))
                            .build();
                    ApiKeyCredential credential = credential(key)) {
                Connection alice = okx.connect(TestExchange.ALICE, credential);

                assertThat(alice.status()).hasToString("CONNECTED");
                assertThat(alice.balance().totalEquity()).isPositive();
            }
            try (ExchangeConnector restarted = exchange.builder()
                    .credentialStore(EncryptedFileCredentialStore.open(
                            directory.resolve("okx.vault"), Canary.STORE_PASSWORD.toCharArray()))
                    .build()) {
                assertThat(restarted.connection(TestExchange.ALICE).check().isReady())
                        .isTrue();
            }
        }
    }
}
