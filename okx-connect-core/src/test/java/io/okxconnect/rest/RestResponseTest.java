package io.okxconnect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestResponseTest {
    private static final String ENDPOINT = "GET /api/v5/account/balance";

    private record Row(String ccy, BigDecimal eq, Boolean on, List<String> list) {}

    private record Primitive(int count) {}

    private record Whole(BigInteger number) {}

    private static RestResponse read(String json) {
        return RestResponse.read(ENDPOINT, 200, Outcome.NOT_DONE, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void read_envelope_takesItApart() {
        RestResponse response =
                read("{\"data\":[{\"a\":\"1\"}],\"code\":\"0\",\"msg\":\"\",\"inTime\":\"1695190491421339\","
                        + "\"outTime\":\"1695190491423240\",\"new\":7}");

        assertThat(response.code()).isEqualTo("0");
        assertThat(response.subCode()).isEmpty();
        assertThat(response.row().text("a")).contains("1");
        assertThat(response.inTime()).contains(Instant.parse("2023-09-20T06:14:51.421339Z"));
        assertThat(response.outTime()).contains(Instant.parse("2023-09-20T06:14:51.423240Z"));
        assertThat(response.root().text("new")).contains("7");
        assertThat(response.toString())
                .isEqualTo("RestResponse[GET /api/v5/account/balance, HTTP 200, code 0, 1 rows]");
    }

    @Test
    void read_subCode_isSplitOff() {
        RestResponse response = read("{\"code\":\"51008_1000\",\"data\":[],\"msg\":\"\"}");

        assertThat(response.code()).isEqualTo("51008");
        assertThat(response.subCode()).isEqualTo("1000");
    }

    @Test
    void read_numericCodeAndObjectData_areRead() {
        RestResponse response = read("{\"code\":500,\"data\":{\"x\":1},\"msg\":\"\"}");

        assertThat(response.code()).isEqualTo("500");
        assertThat(response.data()).hasSize(1);
    }

    @Test
    void read_noDataOrNull_hasNoRows() {
        assertThat(read("{\"code\":\"0\"}").data()).isEmpty();
        assertThat(read("{\"code\":\"0\",\"data\":null}").data()).isEmpty();
        assertThatThrownBy(() -> read("{\"code\":\"0\"}").row()).isInstanceOf(MalformedResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "1", "null", "<html>", "{\"code\":\"hidden\"}", "{\"code\":{}}", "{\"code\":1.5}"})
    void read_notAnEnvelope_isMalformedAndNotQuoted(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(MalformedResponseException.class)
                .hasNoCause()
                .hasMessageContaining(ENDPOINT)
                .hasMessageNotContaining("hidden");
    }

    @Test
    void values_ofAnAnswer_failWithItsEndpoint() {
        assertThatThrownBy(() ->
                        read("{\"code\":\"0\",\"data\":[{\"eq\":\"x\"}]}").row().decimal("eq"))
                .isInstanceOfSatisfying(MalformedResponseException.class, e -> {
                    assertThat(e.endpoint()).isEqualTo(ENDPOINT);
                    assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE);
                });
    }

    @Test
    void rowsAs_ownRecord_isFilled() {
        RestResponse response = read("{\"code\":\"0\",\"data\":["
                + "{\"ccy\":\"BTC\",\"eq\":\"1.50\",\"on\":true,\"list\":[\"a\"],\"unknown\":{}},"
                + "{\"ccy\":\"ETH\",\"eq\":\"\",\"on\":\"false\"},{\"eq\":2.50}]}");

        assertThat(response.rowsAs(Row.class))
                .containsExactly(
                        new Row("BTC", new BigDecimal("1.50"), true, List.of("a")),
                        new Row("ETH", null, false, null),
                        new Row(null, new BigDecimal("2.50"), null, null));
    }

    @Test
    void rowsAs_rowThatDoesNotFit_isMalformedAndNotQuoted() {
        RestResponse response = read("{\"code\":\"0\",\"data\":[{\"eq\":\"hidden\"}]}");

        assertThatThrownBy(() -> response.rowsAs(Row.class))
                .isInstanceOf(MalformedResponseException.class)
                .hasNoCause()
                .hasMessageContaining("Row")
                .hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> response.rowsAs(Primitive.class)).isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(() -> read("{\"code\":\"0\",\"data\":[null]}").rowsAs(Row.class))
                .isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(() -> read("{\"code\":\"0\",\"data\":[{\"number\":1e1000000000}]}")
                        .rowsAs(Whole.class))
                .isInstanceOf(MalformedResponseException.class);
    }
}
