package io.okxconnect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.ApiPermission;
import io.okxconnect.canary.Canary;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.RetryAdvice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionCheckTest {
    @Test
    void check_readAndTrade_findsNothing() {
        assertThat(codes(AccountRequirements.futuresTrading(), Accounts.config()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read_only,withdraw,trade", " Withdraw , TRADE,read_only", "withdraw"})
    void check_withdrawInAnyForm_refusesTheKey(String perm) {
        CheckReport report = report(AccountRequirements.futuresTrading(), Accounts.config("perm", perm));

        assertThat(report.isRefused()).isTrue();
        assertThat(report.isReady()).isFalse();
        assertThatThrownBy(report::orThrowIfRefused)
                .isInstanceOfSatisfying(CredentialRefusedException.class, refused -> {
                    assertThat(refused.report()).isEqualTo(report);
                    assertThat(refused.retryAdvice()).isEqualTo(RetryAdvice.FIX);
                    assertThat(refused.nextStep()).contains("https://www.okx.com/account/my-api", "Withdraw");
                })
                .hasMessageContaining("may withdraw money")
                .hasMessageContaining("was not stored");
    }

    @ParameterizedTest
    @EnumSource(WithdrawPolicy.class)
    void check_permUnknown_refusesUnderEveryPolicy(WithdrawPolicy policy) {
        AccountRequirements requirements =
                AccountRequirements.spot().toBuilder().withdraw(policy).build();

        assertThat(List.of(Accounts.without("perm"), Accounts.config("perm", ""), Accounts.config("perm", " , ")))
                .allSatisfy(config -> {
                    CheckReport report = report(requirements, config);
                    assertThat(report.isRefused()).isTrue();
                    assertThat(report.findings(Severity.REFUSE))
                            .extracting(Finding::code)
                            .containsExactly("permissions.unknown");
                });
    }

    @Test
    void check_withdrawPolicyWarnOrAllow_acceptsTheKeyAndSaysSo() {
        AccountConfig config = Accounts.config("perm", "read_only,trade,withdraw");

        assertThat(severityOfWithdraw(WithdrawPolicy.WARN, config)).isEqualTo(Severity.WARNING);
        assertThat(severityOfWithdraw(WithdrawPolicy.ALLOW, config)).isEqualTo(Severity.INFO);
    }

    @Test
    void check_tradeMissing_isAnErrorButNoRefusal() {
        CheckReport report = report(AccountRequirements.futuresTrading(), Accounts.config("perm", "read_only"));

        assertThat(report.isRefused()).isFalse();
        assertThat(report.isReady()).isFalse();
        assertThat(report.findings(Severity.ERROR))
                .extracting(Finding::code)
                .containsExactly("permissions.missing-trade");
    }

    @Test
    void check_readMissing_isAnError() {
        assertThat(codes(AccountRequirements.readOnly(), Accounts.config("perm", "trade")))
                .containsExactly("permissions.missing-read-only", "permissions.trade-not-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"earn", "transfer_out"})
    void check_unknownWord_refusesTheKeyAndReportsItsText(String word) {
        CheckReport report =
                report(AccountRequirements.futuresTrading(), Accounts.config("perm", "read_only,trade," + word));

        assertThat(report.isRefused()).isTrue();
        assertThat(report.findings(Severity.REFUSE)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("permissions.unrecognised");
            assertThat(finding.message()).contains("\"" + word + "\"");
            assertThat(finding.remedy()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read_only,trade,withdraw_asset",
                "read_only,trade,\u00A0withdraw",
                "read_only;trade;withdraw",
                "read_only trade withdraw",
                "read_only|trade|withdraw",
                "read_only;trade;transfer"
            })
    void check_wordsInAnUnexpectedForm_refusesTheKey(String perm) {
        assertThat(report(AccountRequirements.futuresTrading(), Accounts.config("perm", perm))
                        .isRefused())
                .isTrue();
    }

    @Test
    void acceptUnrecognised_thatWordOnly_isAWarning() {
        AccountRequirements requirements =
                AccountRequirements.futuresTrading().toBuilder()
                        .acceptUnrecognised(ApiPermission.of("earn"))
                        .build()
                        .toBuilder()
                        .build();

        CheckReport report = report(requirements, Accounts.config("perm", "read_only,trade,earn"));

        assertThat(requirements.acceptedUnrecognised()).containsExactly(ApiPermission.of("earn"));
        assertThat(report.isReady()).isTrue();
        assertThat(report.findings(Severity.WARNING)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("permissions.unrecognised");
            assertThat(finding.message()).contains("\"earn\"");
        });
        assertThat(report(requirements, Accounts.config("perm", "read_only,trade,earn,move"))
                        .isRefused())
                .isTrue();
    }

    @Test
    void check_requiredWord_isNotRefused() {
        AccountRequirements requirements = AccountRequirements.builder()
                .permissions(ApiPermission.READ_ONLY, ApiPermission.of("earn"))
                .build();

        assertThat(report(requirements, Accounts.config("perm", "read_only,earn"))
                        .isRefused())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade", "withdraw", "withdraw_asset", "(unreadable)", "a,b", "a b", "", "a;b"})
    void acceptUnrecognised_knownOrUnreadable_isRefused(String word) {
        AccountRequirements.Builder builder = AccountRequirements.builder();

        assertThatThrownBy(() -> builder.acceptUnrecognised(ApiPermission.of(word)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("permissions: ");
    }

    @Test
    void check_echoedKeyAsWord_isNotShown() {
        CheckReport report = report(
                AccountRequirements.futuresTrading(),
                Accounts.config("perm", "read_only,trade,\nERROR " + Canary.API_KEY));

        assertThat(report.toString()).doesNotContain(Canary.API_KEY).contains("\"(unreadable)\"");
    }

    @Test
    void check_requiredWordOfAnyForm_makesAValidCode() {
        AccountRequirements requirements = AccountRequirements.builder()
                .permissions(ApiPermission.READ_ONLY, ApiPermission.of("New Thing!"))
                .build();

        assertThat(codes(requirements, Accounts.config("perm", "read_only")))
                .containsExactly("permissions.missing-new-thing");
    }

    private static Severity severityOfWithdraw(WithdrawPolicy policy, AccountConfig config) {
        AccountRequirements requirements = AccountRequirements.futuresTrading().toBuilder()
                .withdraw(policy)
                .build();
        CheckReport report = report(requirements, config);
        assertThat(report.isReady()).isTrue();
        return report.findings().stream()
                .filter(finding -> finding.code().equals("permissions.withdraw"))
                .findFirst()
                .orElseThrow()
                .severity();
    }

    private static List<String> codes(AccountRequirements requirements, AccountConfig config) {
        return report(requirements, config).findings().stream()
                .map(Finding::code)
                .filter(code -> code.startsWith("permissions."))
                .toList();
    }

    private static CheckReport report(AccountRequirements requirements, AccountConfig config) {
        return requirements.check(Accounts.live(config).build());
    }
}
