package io.okxconnect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.ApiPermission;
import io.okxconnect.error.InvalidArgumentException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRequirementsTest {
    /** A user's own rule, as small as it gets. */
    private record Named(String id) implements AccountCheck {
        @Override
        public List<Finding> examine(CheckContext context) {
            return List.of(Finding.of(Severity.WARNING, id() + ".found", "It is so.", "It matters."));
        }
    }

    @Test
    void futuresTrading_readyAccount_findsNothingToDo() {
        CheckReport report = AccountRequirements.futuresTrading()
                .check(Accounts.live(Accounts.config()).build());

        assertThat(report.isReady()).isTrue();
        assertThat(report.highestSeverity()).contains(Severity.INFO);
        assertThat(report.automaticRemedies()).isEmpty();
        assertThat(report.checkedAt()).isEqualTo(Accounts.NOW);
    }

    @Test
    void profiles_requireWhatTheyAreFor() {
        assertThat(AccountRequirements.futuresTrading().permissions())
                .containsExactly(ApiPermission.READ_ONLY, ApiPermission.TRADE);
        assertThat(AccountRequirements.futuresTrading().checks())
                .extracting(AccountCheck::id)
                .containsExactly(
                        "permissions",
                        "ip-binding",
                        "account-owner",
                        "clock-skew",
                        "account-mode",
                        "position-mode",
                        "isolated-margin");
        assertThat(AccountRequirements.spot().permissions()).contains(ApiPermission.TRADE);
        assertThat(AccountRequirements.readOnly().permissions()).containsExactly(ApiPermission.READ_ONLY);
        assertThat(AccountRequirements.readOnly().withdraw()).isEqualTo(WithdrawPolicy.REFUSE);
        assertThat(AccountRequirements.readOnly().checks())
                .extracting(AccountCheck::id)
                .doesNotContain("account-mode", "position-mode");
    }

    @Test
    void check_everythingWrong_putsTheWorstFirstAndKeepsTheOrder() {
        CheckContext context = Accounts.live(Accounts.config(
                        "perm", "read_only,withdraw,trade", "acctLv", "1", "posMode", "long_short_mode", "ip", ""))
                .build();

        assertThat(AccountRequirements.futuresTrading().check(context).findings())
                .extracting(Finding::code)
                .containsExactly(
                        "permissions.withdraw",
                        "account-mode.wrong",
                        "position-mode.wrong",
                        "ip-binding.none",
                        "account-owner.sub",
                        "isolated-margin.per-order");
    }

    @Test
    void check_aCallFails_isAnErrorOfThatCheckAndTheOthersAreDone() {
        CheckContext context = Accounts.live(Accounts.config("posMode", "long_short_mode"))
                .positions(() -> {
                    throw FakeOkx.refusal("50001");
                })
                .build();

        CheckReport report = AccountRequirements.futuresTrading().check(context);

        assertThat(report.isReady()).isFalse();
        assertThat(report.findings(Severity.ERROR))
                .extracting(Finding::code)
                .containsExactly("position-mode.wrong", "isolated-margin.not-done");
        assertThat(report.findings(Severity.ERROR).get(1).message()).contains("50001");
    }

    @Test
    void check_programFaultInACheck_isThrownOn() {
        AccountRequirements requirements = AccountRequirements.builder()
                .addCheck(new AccountCheck() {
                    @Override
                    public String id() {
                        return "faulty";
                    }

                    @Override
                    public List<Finding> examine(CheckContext context) {
                        throw new IllegalStateException("a fault");
                    }
                })
                .build();

        assertThatThrownBy(() ->
                        requirements.check(Accounts.live(Accounts.config()).build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a fault");
    }

    @Test
    void openPositions_askedTwice_areReadOnce() {
        List<String> reads = new java.util.ArrayList<>();
        CheckContext context = Accounts.live(Accounts.config())
                .positions(() -> {
                    reads.add("read");
                    return List.of(Accounts.position("BTC-USDT-SWAP", "cross", "0"));
                })
                .build();

        assertThat(reads).isEmpty();
        assertThat(context.openPositions()).contains(List.of());
        assertThat(context.openPositions()).contains(List.of());
        assertThat(reads).hasSize(1);
        assertThat(Accounts.live(Accounts.config()).build().openPositions()).isEmpty();
    }

    @Test
    void builder_addReplaceRemove_changeTheChecks() {
        AccountRequirements requirements = AccountRequirements.spot().toBuilder()
                .addCheck(new Named("my-rule"))
                .replaceCheck(AccountChecks.accountMode(AccountMode.SPOT))
                .removeCheck(AccountChecks.CLOCK_SKEW)
                .build();

        CheckReport report = requirements.check(Accounts.live(Accounts.config()).build());

        assertThat(report.findings())
                .extracting(Finding::code)
                .containsExactly("account-mode.wrong", "my-rule.found", "account-owner.sub");
        assertThat(requirements.checks()).extracting(AccountCheck::id).doesNotContain("clock-skew");
        assertThat(AccountRequirements.spot().checks()).hasSize(5);
    }

    @Test
    void builder_usedOn_doesNotChangeWhatItBuilt() {
        AccountRequirements.Builder builder = AccountRequirements.builder();
        AccountRequirements built = builder.build();

        builder.addCheck(new Named("late")).withdraw(WithdrawPolicy.ALLOW).permissions(ApiPermission.TRADE);

        assertThat(built.checks()).hasSize(4);
        assertThat(built.withdraw()).isEqualTo(WithdrawPolicy.REFUSE);
        assertThat(built.permissions()).containsExactly(ApiPermission.READ_ONLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"permissions", "", "Upper", "a b", "-a", "ip-binding"})
    void addCheck_unusableOrTakenId_isRefused(String id) {
        AccountRequirements.Builder builder = AccountRequirements.builder();

        assertThatThrownBy(() -> builder.addCheck(new Named(id)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("check: must have an id");
    }

    @Test
    void replaceAndRemove_unknownId_nameWhatIsThere() {
        AccountRequirements.Builder builder = AccountRequirements.builder();

        assertThatThrownBy(() -> builder.replaceCheck(new Named("none")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("ip-binding");
        assertThatThrownBy(() -> builder.removeCheck("permissions"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("clock-skew");
    }

    @Test
    void permissions_noneOrWithdraw_areRefused() {
        AccountRequirements.Builder builder = AccountRequirements.builder();

        assertThatThrownBy(builder::permissions).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> builder.permissions(ApiPermission.WITHDRAW))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("never withdraws");
    }
}
