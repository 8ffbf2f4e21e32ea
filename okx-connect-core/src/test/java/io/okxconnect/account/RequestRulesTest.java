package io.okxconnect.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {
    private static final BigDecimal FIVE = new BigDecimal("5");

    @Test
    void leverageRequest_everyRowOfOkxsTable_isAccepted() {
        assertThat(leverage(MarginMode.ISOLATED)
                        .instrumentId("BTC-USDT")
                        .build()
                        .positionSide())
                .isEmpty();
        assertThat(leverage(MarginMode.CROSS).instrumentId("BTC-USDT").build().currency())
                .isEmpty();
        assertThat(leverage(MarginMode.CROSS).currency("USDT").build().instrumentId())
                .isEmpty();
        assertThat(leverage(MarginMode.CROSS)
                        .instrumentId("BTC-USD-261225")
                        .build()
                        .marginMode())
                .isSameAs(MarginMode.CROSS);
        assertThat(leverage(MarginMode.ISOLATED)
                        .instrumentId("BTC-USDT-SWAP")
                        .positionSide(PositionSide.SHORT)
                        .build()
                        .positionSide())
                .contains(PositionSide.SHORT);
    }

    @Test
    void leverageRequest_nothingSet_namesAllThatIsMissing() {
        assertThatThrownBy(() -> LeverageRequest.builder().build())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("leverage is required")
                .hasMessageContaining("marginMode is required")
                .hasMessageContaining("exactly one of instrumentId and currency");
    }

    @Test
    void leverageRequest_partsThatDoNotGoTogether_areRefused() {
        refused(
                "exactly one",
                () -> leverage(MarginMode.CROSS)
                        .instrumentId("BTC-USDT")
                        .currency("BTC")
                        .build());
        refused(
                "cross margin only",
                () -> leverage(MarginMode.ISOLATED).currency("USDT").build());
        refused(
                "positionSide",
                () -> leverage(MarginMode.CROSS)
                        .instrumentId("BTC-USDT-SWAP")
                        .positionSide(PositionSide.LONG)
                        .build());
        refused(
                "positionSide",
                () -> leverage(MarginMode.ISOLATED)
                        .instrumentId("BTC-USDT")
                        .positionSide(PositionSide.LONG)
                        .build());
        refused(
                "positionSide",
                () -> leverage(MarginMode.CROSS)
                        .currency("USDT")
                        .positionSide(PositionSide.LONG)
                        .build());
    }

    @Test
    void leverageRequest_valueOutsideItsRule_isRefusedAtItsCall() {
        refused("positionSide", () -> LeverageRequest.builder().positionSide(PositionSide.NET));
        refused("marginMode", () -> LeverageRequest.builder().marginMode(MarginMode.CASH));
        refused("marginMode", () -> LeverageRequest.builder().marginMode(MarginMode.of("new")));
        refused("instrumentId", () -> LeverageRequest.builder().instrumentId("BTC-USDT,ETH-USDT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1E+30", "1E-30", "1E+2147483647", "1E-2147483647"})
    void leverage_notAUsableNumber_isRefused(String leverage) {
        refused("leverage", () -> LeverageRequest.builder().leverage(new BigDecimal(leverage)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "BTC USDT", "BTC\nUSDT", "BTC,ETH", "BTC\u0000"})
    void instrumentIds_notAnId_isRefusedWithoutQuotingIt(String id) {
        refused("instrumentIds", () -> PositionsQuery.builder().instrumentIds(id));
        refused("instrumentIds", () -> LeverageQuery.instruments(MarginMode.CROSS, id));
        refused("instrumentIds", () -> MaxOrderSizeQuery.builder(TradeMode.CASH, id));
        refused("groupId", () -> TradeFeeQuery.of(InstrumentType.SPOT).withGroupId(id));
    }

    @Test
    void lists_tooManyOrNone_areRefused() {
        refused("1 to 10", () -> PositionsQuery.builder().instrumentIds(ids(11)));
        refused("1 to 20", () -> PositionsQuery.builder().positionIds(ids(21)));
        refused("1 to 20", () -> LeverageQuery.instruments(MarginMode.CROSS, ids(21)));
        refused("1 to 20", () -> LeverageQuery.currencies(ids(21)));
        refused("1 to 5", () -> MaxOrderSizeQuery.builder(TradeMode.CASH, ids(6)));
        refused("1 to 5", () -> MaxOrderSizeQuery.builder(TradeMode.CASH));
        refused("1 to 10", () -> PositionsQuery.builder().instrumentIds());
    }

    @Test
    void leverageQuery_cashMode_isRefused() {
        refused("marginMode", () -> LeverageQuery.instruments(MarginMode.CASH, "BTC-USDT"));
    }

    @Test
    void tradeFeeQuery_narrowedTwice_keepsTheLastOnly() {
        TradeFeeQuery query = TradeFeeQuery.of(InstrumentType.SWAP)
                .withInstrumentFamily("BTC-USDT")
                .withGroupId("4");

        assertThat(query.groupId()).contains("4");
        assertThat(query.instrumentFamily()).isEmpty();
        assertThat(query.instrumentId()).isEmpty();
    }

    @Test
    void builder_usedAfterBuild_leavesWhatWasBuiltAlone() {
        PositionsQuery.Builder builder = PositionsQuery.builder().positionIds("1");
        PositionsQuery built = builder.build();
        builder.positionIds("2").instrumentType(InstrumentType.SWAP);

        assertThat(built.positionIds()).containsExactly("1");
        assertThat(built.instrumentType()).isEmpty();
    }

    private static LeverageRequest.Builder leverage(MarginMode mode) {
        return LeverageRequest.builder().leverage(FIVE).marginMode(mode);
    }

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "ID-" + i).toArray(String[]::new);
    }

    private static void refused(String named, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidArgumentException.class).hasMessageContaining(named);
    }
}
