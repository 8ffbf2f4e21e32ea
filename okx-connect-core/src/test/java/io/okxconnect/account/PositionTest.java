package io.okxconnect.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.MalformedResponseException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @ParameterizedTest
    @CsvSource({
        "SWAP, net, BTC-USDT-SWAP, '', -3, SHORT",
        "SWAP, net, BTC-USDT-SWAP, '', 3, LONG",
        "FUTURES, net, BTC-USD-261225, '', -1, SHORT",
        "OPTION, net, BTC-USD-261225-90000-C, '', 2, LONG",
        "SWAP, long, BTC-USDT-SWAP, '', 3, LONG",
        "SWAP, short, BTC-USDT-SWAP, '', 3, SHORT",
        "MARGIN, net, BTC-USDT, BTC, 5, LONG",
        "MARGIN, net, BTC-USDT, USDT, 5, SHORT",
        "MARGIN, net, BTC-USDT, ETH, 5, UNKNOWN",
        "MARGIN, net, BTC-USDT, '', 5, UNKNOWN",
        "EVENTS, net, ANY-EVENT, '', 5, UNKNOWN",
        "SWAP, sideways, BTC-USDT-SWAP, '', 5, UNKNOWN",
        "SWAP, net, BTC-USDT-SWAP, '', 0, NONE",
        "SWAP, long, BTC-USDT-SWAP, '', 0.00, NONE",
    })
    void direction_byOkxsSignRules(
            String type, String side, String instrument, String currency, String size, PositionDirection expected) {
        Position position = position(type, side, instrument, currency, size);

        assertThat(position.direction()).isEqualTo(expected);
        assertThat(position.quantity()).isEqualTo(new BigDecimal(size).abs());
        assertThat(position.isOpen()).isEqualTo(expected != PositionDirection.NONE);
    }

    @Test
    void fromJson_fullSample_readsTheMainMembers() {
        Position position = Position.fromJson(Answers.sample("position"));

        assertThat(position.size()).isEqualTo(new BigDecimal("-3"));
        assertThat(position.quantity()).isEqualTo(new BigDecimal("3"));
        assertThat(position.marginMode()).isSameAs(MarginMode.ISOLATED);
        assertThat(position.closeOrders()).singleElement().satisfies(order -> {
            assertThat(order.stopLossTriggerPrice()).contains(new BigDecimal("90000.5"));
            assertThat(order.closeFraction()).contains(new BigDecimal("0.6"));
        });
        assertThat(position.raw().decimal("vegaPA")).isPresent();
        assertThat(position).hasToString("Position[BTC-USDT-SWAP, isolated, net, SHORT]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"instType", "instId", "mgnMode", "posSide", "pos"})
    void fromJson_requiredMemberMissing_isAMalformedAnswer(String name) {
        String row = "{'instType':'SWAP','instId':'BTC-USDT-SWAP','mgnMode':'cross','posSide':'net','pos':'1'}";

        assertThatThrownBy(() -> Position.fromJson(Answers.row(row.replace("'" + name + "'", "'other'"))))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("\"" + name + "\"");
    }

    private static Position position(String type, String side, String instrument, String currency, String size) {
        return Position.fromJson(Answers.row("{'instType':'" + type + "','instId':'" + instrument
                + "','mgnMode':'cross','posSide':'" + side + "','posCcy':'" + currency + "','pos':'" + size + "'}"));
    }
}
