package io.okxconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AccountModePrecheckTest {

    @Test
    void fromJson_borrowings_isABlockedResult() {
        AccountModePrecheck precheck = AccountModePrecheck.fromJson(Answers.row("{'acctLv':'3','curAcctLv':'1',"
                + "'mgnAft':null,'mgnBf':null,'posList':[],'posTierCheck':[],'riskOffsetType':'','sCode':'1',"
                + "'unmatchedInfoCheck':[{'posList':[],'totalAsset':'','type':'repay_borrowings'}]}"));

        assertThat(precheck.result()).isSameAs(PrecheckResult.BLOCKED);
        assertThat(precheck.isPassed()).isFalse();
        assertThat(precheck.current()).contains(AccountMode.SPOT);
        assertThat(precheck.target()).contains(AccountMode.MULTI_CURRENCY_MARGIN);
        assertThat(precheck.marginBefore()).isEmpty();
        assertThat(precheck.marginAfter()).isEmpty();
        assertThat(precheck.blockers()).singleElement().satisfies(block -> {
            assertThat(block.blocker()).isSameAs(SwitchBlocker.REPAY_BORROWINGS);
            assertThat(block.totalAsset()).isEmpty();
            assertThat(block.positionIds()).isEmpty();
        });
    }

    @Test
    void fromJson_passWithoutDetails_isPassed() {
        AccountModePrecheck precheck = AccountModePrecheck.fromJson(Answers.row("{'sCode':'0'}"));

        assertThat(precheck.isPassed()).isTrue();
        assertThat(precheck.blockers()).isEmpty();
    }

    @Test
    void fromJson_newVerdict_keepsItAndDoesNotPass() {
        AccountModePrecheck precheck =
                AccountModePrecheck.fromJson(Answers.row("{'sCode':'9','unmatchedInfoCheck':[{'type':'full_moon'}]}"));

        assertThat(precheck.isPassed()).isFalse();
        assertThat(precheck.result().text()).isEqualTo("9");
        assertThat(precheck.blockers().get(0).blocker().displayName()).isEqualTo("unknown (full_moon)");
    }

    @Test
    void fromJson_fullSample_readsTiersAndMargins() {
        AccountModePrecheck precheck = AccountModePrecheck.fromJson(Answers.sample("account-mode-precheck"));

        assertThat(precheck.result()).isSameAs(PrecheckResult.RISK_CHECK_FAILED);
        assertThat(precheck.blockers().get(0).positionIds()).containsExactly("2005456500916518912");
        assertThat(precheck.positionLeverages().get(0).leverage()).contains(new BigDecimal("50"));
        assertThat(precheck.tierFailures().get(0).maxSize()).contains(new BigDecimal("1000"));
        assertThat(precheck.marginAfter().orElseThrow().currencies().get(0).marginRatio())
                .contains(new BigDecimal("30.25"));
    }
}
