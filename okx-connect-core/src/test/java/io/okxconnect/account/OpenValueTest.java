package io.okxconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenValueTest {

    static Stream<Arguments> sets() {
        return Stream.of(
                set(AccountMode.known(), AccountMode::of, "1", "2", "3", "4"),
                set(AccountType.known(), AccountType::of, "0", "1", "2", "5", "9", "12"),
                set(ApiPermission.known(), ApiPermission::of, "read_only", "trade", "withdraw"),
                set(
                        InstrumentType.known(),
                        InstrumentType::of,
                        "SPOT",
                        "MARGIN",
                        "SWAP",
                        "FUTURES",
                        "OPTION",
                        "EVENTS"),
                set(
                        IsolatedMarginMode.known(),
                        IsolatedMarginMode::of,
                        "automatic",
                        "auto_transfers_ccy",
                        "autonomy",
                        "quick_margin"),
                set(MarginMode.known(), MarginMode::of, "cross", "isolated", "cash"),
                set(PositionMode.known(), PositionMode::of, "net_mode", "long_short_mode"),
                set(PositionSide.known(), PositionSide::of, "net", "long", "short"),
                set(PrecheckResult.known(), PrecheckResult::of, "0", "1", "3", "4"),
                set(
                        SwitchBlocker.known(),
                        SwitchBlocker::of,
                        "asset_validation",
                        "pending_orders",
                        "pending_algos",
                        "isolated_margin",
                        "isolated_contract",
                        "contract_long_short",
                        "cross_margin",
                        "cross_option_buyer",
                        "isolated_option",
                        "growth_fund",
                        "all_positions",
                        "spot_lead_copy_only_simple_single",
                        "stop_spot_custom",
                        "stop_futures_custom",
                        "lead_portfolio",
                        "futures_smart_sync",
                        "vip_fixed_loan",
                        "repay_borrowings",
                        "compliance_restriction",
                        "compliance_kyc2"),
                set(SystemState.known(), SystemState::of, "scheduled", "ongoing", "pre_open", "completed", "canceled"),
                set(TradeMode.known(), TradeMode::of, "cash", "cross", "isolated", "spot_isolated"));
    }

    private static <V extends OpenValue> Arguments set(List<V> known, Function<String, V> of, String... texts) {
        return Arguments.of(known, of, List.of(texts));
    }

    @ParameterizedTest
    @MethodSource("sets")
    <V extends OpenValue> void of_documentedText_isTheConstant(
            List<V> known, Function<String, V> of, List<String> documented) {
        assertThat(known).extracting(OpenValue::text).containsExactlyElementsOf(documented);
        assertThat(known).allSatisfy(value -> {
            assertThat(of.apply(value.text())).isSameAs(value);
            assertThat(value.isKnown()).isTrue();
            assertThat(value.displayName()).doesNotContain("unknown").isNotBlank();
            assertThat(value).hasToString(value.text());
        });
    }

    @ParameterizedTest
    @MethodSource("sets")
    <V extends OpenValue> void of_newText_keepsIt(List<V> known, Function<String, V> of, List<String> documented) {
        V value = of.apply("brand_new");

        assertThat(value.isKnown()).isFalse();
        assertThat(value.text()).isEqualTo("brand_new");
        assertThat(value.displayName()).isEqualTo("unknown (brand_new)");
        assertThat(value).isEqualTo(of.apply("brand_new")).hasSameHashCodeAs(of.apply("brand_new"));
        assertThat(known).doesNotContain(value);
    }

    @Test
    void equals_otherSetSameText_isFalse() {
        assertThat((Object) MarginMode.CROSS).isNotEqualTo(TradeMode.CROSS);
        assertThat((Object) AccountMode.SPOT).isNotEqualTo(PrecheckResult.BLOCKED);
    }

    @Test
    void equals_always_followsItsContract() {
        EqualsVerifier.forClass(AccountMode.class)
                .usingGetClass()
                .withNonnullFields("text")
                .withIgnoredFields("displayName")
                .verify();
    }

    @Test
    void displayName_futuresMode_hasBothNames() {
        assertThat(AccountMode.FUTURES.displayName()).isEqualTo("Futures mode (single-currency margin)");
    }

    @Test
    void displayName_emptyText_saysNotStated() {
        assertThat(IsolatedMarginMode.of("").displayName()).isEqualTo("not stated");
    }
}
