package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.testkit.OkxSandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the sandbox tells a person to open and to type, works. */
class ClickableSandboxTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private String describe(OkxSandbox sandbox) {
        ClickableSandbox.describe(sandbox, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void describe_consentAddress_leadsAUserWhoAgreesToTheConnectedApps() {
        try (OkxSandbox sandbox = OkxSandbox.start()) {
            String consent = describe(sandbox)
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(sandbox.uri() + "/account/oauth?"))
                    .findFirst()
                    .orElseThrow();

            URI back = sandbox.user("alice").orElseThrow().agreeTo(URI.create(consent));

            assertThat(back.getPath()).isEqualTo("/account/connected-apps");
            assertThat(back.getRawQuery()).contains("code=", "state=");
        }
    }

    @Test
    void describe_variables_areTheOnesThatTheAppReads() {
        try (OkxSandbox sandbox = OkxSandbox.start()) {
            Map<String, String> variables = Arrays.stream(describe(sandbox).split("\\s+"))
                    .filter(word -> word.matches("OKX_(CLIENT|REDIRECT|SITE|ENV).*=.*"))
                    .map(word -> word.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, same) -> first));

            assertThat(AppRegistration.isIn(variables)).isTrue();
            try (AppRegistration registration = AppRegistration.from(variables)) {
                assertThat(registration.redirectUri()).hasPath("/connect/okx/callback");
                assertThat(KeyPlace.from(variables).site().restBase()).isEqualTo(sandbox.uri());
            }
        }
    }
}
