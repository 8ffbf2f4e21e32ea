package io.okxconnect.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.MalformedResponseException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BalanceTest {

    @Test
    void fromJson_futuresMode_keepsDigitsAndLeavesOutWhatDoesNotApply() {
        Balance balance = Balance.fromJson(Answers.row("{'adjEq':'','availEq':'','borrowFroz':'','imr':'',"
                + "'isoEq':'5.4682385526666675','mgnRatio':'','mmr':'','notionalUsd':'','ordFroz':'',"
                + "'totalEq':'99.88870288820581','uTime':'1744499648556','upl':'','details':[{'ccy':'USDT',"
                + "'availBal':'94.42612990333333','eq':'99.89469657000001','imr':'0','mgnRatio':'','liab':'',"
                + "'isoUpl':'-0.0273000000000002','collateralEnabled':false,'uTime':'1744498994783'}]}"));

        assertThat(balance.totalEquity()).isEqualTo(new BigDecimal("99.88870288820581"));
        assertThat(balance.isolatedEquity()).contains(new BigDecimal("5.4682385526666675"));
        assertThat(balance.adjustedEquity()).isEmpty();
        assertThat(balance.initialMargin()).isEmpty();
        assertThat(balance.marginRatio()).isEmpty();
        assertThat(balance.updatedAt()).contains(Instant.ofEpochMilli(1744499648556L));
        CurrencyBalance usdt = balance.currency("USDT").orElseThrow();
        assertThat(usdt.equity()).contains(new BigDecimal("99.89469657000001"));
        assertThat(usdt.isolatedUnrealizedPnl()).contains(new BigDecimal("-0.0273000000000002"));
        assertThat(usdt.initialMargin()).contains(BigDecimal.ZERO);
        assertThat(usdt.liability()).isEmpty();
        assertThat(usdt.collateralEnabled()).contains(false);
        assertThat(balance.currency("BTC")).isEmpty();
    }

    @Test
    void fromJson_noCurrencies_isAnEmptyList() {
        Balance balance = Balance.fromJson(Answers.row("{'totalEq':'0','details':[]}"));

        assertThat(balance.currencies()).isEmpty();
        assertThat(balance.totalEquity()).isEqualByComparingTo("0");
    }

    @Test
    void raw_memberWithoutAccessor_isWithinReach() {
        Balance balance = Balance.fromJson(Answers.sample("balance"));

        assertThat(balance.raw().decimal("deltaLever")).isPresent();
        assertThat(balance.currencies().get(0).raw().decimal("maxSpotInUse")).isPresent();
        assertThat(balance.currencies().get(0).raw().text("autoLendStatus")).contains("off");
    }

    @Test
    void fromJson_amountThatIsNoNumber_failsAtOnce() {
        assertThatThrownBy(() -> Balance.fromJson(Answers.row("{'totalEq':'1','details':[{'ccy':'BTC','eq':'12x'}]}")))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("eq")
                .hasMessageNotContaining("12x");
    }

    @Test
    void toString_always_hasNoAmount() {
        assertThat(Balance.fromJson(Answers.sample("balance"))).hasToString("Balance[1 currencies]");
    }

    @Test
    void equals_sameJson_isEqual() {
        Balance first = Balance.fromJson(Answers.sample("balance"));

        assertThat(first).isEqualTo(Balance.fromJson(Answers.sample("balance"))).hasSameHashCodeAs(first);
        assertThat(first).isNotEqualTo(Balance.fromJson(Answers.row("{'totalEq':'1'}")));
        assertThat((Object) CurrencyMargin.fromJson(Answers.row("{'ccy':'BTC'}")))
                .isNotEqualTo(CurrencyBalance.fromJson(Answers.row("{'ccy':'BTC'}")));
    }
}
