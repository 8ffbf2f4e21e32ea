package io.okxconnect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.account.PositionMode;
import io.okxconnect.error.InvalidArgumentException;
import java.net.URI;
import java.util.List;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckReportTest {
    private static final URI PAGE = URI.create("https://www.okx.com/account/my-api?go-live-trading=1");

    @Test
    void of_nothingFound_isReady() {
        CheckReport report = CheckReport.of(List.of(), Accounts.NOW);

        assertThat(report.isReady()).isTrue();
        assertThat(report.highestSeverity()).isEmpty();
        assertThat(report.orThrowIfRefused()).isSameAs(report);
        assertThat(report).hasToString("Ready, nothing found");
    }

    @ParameterizedTest
    @CsvSource({"INFO, true, false", "WARNING, true, false", "ERROR, false, false", "REFUSE, false, true"})
    void isReady_isRefused_dependOnTheWorstFinding(Severity worst, boolean ready, boolean refused) {
        CheckReport report = CheckReport.of(List.of(finding(Severity.INFO), finding(worst)), Accounts.NOW);

        assertThat(report.highestSeverity()).contains(worst);
        assertThat(report.isReady()).isEqualTo(ready);
        assertThat(report.isRefused()).isEqualTo(refused);
    }

    @Test
    void automaticRemedies_sameOneTwiceAndOneByHand_givesItOnce() {
        Remedy oneCall = Remedies.switchPositionMode(PositionMode.NET);
        CheckReport report = CheckReport.of(
                List.of(
                        finding(Severity.ERROR).withRemedy(oneCall),
                        finding(Severity.ERROR).withRemedy(Remedy.onPage("Do it there.", PAGE)),
                        finding(Severity.WARNING).withRemedy(Remedies.switchPositionMode(PositionMode.NET)),
                        finding(Severity.INFO)),
                Accounts.NOW);

        assertThat(report.automaticRemedies()).containsExactly(oneCall);
    }

    @Test
    void toString_isReadableText() {
        CheckReport report = CheckReport.of(
                List.of(
                        finding(Severity.INFO),
                        finding(Severity.ERROR).withRemedy(Remedy.onPage("Do it there.", PAGE))),
                Accounts.NOW);

        assertThat(report).hasToString("""
                Not ready: the account needs to be set up (1 error, 1 note)
                - ERROR: It is so.
                    Why it matters: It costs money.
                    How to fix it: Do it there. Page: https://www.okx.com/account/my-api?go-live-trading=1
                - INFO: It is so.
                    Why it matters: It costs money.""");
    }

    @Test
    void findingToString_saysEverythingInOneLine() {
        assertThat(finding(Severity.WARNING).withRemedy(Remedy.byHand("Do it.")))
                .hasToString("WARNING my-check.found: It is so. Why it matters: It costs money. How to fix it: Do it.");
        assertThat(Remedies.switchPositionMode(PositionMode.NET).toString())
                .endsWith("(Apply this remedy to ask OKX for it.)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "My-Check", "a..b", "a b", "-a", "a.", "ä"})
    void findingOf_malformedCode_isRefused(String code) {
        assertThatThrownBy(() -> Finding.of(Severity.INFO, code, "It is so.", "It matters."))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("code:");
    }

    @Test
    void findingAndRemedy_blankTexts_areRefused() {
        assertThatThrownBy(() -> Finding.of(Severity.INFO, "a", " ", "It matters."))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("message:");
        assertThatThrownBy(() -> Finding.of(Severity.INFO, "a", "It is so.", ""))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("reason:");
        assertThatThrownBy(() -> Remedy.byHand(" ")).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void orThrowIfRefused_refusalWithoutRemedy_stillNamesANextStep() {
        CheckReport report = CheckReport.of(List.of(finding(Severity.REFUSE)), Accounts.NOW);

        assertThatThrownBy(report::orThrowIfRefused)
                .isInstanceOfSatisfying(
                        CredentialRefusedException.class,
                        refused -> assertThat(refused.nextStep()).isEqualTo("Connect with another key."));
    }

    @Test
    void equals_valueTypes_followTheContract() {
        for (Class<?> type : List.of(Finding.class, Remedy.class, CheckReport.class)) {
            EqualsVerifier.forClass(type)
                    .withPrefabValues(
                            Remedy.class, Remedy.byHand("One."), Remedies.switchPositionMode(PositionMode.NET))
                    .withNonnullFields(fieldsNeverNull(type))
                    .verify();
        }
    }

    private static String[] fieldsNeverNull(Class<?> type) {
        return java.util.Arrays.stream(type.getDeclaredFields())
                .filter(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()))
                .map(java.lang.reflect.Field::getName)
                .filter(name -> !List.of("remedy", "page", "action").contains(name))
                .toArray(String[]::new);
    }

    private static Finding finding(Severity severity) {
        return Finding.of(severity, "my-check.found", "It is so.", "It costs money.");
    }
}
