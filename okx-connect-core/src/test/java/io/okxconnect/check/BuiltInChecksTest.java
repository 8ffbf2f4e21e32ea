package io.okxconnect.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.AccountMode;
import io.okxconnect.account.PositionMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInChecksTest {
    private static final AccountCheck FUTURES_MODE = AccountChecks.accountMode(AccountMode.FUTURES);
    private static final AccountCheck ONE_WAY = AccountChecks.positionMode(PositionMode.NET);

    @Test
    void ipBinding_unboundLiveTradeKey_warnsWithDaysLeft() {
        Finding finding = only(AccountChecks.ipBinding(), Accounts.config("ip", ""));

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.code()).isEqualTo("ip-binding.none");
        assertThat(finding.message()).contains("2026-12-06", "14 days are left");
        assertThat(finding.remedy().orElseThrow().page())
                .contains(URI.create("https://www.okx.com/account/my-api?go-live-trading=1"));
    }

    @Test
    void ipBinding_lastUsedTwelveAndAHalfDaysAgo_countsFullDaysFromThere() {
        CheckContext context = Accounts.live(Accounts.config("ip", ""))
                .lastUsedAt(Accounts.NOW.minus(Duration.ofHours(300)))
                .build();

        assertThat(AccountChecks.ipBinding().examine(context).get(0).message()).contains("2026-11-24", "1 day is left");
    }

    @Test
    void ipBinding_lastUsedByAClockAhead_countsFromNow() {
        CheckContext context = Accounts.live(Accounts.config("ip", ""))
                .lastUsedAt(Accounts.NOW.plusSeconds(90))
                .build();

        assertThat(context.lastUsedAt()).isEqualTo(Accounts.NOW);
    }

    @Test
    void ipBinding_boundKey_findsNothing() {
        assertThat(examine(AccountChecks.ipBinding(), Accounts.config("ip", "120.255.24.182,2001:db8::/32")))
                .isEmpty();
    }

    @Test
    void ipBinding_unboundDemoKey_onlyInforms() {
        CheckContext context = Accounts.demo(Accounts.config("ip", "")).build();

        Finding finding = AccountChecks.ipBinding().examine(context).get(0);

        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.remedy().orElseThrow().instruction()).contains("from its main account");
        assertThat(finding.remedy().orElseThrow().page())
                .contains(URI.create("https://my.okx.com/account/my-api?go-demo-trading=1"));
    }

    @Test
    void ipBinding_unboundKeyThatOnlyReads_onlyInforms() {
        Finding finding = only(AccountChecks.ipBinding(), Accounts.config("ip", "", "perm", "read_only"));

        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.reason()).contains("read your balances");
    }

    @ParameterizedTest
    @CsvSource({
        "1, account-mode.wrong, Spot mode, 51010",
        "3, account-mode.wrong, Multi-currency margin mode, 50072",
        "4, account-mode.wrong, Portfolio margin mode, 50072",
        "5, account-mode.unknown, does not know, cannot be said"
    })
    void accountMode_notFuturesMode_namesBothModesAndOffersTheSwitch(
            String acctLv, String code, String named, String reason) {
        Finding finding = only(FUTURES_MODE, Accounts.config("acctLv", acctLv));

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.message())
                .contains(named, "acctLv=" + acctLv, "Futures mode (single-currency margin), acctLv=2");
        assertThat(finding.reason()).contains(reason);
        Remedy remedy = finding.remedy().orElseThrow();
        assertThat(remedy.isAutomatic()).isTrue();
        assertThat(remedy.instruction()).contains("web page or app", "this sub-account", "https://www.okx.com");
    }

    @Test
    void accountMode_keyWithoutTrade_leadsToThePageInstead() {
        Finding finding = only(FUTURES_MODE, Accounts.config("acctLv", "1", "perm", "read_only"));

        Remedy remedy = finding.remedy().orElseThrow();
        assertThat(remedy.isAutomatic()).isFalse();
        assertThat(remedy.page()).contains(URI.create("https://www.okx.com"));
    }

    @Test
    void accountMode_demoAccount_leadsToTheDemoSettingsAndNotTheLiveOnes() {
        CheckContext context = Accounts.demo(Accounts.config("acctLv", "1")).build();

        assertThat(FUTURES_MODE.examine(context).get(0).remedy().orElseThrow().instruction())
                .contains("switch it to demo trading", "https://my.okx.com");
    }

    @Test
    void accountMode_rightMode_findsNothing() {
        assertThat(examine(FUTURES_MODE, Accounts.config())).isEmpty();
        assertThat(examine(AccountChecks.accountMode(AccountMode.SPOT), Accounts.config("acctLv", "1")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, ''",
        "2, ''",
        "3, account-mode.shared-collateral",
        "4, account-mode.shared-collateral",
        "9, account-mode.unknown"
    })
    void spotAccountMode_anyMode_warnsOnlyWhereSpotSharesItsCollateral(String acctLv, String code) {
        List<String> codes = examine(AccountChecks.spotAccountMode(), Accounts.config("acctLv", acctLv)).stream()
                .map(Finding::code)
                .toList();

        assertThat(codes).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void positionMode_hedgeMode_isAnErrorThatOneCallFixes() {
        Finding finding = only(ONE_WAY, Accounts.config("posMode", "long_short_mode"));

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.code()).isEqualTo("position-mode.wrong");
        assertThat(finding.message()).contains("hedge mode, posMode=long_short_mode", "one-way mode, posMode=net_mode");
        assertThat(finding.reason()).contains("51000");
        assertThat(finding.remedy().orElseThrow().isAutomatic()).isTrue();
        assertThat(finding.remedy().orElseThrow().instruction()).contains("59000", "order", "position", "bot");
    }

    @Test
    void positionMode_unknownWord_isKeptAndReported() {
        Finding finding = only(ONE_WAY, Accounts.config("posMode", "three_way_mode"));

        assertThat(finding.code()).isEqualTo("position-mode.unknown");
        assertThat(finding.message()).contains("three_way_mode");
    }

    @Test
    void positionMode_hedgeRequiredButOneWay_isWrongToo() {
        Finding finding = only(AccountChecks.positionMode(PositionMode.LONG_SHORT), Accounts.config());

        assertThat(finding.code()).isEqualTo("position-mode.wrong");
        assertThat(finding.reason()).contains("reduces the open long");
    }

    @Test
    void isolatedMargin_readyAccount_onlyTellsWhatItMeansPerOrder() {
        Finding finding = only(AccountChecks.isolatedMargin(), Accounts.config());

        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.message()).contains("each order", "tdMode=isolated");
    }

    @ParameterizedTest
    @CsvSource({
        "ctIsoMode, autonomy, isolated-margin.contracts-not-automatic",
        "ctIsoMode, something_new, isolated-margin.contracts-not-automatic",
        "mgnIsoMode, quick_margin, isolated-margin.margin-not-automatic",
        "mgnIsoMode, autonomy, isolated-margin.margin-not-automatic"
    })
    void isolatedMargin_retiredTransferMode_warnsOnly(String field, String value, String code) {
        List<Finding> findings = examine(AccountChecks.isolatedMargin(), Accounts.config(field, value));

        assertThat(findings).extracting(Finding::code).containsExactly(code, "isolated-margin.per-order");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get(0).message()).contains(field + "=" + value);
        assertThat(findings.get(0).remedy().orElseThrow().isAutomatic()).isTrue();
    }

    @Test
    void isolatedMargin_autoTransfersForMargin_isFine() {
        assertThat(examine(AccountChecks.isolatedMargin(), Accounts.config("mgnIsoMode", "auto_transfers_ccy")))
                .extracting(Finding::code)
                .containsExactly("isolated-margin.per-order");
    }

    @ParameterizedTest
    @CsvSource({"3", "4"})
    void isolatedMargin_modeWithoutIt_saysSo(String acctLv) {
        Finding finding = only(AccountChecks.isolatedMargin(), Accounts.config("acctLv", acctLv));

        assertThat(finding.code()).isEqualTo("isolated-margin.not-available");
        assertThat(finding.message()).contains("50072");
    }

    @Test
    void isolatedMargin_openCrossPositions_namesThemAndNotTheClosedOnes() {
        CheckContext context = Accounts.live(Accounts.config())
                .positions(() -> List.of(
                        Accounts.position("BTC-USDT-SWAP", "cross", "-3"),
                        Accounts.position("ETH-USDT-SWAP", "isolated", "1"),
                        Accounts.position("SOL-USDT-SWAP", "cross", "0")))
                .build();

        Finding finding = AccountChecks.isolatedMargin().examine(context).get(0);

        assertThat(finding.code()).isEqualTo("isolated-margin.cross-positions");
        assertThat(finding.message())
                .contains("One position is", "BTC-USDT-SWAP")
                .doesNotContain("ETH", "SOL");
    }

    @Test
    void accountOwner_otherMainUid_isASubAccount() {
        Finding finding = only(AccountChecks.accountOwner(), Accounts.config());

        assertThat(finding.code()).isEqualTo("account-owner.sub");
        assertThat(finding.message())
                .contains("sub-account", "44705892343619584", "444810535339712570", "standard sub-account");
    }

    @Test
    void accountOwner_sameUid_isTheMainAccount() {
        Finding finding =
                only(AccountChecks.accountOwner(), Accounts.config("mainUid", "44705892343619584", "type", "0"));

        assertThat(finding.code()).isEqualTo("account-owner.main");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void accountOwner_notTold_findsNothing() {
        assertThat(examine(AccountChecks.accountOwner(), Accounts.without("mainUid", "type")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT5S, PT0S, ''",
        "PT6S, PT1S, ''",
        "PT6.3S, PT1S, 6.3 s behind",
        "PT-12S, PT0.2S, 12.0 s ahead of",
        "PT40S, PT60S, ''"
    })
    void clockSkew_beyondFiveCertainSeconds_warnsWithTheDirection(
            Duration offset, Duration uncertainty, String direction) {
        CheckContext context = Accounts.live(Accounts.config())
                .clockOffset(offset, uncertainty)
                .build();

        List<Finding> findings = AccountChecks.clockSkew().examine(context);

        if (direction.isEmpty()) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
            assertThat(findings.get(0).message()).contains(direction, "machine");
        }
    }

    @Test
    void clockSkew_notMeasured_findsNothing() {
        assertThat(examine(AccountChecks.clockSkew(), Accounts.config())).isEmpty();
    }

    private static List<Finding> examine(AccountCheck check, AccountConfig config) {
        return check.examine(Accounts.live(config).build());
    }

    private static Finding only(AccountCheck check, AccountConfig config) {
        List<Finding> findings = examine(check, config);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
