package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each example tells the story it promises. */
class ExamplesTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private int run(List<String> args, Map<String, String> environment) throws Exception {
        return Examples.run(args, environment, out);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void mainJob_withoutKeys_tellsTheWholeStoryOnTheSandbox() throws Exception {
        assertThat(run(List.of(), Map.of())).isZero();

        assertThat(text())
                .containsSubsequence(
                        "A sandbox OKX runs at",
                        "hedge mode",
                        "Connected as 'alice'",
                        "[ERROR]",
                        "posMode=long_short_mode",
                        "Status: SETUP_REQUIRED",
                        "CHANGED",
                        "Status: CONNECTED",
                        "USDT",
                        "12500.75",
                        "total",
                        "My exchanges:",
                        "Disconnected 'alice'");
    }

    @Test
    void mainJob_printsNoSecret() throws Exception {
        run(List.of(), Map.of());

        assertThat(text())
                .doesNotContain("Sandbox-2026!")
                .doesNotContainPattern("[0-9A-F]{32}")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}");
    }

    @Test
    void customStore_findsTheAccountAfterARestart() throws Exception {
        assertThat(run(List.of("custom-store"), Map.of())).isZero();

        assertThat(text())
                .containsSubsequence(
                        "First start:",
                        "After a restart the store lists: [alice",
                        "Total equity",
                        "The store lists: []");
    }

    @Test
    void help_listsAllExamples() throws Exception {
        assertThat(run(List.of("help"), Map.of())).isZero();

        assertThat(text())
                .contains(
                        "first-connection",
                        "my-exchanges",
                        "custom-store",
                        "sandbox",
                        "fast-api",
                        "pkce-desktop",
                        "pkce-helper");
    }

    @Test
    void unknownExample_listsTheKnownOnes() throws Exception {
        assertThat(run(List.of("frist-connection"), Map.of())).isEqualTo(2);

        assertThat(text()).contains("no example 'frist-connection'", "first-connection");
    }

    @Test
    void unknownOption_isNamed() throws Exception {
        assertThat(run(List.of("--aply"), Map.of())).isEqualTo(2);

        assertThat(text()).contains("--aply", "--apply");
    }

    @Test
    void mainJob_keysHalfSet_saysWhichIsMissing() throws Exception {
        assertThat(run(List.of(), Map.of("OKX_API_KEY", "x"))).isEqualTo(1);

        assertThat(text()).contains("OKX_SECRET_KEY").doesNotContain("Connecting");
    }

    @Test
    void mainJob_wrongSiteOrEnvironment_namesTheChoices() throws Exception {
        Map<String, String> keys = Map.of("OKX_API_KEY", "x", "OKX_SECRET_KEY", "y", "OKX_PASSPHRASE", "z");
        assertThat(run(List.of(), with(keys, "OKX_SITE", "mars"))).isEqualTo(1);
        assertThat(run(List.of(), with(keys, "OKX_ENVIRONMENT", "test"))).isEqualTo(1);

        assertThat(text()).contains("global, eea, us or tr", "live or demo");
    }

    private static Map<String, String> with(Map<String, String> keys, String name, String value) {
        Map<String, String> all = new HashMap<>(keys);
        all.put(name, value);
        return all;
    }
}
