package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
    void customStore_withVaultInTheEnvironment_keepsTheAccountThere() throws Exception {
        try (PlayedVault vault = new PlayedVault()) {
            Map<String, String> environment =
                    Map.of("VAULT_ADDR", vault.engine().resolve("/").toString(), "VAULT_TOKEN", PlayedVault.TOKEN);
            assertThat(run(List.of("custom-store"), environment)).isZero();
        }

        assertThat(text())
                .containsSubsequence("kept by the KV engine", "After a restart the store lists: [alice", "lists: []")
                .doesNotContain(PlayedVault.TOKEN);
    }

    @Test
    void platform_onH2_oneNodeBeginsTheOtherCompletesAndBothRead() throws Exception {
        assertThat(run(List.of("platform"), Map.of())).isZero();

        assertThat(text()).contains("The database is H2");
        assertThatBothNodesReadTheAccount();
    }

    @Test
    void platform_onPostgresql_oneNodeBeginsTheOtherCompletesAndBothRead() throws Exception {
        TestDatabase.POSTGRESQL.create("platform");
        Map<String, String> environment = Map.of(
                "OKX_DATABASE_URL",
                TestDatabase.postgresUrl("platform"),
                "OKX_STORE_KEY",
                Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(run(List.of("platform"), environment)).isZero();

        assertThat(text()).contains("The database is PostgreSQL");
        assertThatBothNodesReadTheAccount();
    }

    private void assertThatBothNodesReadTheAccount() {
        assertThat(text())
                .containsSubsequence(
                        "Node 1 sends Alice to OKX.",
                        "Her browser comes back to node 2.",
                        "Node 2: [alice",
                        "Node 1: [alice",
                        "read by node 1: 12500.75 USD",
                        "read by node 2: 12500.75 USD",
                        "The same callback at node 1:",
                        "Disconnected 'alice'",
                        "Node 2: []");
    }

    @Test
    void platform_databaseWithoutKey_saysWhatToSet() throws Exception {
        assertThat(run(List.of("platform"), Map.of("OKX_DATABASE_URL", TestDatabase.postgresUrl("public"))))
                .isEqualTo(1);

        assertThat(text()).contains("32 bytes");
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
                        "platform",
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
