package io.okxconnect.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.SwitchBlocker;
import io.okxconnect.rest.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountModeSwitchTest {
    private static final String GET_CONFIG = "GET /api/v5/account/config";
    private static final String PRECHECK = "GET /api/v5/account/set-account-switch-precheck";
    private static final String PRESET = "POST /api/v5/account/account-level-switch-preset";
    private static final String SET_MODE = "POST /api/v5/account/set-account-level";
    private static final Remedy TO_FUTURES = Remedies.switchAccountMode(AccountMode.FUTURES);

    private final FakeOkx okx = new FakeOkx();

    @Test
    void apply_noPositions_asksThePrecheckAndSwitches() {
        okx.config.put("acctLv", "1");

        RemedyResult result = apply(TO_FUTURES);

        assertThat(result.status()).isEqualTo(RemedyStatus.CHANGED);
        assertThat(result.before()).contains("Spot mode, acctLv=1");
        assertThat(result.after()).contains("Futures mode (single-currency margin), acctLv=2");
        assertThat(okx.calls)
                .containsExactly(
                        GET_CONFIG,
                        PRECHECK + "?acctLv=2",
                        "GET /api/v5/account/positions",
                        SET_MODE + " {\"acctLv\":\"2\"}",
                        GET_CONFIG);
    }

    @Test
    void apply_openPositions_presetsAndAsksThePrecheckAgain() {
        okx.config.put("acctLv", "3");
        okx.positions.add(Accounts.positionMembers("BTC-USDT-SWAP", "cross", "1"));

        assertThat(apply(TO_FUTURES).status()).isEqualTo(RemedyStatus.CHANGED);
        assertThat(okx.calls)
                .containsExactly(
                        GET_CONFIG,
                        PRECHECK + "?acctLv=2",
                        "GET /api/v5/account/positions",
                        PRESET + " {\"acctLv\":\"2\"}",
                        PRECHECK + "?acctLv=2",
                        SET_MODE + " {\"acctLv\":\"2\"}",
                        GET_CONFIG);
    }

    @Test
    void apply_toSpotMode_neverPresets() {
        okx.positions.add(Accounts.positionMembers("BTC-USDT", "isolated", "1"));

        assertThat(apply(Remedies.switchAccountMode(AccountMode.SPOT)).status()).isEqualTo(RemedyStatus.CHANGED);
        assertThat(okx.writes()).containsExactly(SET_MODE + " {\"acctLv\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3"})
    void apply_leavingPortfolioMarginWithCrossPositions_asksForALeverageInsteadOfChoosingOne(String sCode) {
        okx.config.put("acctLv", "4");
        okx.positions.add(Accounts.positionMembers("BTC-USDT-SWAP", "cross", "-2"));
        okx.prechecks.add(precheck(sCode));

        RemedyResult result = apply(TO_FUTURES);

        assertThat(result.status()).isEqualTo(RemedyStatus.BLOCKED);
        assertThat(result.explanation()).contains("leverage", "user's decision");
        assertThat(result.obstacles())
                .extracting(Obstacle::description)
                .containsExactly("Position BTC-USDT-SWAP: short 2, cross margin.");
        assertThat(okx.writes()).isEmpty();
    }

    @Test
    void apply_leavingPortfolioMarginWithALeverage_presetsIt() {
        okx.config.put("acctLv", "4");
        okx.positions.add(Accounts.positionMembers("BTC-USDT-SWAP", "cross", "-2"));
        okx.prechecks.add(precheck("3"));

        RemedyResult result = apply(Remedies.switchAccountMode(AccountMode.FUTURES, new BigDecimal("3")));

        assertThat(result.status()).isEqualTo(RemedyStatus.CHANGED);
        assertThat(okx.writes())
                .containsExactly(PRESET + " {\"acctLv\":\"2\",\"lever\":\"3\"}", SET_MODE + " {\"acctLv\":\"2\"}");
    }

    @Test
    void apply_precheckStillWantsALeverage_isBlocked() {
        okx.config.put("acctLv", "4");
        okx.positions.add(Accounts.positionMembers("BTC-USDT-SWAP", "cross", "-2"));
        okx.prechecks.add(precheck("3"));
        okx.prechecks.add(precheck("3"));

        RemedyResult result = apply(Remedies.switchAccountMode(AccountMode.FUTURES, new BigDecimal("3")));

        assertThat(result.status()).isEqualTo(RemedyStatus.BLOCKED);
        assertThat(result.explanation()).contains("still wants a leverage");
        assertThat(okx.writes()).containsExactly(PRESET + " {\"acctLv\":\"2\",\"lever\":\"3\"}");
    }

    @Test
    void apply_blockedByBorrowingsAndOrders_saysWhatToClear() {
        okx.config.put("acctLv", "3");
        okx.pending.put("/api/v5/trade/orders-pending", List.of(Map.of("ordId", "5", "instId", "BTC-USDT")));
        okx.prechecks.add(JsonValue.parse("""
                {"sCode":"1","curAcctLv":"3","acctLv":"2","mgnBf":null,"mgnAft":null,"posList":[],"posTierCheck":[],
                 "unmatchedInfoCheck":[{"type":"repay_borrowings","totalAsset":"","posList":[]},
                                       {"type":"pending_orders","totalAsset":"","posList":[]},
                                       {"type":"brand_new_reason","totalAsset":"","posList":[]}]}"""));

        RemedyResult result = apply(TO_FUTURES);

        assertThat(result.status()).isEqualTo(RemedyStatus.BLOCKED);
        assertThat(result.explanation()).contains("Futures mode (single-currency margin)");
        assertThat(result.obstacles())
                .extracting(Obstacle::toString)
                .containsExactly(
                        "Borrowings to be repaid. Repay them.",
                        "Open orders. Cancel them.",
                        "Something that this version of okx-connect does not know, unknown (brand_new_reason). Clear it"
                                + " at OKX.",
                        "Order 5: ? ? BTC-USDT, ?. Cancel it.");
        assertThat(okx.writes()).isEmpty();
    }

    @Test
    void apply_everyKnownBlocker_hasWordsOfItsOwn() {
        okx.config.put("acctLv", "3");
        List<Map<String, Object>> blocks = new ArrayList<>();
        SwitchBlocker.known().forEach(blocker -> blocks.add(Map.of("type", blocker.text())));
        okx.prechecks.add(JsonValue.from(Map.of("sCode", "1", "unmatchedInfoCheck", blocks)));

        assertThat(apply(TO_FUTURES).obstacles())
                .hasSize(SwitchBlocker.known().size())
                .noneMatch(obstacle -> obstacle.kind() == Obstacle.Kind.OTHER);
    }

    @Test
    void apply_tierCheckFails_namesThePositions() {
        okx.config.put("acctLv", "3");
        okx.prechecks.add(JsonValue.parse("""
                {"sCode":"4","posTierCheck":[{"instFamily":"BTC-USDT","instType":"SWAP","pos":"2000",
                "lever":"50","maxSz":"1000"}]}"""));

        RemedyResult result = apply(TO_FUTURES);

        assertThat(result.status()).isEqualTo(RemedyStatus.BLOCKED);
        assertThat(result.obstacles())
                .extracting(Obstacle::description)
                .containsExactly("Position in BTC-USDT: size 2000, leverage 50, at most 1000.");
        assertThat(okx.writes()).isEmpty();
    }

    @Test
    void apply_unknownVerdict_switchesNothing() {
        okx.config.put("acctLv", "3");
        okx.prechecks.add(precheck("9"));

        RemedyResult result = apply(TO_FUTURES);

        assertThat(result.status()).isEqualTo(RemedyStatus.BLOCKED);
        assertThat(result.explanation()).contains("sCode 9");
        assertThat(okx.writes()).isEmpty();
    }

    @Test
    void apply_firstSetUpMissing_leadsToTheWebPage() {
        okx.config.put("acctLv", "1");
        okx.failures.put(PRECHECK, FakeOkx.refusal("51070"));

        RemedyResult result = apply(TO_FUTURES);

        assertThat(result.status()).isEqualTo(RemedyStatus.ONLY_ON_PAGE);
        assertThat(result.explanation())
                .contains(
                        "51070",
                        "web page or app",
                        "https://my.okx.com",
                        "Account mode",
                        "demo trading",
                        "sub-account");
        assertThat(okx.writes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "51164, lead trading",
        "59001, borrowings",
        "59133, enough assets",
        "59134, positions",
        "59136, leverage",
        "59642, Futures mode (single-currency margin)"
    })
    void apply_switchRefused_explainsTheCode(String code, String reason) {
        okx.config.put("acctLv", "1");
        okx.failures.put(SET_MODE, FakeOkx.refusal(code));

        RemedyResult result = apply(TO_FUTURES);

        assertThat(result.status()).isEqualTo(RemedyStatus.BLOCKED);
        assertThat(result.explanation()).contains(code, reason, "account mode");
    }

    private RemedyResult apply(Remedy remedy) {
        RemedyReport report = Remedies.apply(List.of(remedy), okx.context());
        assertThat(report.results()).hasSize(1);
        return report.results().get(0);
    }

    private static JsonValue precheck(String sCode) {
        return JsonValue.from(Map.of("sCode", sCode));
    }
}
