package io.okxconnect.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.AccountModePreset;
import io.okxconnect.account.InstrumentType;
import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.account.LeverageInfo;
import io.okxconnect.account.LeverageQuery;
import io.okxconnect.account.LeverageRequest;
import io.okxconnect.account.MarginMode;
import io.okxconnect.account.MaxOrderSizeQuery;
import io.okxconnect.account.PositionMode;
import io.okxconnect.account.PositionSide;
import io.okxconnect.account.PositionsQuery;
import io.okxconnect.account.PrecheckResult;
import io.okxconnect.account.SystemState;
import io.okxconnect.account.TradeFeeQuery;
import io.okxconnect.account.TradeMode;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.OkxConnectException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HttpAccountApiTest {
    private final ScriptedPort port = new ScriptedPort();
    private final HttpAccountApi api = new HttpAccountApi(port);

    @Test
    void config_always_asksOnceAndSigned() {
        port.config("net_mode", "2");

        assertThat(api.config().accountMode()).isSameAs(AccountMode.FUTURES);
        assertThat(port.calls()).containsExactly("GET /api/v5/account/config");
        assertThat(port.lastRequest().isSigned()).isTrue();
    }

    @Test
    void balance_withAndWithoutCurrencies_asksForThem() {
        port.answers("{'totalEq':'1.5','details':[]}").answers("{'totalEq':'2','details':[{'ccy':'ETH'}]}");

        assertThat(api.balance().totalEquity()).isEqualTo(new BigDecimal("1.5"));
        assertThat(api.balance("BTC", "ETH").currency("ETH")).isPresent();
        assertThat(port.calls())
                .containsExactly("GET /api/v5/account/balance", "GET /api/v5/account/balance?ccy=BTC,ETH");
    }

    @Test
    void positions_withAndWithoutQuery_filters() {
        port.answers("").answers("{'instType':'SWAP','instId':'A-B-SWAP','mgnMode':'cross','posSide':'net','pos':'0'}");
        PositionsQuery query = PositionsQuery.builder()
                .instrumentType(InstrumentType.SWAP)
                .instrumentIds("A-B-SWAP", "C-D-SWAP")
                .positionIds("1", "2")
                .build();

        assertThat(api.positions()).isEmpty();
        assertThat(api.positions(query)).singleElement().matches(position -> !position.isOpen());
        assertThat(port.calls())
                .containsExactly(
                        "GET /api/v5/account/positions",
                        "GET /api/v5/account/positions?instType=SWAP&instId=A-B-SWAP,C-D-SWAP&posId=1,2");
    }

    @Test
    void fundingBalances_withAndWithoutCurrencies_asksForThem() {
        port.answers("{'ccy':'ETH','bal':'1'}").answers("");

        assertThat(api.fundingBalances()).hasSize(1);
        assertThat(api.fundingBalances("BTC")).isEmpty();
        assertThat(port.calls()).containsExactly("GET /api/v5/asset/balances", "GET /api/v5/asset/balances?ccy=BTC");
    }

    @Test
    void serverTime_always_isUnsignedAndExact() {
        port.answers("{'ts':'1597026383085'}");

        assertThat(api.serverTime()).isEqualTo(Instant.ofEpochMilli(1597026383085L));
        assertThat(port.calls()).containsExactly("GET /api/v5/public/time");
        assertThat(port.lastRequest().isSigned()).isFalse();
    }

    @Test
    void systemStatus_withAndWithoutState_isUnsigned() {
        port.answers("").answers("{'state':'completed','begin':'1672823400000','preOpenBegin':''}");

        assertThat(api.systemStatus()).isEmpty();
        assertThat(api.systemStatus(SystemState.COMPLETED))
                .singleElement()
                .satisfies(status -> assertThat(status.preOpenBegin()).isEmpty());
        assertThat(port.calls())
                .containsExactly("GET /api/v5/system/status", "GET /api/v5/system/status?state=completed");
        assertThat(port.lastRequest().isSigned()).isFalse();
    }

    @Test
    void precheckAccountMode_blocked_isAResult() {
        port.answers("{'sCode':'1','unmatchedInfoCheck':[{'type':'pending_orders'}]}");

        assertThat(api.precheckAccountMode(AccountMode.FUTURES).result()).isSameAs(PrecheckResult.BLOCKED);
        assertThat(port.calls()).containsExactly("GET /api/v5/account/set-account-switch-precheck?acctLv=2");
    }

    @Test
    void precheckAccountMode_neverSetUpOnTheWeb_letsTheRefusalThrough() {
        OkxConnectException refusal = ScriptedPort.stateRefusal("51070");
        port.fails(refusal);

        assertThatThrownBy(() -> api.precheckAccountMode(AccountMode.FUTURES)).isSameAs(refusal);
    }

    @Test
    void presetAccountMode_withAndWithoutLeverage_sendsIt() {
        port.answers("{'acctLv':'3','curAcctLv':'2','lever':''}")
                .answers("{'acctLv':'2','curAcctLv':'4','lever':'10'}");

        assertThat(api.presetAccountMode(AccountMode.MULTI_CURRENCY_MARGIN).leverage())
                .isEmpty();
        AccountModePreset preset = api.presetAccountMode(AccountMode.FUTURES, new BigDecimal("1E+1"));
        assertThat(preset.leverage()).contains(new BigDecimal("10"));
        assertThat(port.calls())
                .containsExactly(
                        "POST /api/v5/account/account-level-switch-preset {\"acctLv\":\"3\"}",
                        "POST /api/v5/account/account-level-switch-preset {\"acctLv\":\"2\",\"lever\":\"10\"}");
    }

    @Test
    void leverage_ofHedgeModeContract_hasOneForEachSide() {
        port.answers("{'instId':'X','mgnMode':'isolated','posSide':'long','lever':'3'},"
                        + "{'instId':'X','mgnMode':'isolated','posSide':'short','lever':'5'}")
                .answers("{'instId':'','ccy':'USDT','mgnMode':'cross','posSide':'','lever':'5'}");

        assertThat(api.leverage(LeverageQuery.instruments(MarginMode.ISOLATED, "X")))
                .extracting(LeverageInfo::positionSide)
                .extracting(side -> side.orElseThrow())
                .containsExactly(PositionSide.LONG, PositionSide.SHORT);
        assertThat(api.leverage(LeverageQuery.currencies("USDT", "BTC")))
                .singleElement()
                .satisfies(info -> {
                    assertThat(info.instrumentId()).isEmpty();
                    assertThat(info.positionSide()).isEmpty();
                });
        assertThat(port.calls())
                .containsExactly(
                        "GET /api/v5/account/leverage-info?instId=X&mgnMode=isolated",
                        "GET /api/v5/account/leverage-info?ccy=USDT,BTC&mgnMode=cross");
    }

    @Test
    void setLeverage_contractSideAndCurrency_sendsWhatTheRequestNames() {
        String answer = "{'instId':'X-Y-SWAP','mgnMode':'isolated','posSide':'long','lever':'30'}";
        port.answers(answer).answers(answer);
        LeverageRequest side = LeverageRequest.builder()
                .instrumentId("X-Y-SWAP")
                .leverage(new BigDecimal("30"))
                .marginMode(MarginMode.ISOLATED)
                .positionSide(PositionSide.LONG)
                .build();
        LeverageRequest currency = LeverageRequest.builder()
                .currency("USDT")
                .leverage(new BigDecimal("2.50"))
                .marginMode(MarginMode.CROSS)
                .build();

        assertThat(api.setLeverage(side).leverage()).contains(new BigDecimal("30"));
        api.setLeverage(currency);
        assertThat(port.calls())
                .containsExactly(
                        "POST /api/v5/account/set-leverage {\"instId\":\"X-Y-SWAP\",\"lever\":\"30\","
                                + "\"mgnMode\":\"isolated\",\"posSide\":\"long\"}",
                        "POST /api/v5/account/set-leverage {\"ccy\":\"USDT\",\"lever\":\"2.50\",\"mgnMode\":\"cross\"}");
    }

    @Test
    void tradeFees_eachNarrowing_sendsItsParameter() {
        String answer = "{'instType':'SWAP','level':'Lv1'}";
        port.answers(answer).answers(answer).answers(answer).answers(answer);
        TradeFeeQuery all = TradeFeeQuery.of(InstrumentType.SWAP);

        assertThat(api.tradeFees(all).get(0).maker()).isEmpty();
        api.tradeFees(all.withInstrumentId("X-Y-SWAP"));
        api.tradeFees(all.withInstrumentFamily("X-Y"));
        api.tradeFees(all.withGroupId("4"));
        assertThat(port.calls())
                .containsExactly(
                        "GET /api/v5/account/trade-fee?instType=SWAP",
                        "GET /api/v5/account/trade-fee?instType=SWAP&instId=X-Y-SWAP",
                        "GET /api/v5/account/trade-fee?instType=SWAP&instFamily=X-Y",
                        "GET /api/v5/account/trade-fee?instType=SWAP&groupId=4");
    }

    @Test
    void maxOrderSizes_fullAndShortQuery_sendsWhatIsSet() {
        String answer = "{'instId':'BTC-USDT','ccy':'BTC','maxBuy':'0.05006950985597880','maxSell':'64.4'}";
        port.answers(answer).answers(answer);
        MaxOrderSizeQuery full = MaxOrderSizeQuery.builder(TradeMode.ISOLATED, "BTC-USDT", "ETH-USDT")
                .currency("USDT")
                .price(new BigDecimal("1E+5"))
                .leverage(new BigDecimal("3"))
                .tradeQuoteCurrency("USD")
                .outcome("yes")
                .build();

        assertThat(api.maxOrderSizes(full).get(0).maxBuy()).contains(new BigDecimal("0.05006950985597880"));
        api.maxOrderSizes(MaxOrderSizeQuery.builder(TradeMode.CASH, "BTC-USDT").build());
        assertThat(port.calls())
                .containsExactly(
                        "GET /api/v5/account/max-size?instId=BTC-USDT,ETH-USDT&tdMode=isolated&ccy=USDT&px=100000"
                                + "&leverage=3&tradeQuoteCcy=USD&outcome=yes",
                        "GET /api/v5/account/max-size?instId=BTC-USDT&tdMode=cash");
    }

    @Test
    void answer_withoutItsRowOrRequiredMember_isMalformed() {
        malformed("", api::config);
        malformed("", api::balance);
        malformed("", api::serverTime);
        malformed("{'ts':''}", api::serverTime);
        malformed("{'ts':'soon'}", api::serverTime);
        malformed("{'posMode':'net_mode'}", api::config);
        malformed("{'instId':'X'}", api::positions);
        malformed("'text'", api::fundingBalances);
        malformed("[]", api::systemStatus);
        malformed("null", api::balance);
    }

    @Test
    void wrongArgument_always_isRefusedBeforeAnyCall() {
        refused("currencies", () -> api.balance(new String[0]));
        refused("currencies", () -> api.balance("BTC,ETH"));
        refused("currencies", () -> api.fundingBalances(""));
        String[] tooMany = new String[21];
        Arrays.fill(tooMany, "BTC");
        refused("currencies", () -> api.fundingBalances(tooMany));
        refused("mode", () -> api.setPositionMode(PositionMode.of("triple_mode")));
        refused("mode", () -> api.setAccountMode(AccountMode.of("5")));
        refused("target", () -> api.precheckAccountMode(AccountMode.of("")));
        refused("target", () -> api.presetAccountMode(AccountMode.SPOT));
        refused("target", () -> api.presetAccountMode(AccountMode.of("5")));
        refused("target", () -> api.presetAccountMode(AccountMode.PORTFOLIO_MARGIN, BigDecimal.TEN));
        refused("leverage", () -> api.presetAccountMode(AccountMode.FUTURES, BigDecimal.ZERO));
        refused("leverage", () -> api.presetAccountMode(AccountMode.FUTURES, new BigDecimal("1E+99999")));
        refused("mode", () -> api.setIsolatedMarginMode(IsolatedMarginMode.QUICK_MARGIN, IsolatedMarginScope.MARGIN));
        refused(
                "mode",
                () -> api.setIsolatedMarginMode(IsolatedMarginMode.AUTO_TRANSFERS_CCY, IsolatedMarginScope.CONTRACTS));
        assertThat(port.calls()).isEmpty();
    }

    private void malformed(String rows, ThrowingCallable call) {
        port.answers(rows);
        assertThatThrownBy(call).as(rows).isInstanceOf(MalformedResponseException.class);
    }

    private static void refused(String argument, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.argument()).isEqualTo(argument));
    }
}
