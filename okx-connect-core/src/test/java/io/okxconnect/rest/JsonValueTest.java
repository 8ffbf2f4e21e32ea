package io.okxconnect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

    @Test
    void parse_everyForm_roundTrips() {
        String json = "{\"a\":[1,-2.50,1e5,true,false,null,\"\",\"x\\\"\\\\\\n\\u0001\"],\"b\":{},\"ключ\":\"机器人\"}";

        assertThat(JsonValue.parse(json).toJson()).isEqualTo(json);
    }

    @Test
    void parse_leadingByteOrderMark_isSkipped() {
        assertThat(JsonValue.parse("\uFEFF{}").kind()).isEqualTo(JsonValue.Kind.OBJECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{\"a\":1} x",
                "{}{}",
                "{\"a\":1,\"a\":1}",
                "{'a':1}",
                "{a:1}",
                "[1,]",
                "[01]",
                "[+1]",
                "[.5]",
                "[NaN]",
                "// c\n{}",
                "[\"\n\"]",
                "[\"\\x\"]",
                "tru",
                "\uFEFF\uFEFF{}"
            })
    void parse_notStrictJson_isRefusedWithoutQuotingIt(String json) {
        assertThatThrownBy(() -> JsonValue.parse(json))
                .isInstanceOf(InvalidArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith("json: must be ");
    }

    @Test
    void parse_overALimit_isRefused() {
        for (String json : List.of(
                "[".repeat(33) + "]".repeat(33),
                "[" + "1".repeat(65) + "]",
                "{\"" + "n".repeat(129) + "\":1}",
                "[\"" + "t".repeat(1024 * 1024 + 1) + "\"]",
                "[" + "0,".repeat(99_999) + "0]")) {
            assertThatThrownBy(() -> JsonValue.parse(json)).isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void parse_atEachLimit_isAccepted() {
        for (String json : List.of(
                "[".repeat(32) + "]".repeat(32),
                "[" + "1".repeat(64) + "]",
                "{\"" + "n".repeat(128) + "\":1}",
                "[" + "0,".repeat(99_998) + "0]",
                "[" + "\"seventeen bytes\",".repeat(150_000) + "0]",
                "[\"" + "t".repeat(1024 * 1024) + "\"]")) {
            assertThat(JsonValue.parse(json).toJson()).isEqualTo(json);
        }
    }

    @Test
    void parse_notUtf8_isRefused() {
        for (byte[] bytes : List.of(
                new byte[] {'"', (byte) 0xFF, '"'},
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                "{}".getBytes(StandardCharsets.UTF_16),
                "{}".getBytes(StandardCharsets.UTF_16LE))) {
            assertThatThrownBy(() -> JsonValue.parse(bytes)).isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void readers_emptyTextNullAndMissing_areAbsent() {
        JsonValue value = JsonValue.parse("{\"e\":\"\",\"n\":null}");

        for (String name : List.of("e", "n", "missing")) {
            assertThat(value.text(name)).isEmpty();
            assertThat(value.decimal(name)).isEmpty();
            assertThat(value.bool(name)).isEmpty();
            assertThat(value.instantMillis(name)).isEmpty();
            assertThat(value.texts(name)).isEmpty();
            assertThat(value.items(name)).isEmpty();
            assertThatThrownBy(() -> value.requiredText(name)).isInstanceOf(InvalidArgumentException.class);
        }
        assertThat(value.member("e").orElseThrow().rawText()).contains("");
    }

    @Test
    void decimal_longFraction_keepsEveryDigitAndTheScale() {
        JsonValue value = JsonValue.parse("{\"a\":\"9999999999.0000000000000000\",\"b\":1.50,\"c\":\"-1E-5\"}");

        assertThat(value.decimal("a")).contains(new BigDecimal("9999999999.0000000000000000"));
        assertThat(value.decimal("b")).contains(new BigDecimal("1.50"));
        assertThat(value.decimal("c")).contains(new BigDecimal("-1E-5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "0x1", "1,5", " 1", "1.", ".5", "NaN", "--1", "1e100", "٣"})
    void decimal_notADecimal_isRefused(String text) {
        JsonValue value = JsonValue.object(Map.of("a", JsonValue.of(text)));

        assertThatThrownBy(() -> value.decimal("a"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageNotContaining(text);
    }

    @Test
    void bool_booleanOrText_isRead() {
        JsonValue value = JsonValue.parse("{\"a\":true,\"b\":\"false\",\"c\":\"1\"}");

        assertThat(value.bool("a")).contains(true);
        assertThat(value.bool("b")).contains(false);
        assertThatThrownBy(() -> value.bool("c")).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void texts_arrayOrCommaList_isRead() {
        JsonValue value = JsonValue.parse("{\"a\":[\"USD\",\"\",\" USDC \"],\"b\":\"read_only, trade,\",\"c\":[{}]}");

        assertThat(value.texts("a")).containsExactly("USD", "USDC");
        assertThat(value.texts("b")).containsExactly("read_only", "trade");
        assertThatThrownBy(() -> value.texts("c")).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void instantMillis_numberOrText_isRead() {
        JsonValue value = JsonValue.parse("{\"a\":\"1597026383085\",\"b\":1597026383085,\"c\":\"soon\"}");

        assertThat(value.instantMillis("a")).contains(Instant.ofEpochMilli(1597026383085L));
        assertThat(value.instantMillis("b")).contains(Instant.ofEpochMilli(1597026383085L));
        assertThatThrownBy(() -> value.instantMillis("c")).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void from_plainJavaValues_becomesJson() {
        JsonValue value =
                JsonValue.from(Arrays.asList("a", 1, 2L, new BigDecimal("0.10"), true, null, Map.of("k", "v")));

        assertThat(value.toJson()).isEqualTo("[\"a\",1,2,0.10,true,null,{\"k\":\"v\"}]");
    }

    @Test
    void from_inexactUnknownOrCyclicValues_areRefused() {
        Object[] cycle = new Object[1];
        List<Object> self = Arrays.asList(cycle);
        cycle[0] = self;
        for (Object bad : List.of(0.1, 0.1f, new Object(), Map.of(1, "a"))) {
            assertThatThrownBy(() -> JsonValue.from(bad)).isInstanceOf(InvalidArgumentException.class);
        }
        assertThatThrownBy(() -> JsonValue.from(self)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void toJson_halfASurrogatePair_isEscaped() {
        assertThat(JsonValue.of("a\uD800b").toJson()).isEqualTo("\"a\\ud800b\"");
        assertThat(JsonValue.of("\uD83D\uDE00").toJson()).isEqualTo("\"\uD83D\uDE00\"");
    }

    @Test
    void toString_anyForm_showsNoContent() {
        assertThat(JsonValue.parse("{\"key\":\"hidden\"}").toString()).isEqualTo("JsonValue[OBJECT, 1 members]");
        assertThat(JsonValue.of("hidden").toString()).isEqualTo("JsonValue[TEXT]");
    }

    @Test
    void equals_sameContentInOtherMemberOrder_isEqual() {
        assertThat(JsonValue.parse("{\"a\":1,\"b\":2}"))
                .isEqualTo(JsonValue.parse("{\"b\":2,\"a\":1}"))
                .hasSameHashCodeAs(JsonValue.parse("{\"b\":2,\"a\":1}"));
        assertThat(JsonValue.parse("[1]")).isNotEqualTo(JsonValue.parse("[\"1\"]"));
    }
}
