package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.ConnectionState;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.examples.readme.Browser;
import io.okxconnect.examples.readme.FastApiConnect;
import io.okxconnect.site.Site;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The README's Fast API section shows code that is compiled, short, and works. */
class FastApiReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path SNIPPET =
            Path.of("src", "test", "java", "io", "okxconnect", "examples", "readme", "FastApiConnect.java");

    private static List<String> section() throws IOException {
        List<String> readme = Files.readAllLines(README);
        int begin = readme.indexOf("## Connect without keys: Fast API");
        List<String> rest = readme.subList(begin + 1, readme.size());
        int end = rest.indexOf(
                rest.stream().filter(line -> line.startsWith("## ")).findFirst().orElseThrow());
        return rest.subList(0, end);
    }

    @Test
    void snippet_isTheCompiledOneAndShort() throws IOException {
        List<String> section = section();
        int begin = section.indexOf("```java");
        List<String> shown = section.subList(
                begin + 1, section.subList(begin, section.size()).indexOf("```") + begin);
        List<String> compiled = Files.readAllLines(SNIPPET);
        List<String> body = compiled
                .subList(compiled.indexOf("        // snippet") + 1, compiled.indexOf("        // end of snippet"))
                .stream()
                .map(line -> line.isBlank() ? "" : line.substring(8))
                .toList();

        assertThat(shown).isEqualTo(body);
        assertThat(shown.stream().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void section_namesWhatOkxHasToGiveFirst() throws IOException {
        assertThat(String.join(" ", section()))
                .contains("approved", "broker", "client id", "client secret", "redirect URL", "IP");
    }

    @Test
    void snippet_onTheSandbox_connects() {
        try (OkxSandbox sandbox = OkxSandbox.start();
                ExchangeConnector okx = ExchangeConnector.okx()
                        .site(Site.custom("sandbox", sandbox.uri()))
                        .build()) {
            SandboxUser alice = sandbox.createUser("alice");
            URI redirectUrl = URI.create("https://app.example.com/connect/okx/callback");
            SandboxOAuthClient client =
                    sandbox.registerOAuthClient(SandboxOAuthClientRequest.confidential("My trading app")
                            .redirectUri(redirectUrl.toString())
                            .fastApi()
                            .serverIps("127.0.0.1")
                            .keyIps("127.0.0.1"));

            FastApiConnect.connect(
                    okx, client.clientId(), client.clientSecret().toCharArray(), redirectUrl, new Agreeing(alice));

            assertThat(okx.connection(AccountId.of("alice")).check().isReady()).isTrue();
            assertThat(okx.connections())
                    .singleElement()
                    .satisfies(account -> assertThat(account.lastState()).isEqualTo(ConnectionState.CONNECTED));
        }
    }

    /** A browser whose user agrees. */
    private static final class Agreeing implements Browser {
        private final SandboxUser user;
        private Optional<URI> callback = Optional.empty();

        Agreeing(SandboxUser user) {
            this.user = user;
        }

        @Override
        public String sessionSecret() {
            return "s".repeat(32);
        }

        @Override
        public void redirect(URI page) {
            callback = Optional.of(user.agreeTo(page));
        }

        @Override
        public String callbackUrl() {
            return callback.orElseThrow().toString();
        }
    }
}
