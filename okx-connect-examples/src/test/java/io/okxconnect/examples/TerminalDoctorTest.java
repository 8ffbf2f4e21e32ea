package io.okxconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.okxconnect.doctor.Cause;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxUser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The doctor names each cause that can be played, for people and for scripts. */
class TerminalDoctorTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private int doctor(Map<String, String> environment, String... options) {
        return new TerminalDoctor(label -> {
                    throw new AssertionError("asked for the " + label);
                })
                .run(List.of(options), environment, out);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    static Stream<DoctorCase> cases() {
        return DoctorCases.ALL.stream();
    }

    @Test
    void cases_coverEveryCause() {
        assertThat(DoctorCases.ALL).extracting(DoctorCase::cause).containsExactlyInAnyOrder(Cause.values());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void run_caseOnTheSandbox_namesItsCauseInJson(DoctorCase played) throws Exception {
        int exit = doctor(Map.of(), "--sandbox", played.name(), "--json");

        JsonNode json = new ObjectMapper().readTree(text());
        assertThat(json.get("cause").textValue())
                .as(text())
                .isEqualTo(played.cause().name());
        assertThat(json.get("case").textValue()).isEqualTo(played.name());
        assertThat(json.get("summary").textValue()).isNotBlank();
        assertThat(json.get("nextStep").textValue()).isNotBlank();
        assertThat(json.get("evidence")).isNotEmpty();
        assertThat(json.get("exitCode").intValue()).isEqualTo(exit);
        assertThat(exit == 0).isEqualTo(played.cause() == Cause.HEALTHY);
        assertThat(text().lines()).hasSize(1);
        assertThat(text()).doesNotContain("Sandbox-2026!").doesNotContainPattern("[0-9A-F]{32}");
    }

    @Test
    void run_caseForAPerson_showsProgressEvidenceAndOneStep() {
        assertThat(doctor(Map.of(), "--sandbox", "wrong-site")).isEqualTo(3);

        assertThat(text())
                .containsSubsequence(
                        "a key of the EEA site",
                        "asking 127.0.0.1",
                        "GET /api/v5/account/config",
                        "WRONG_SITE: ",
                        "evidence",
                        "50119",
                        "Next step: ");
    }

    @Test
    void run_inChinese_saysItInChinese() {
        doctor(Map.of("LANG", "zh_CN.UTF-8"), "--sandbox", "wrong-passphrase");

        assertThat(text())
                .containsSubsequence("WRONG_PASSPHRASE: ", "依据", "下一步：")
                .doesNotContain("Next step");
    }

    @Test
    void run_languageOption_goesBeforeTheEnvironment() {
        doctor(Map.of("LANG", "zh_CN.UTF-8"), "--lang", "en", "--sandbox", "key-unknown");

        assertThat(text()).contains("Next step: ");
    }

    @Test
    void run_unknownCase_listsTheKnownOnes() {
        assertThat(doctor(Map.of(), "--sandbox", "wrong-moon")).isEqualTo(2);
        assertThat(doctor(Map.of(), "--sandbox")).isEqualTo(2);

        assertThat(text()).contains("wrong-site", "clock-skew", "ip-not-allowed", "key-expired");
    }

    @Test
    void run_unknownOption_listsTheKnownOnes() {
        assertThat(doctor(Map.of(), "--jsno")).isEqualTo(2);

        assertThat(text()).contains("--jsno", "--json", "--sandbox <case>");
    }

    @Test
    void run_keyPastedAsAnArgument_isNotRepeated() {
        assertThat(doctor(Map.of(), "MySecretPass-2026")).isEqualTo(2);

        assertThat(text()).contains("--sandbox <case>").doesNotContain("MySecretPass");
    }

    @Test
    void run_wrongSiteNameForAProgram_saysSoInJson() throws Exception {
        assertThat(doctor(Map.of("OKX_API_KEY", "x", "OKX_SITE", "mars"), "--json"))
                .isEqualTo(2);

        assertThat(new ObjectMapper().readTree(text()).get("error").textValue()).contains("OKX_SITE");
    }

    @Test
    void run_keyInTheEnvironment_showsWhatTheSetUpLacks() {
        try (OkxSandbox sandbox = OkxSandbox.start()) {
            SandboxUser alice = sandbox.createUser("alice");
            alice.live().setPositionMode(SandboxPositionMode.LONG_SHORT);
            SandboxApiKey key = alice.createApiKey(
                    SandboxKeyRequest.named("app").read().trade().passphrase("Sandbox-2026!"));

            assertThat(doctor(inEnvironment(sandbox, key))).isEqualTo(3);
        }
        assertThat(text())
                .containsSubsequence(
                        "HEALTHY: ", "Status: SETUP_REQUIRED", "severity", "long_short_mode", "Next step: ");
        assertThat(text()).doesNotContain("Connect the account");
        assertThat(text().lines().filter(line -> line.startsWith("  "))).allMatch(line -> line.length() <= 160);
    }

    @Test
    void run_noKeyInTheEnvironment_asksForThreeValues() {
        try (OkxSandbox sandbox = OkxSandbox.start()) {
            SandboxApiKey key = sandbox.createUser("alice")
                    .createApiKey(SandboxKeyRequest.named("app").read().trade().passphrase("Sandbox-2026!"));
            Queue<String> answers = new ArrayDeque<>(Arrays.asList(key.apiKey(), key.secretKey(), "Not-The-Right-1!"));

            int exit = new TerminalDoctor(label -> answers.remove().toCharArray())
                    .run(List.of(), Map.of("OKX_SITE", sandbox.uri().toString()), out);

            assertThat(exit).isEqualTo(3);
            assertThat(answers).isEmpty();
        }
        assertThat(text()).contains("WRONG_PASSPHRASE: ").doesNotContain("Not-The-Right-1!");
    }

    @Test
    void run_keyHalfSet_saysWhichPartIsMissing() {
        assertThat(doctor(Map.of("OKX_API_KEY", "x"))).isEqualTo(3);

        assertThat(text()).contains("MISSING_FIELD: ").doesNotContain("asking");
    }

    private static Map<String, String> inEnvironment(OkxSandbox sandbox, SandboxApiKey key) {
        return Map.of(
                "OKX_SITE", sandbox.uri().toString(),
                "OKX_API_KEY", key.apiKey(),
                "OKX_SECRET_KEY", key.secretKey(),
                "OKX_PASSPHRASE", key.passphrase());
    }
}
