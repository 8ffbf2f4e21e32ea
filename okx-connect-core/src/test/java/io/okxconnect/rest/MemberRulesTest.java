package io.okxconnect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberRulesTest {
    private static final MemberRules RULES = MemberRules.required("id")
            .texts("text")
            .lists("list")
            .decimals("decimal")
            .millis("time")
            .booleans("flag");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\"}",
                "{\"id\":1,\"text\":\"\",\"list\":null,\"decimal\":\"\",\"time\":null,\"flag\":\"\"}",
                "{\"flag\":true,\"time\":\"1763812345678\",\"decimal\":\"-1.5E-3\",\"list\":[\"a\"],\"text\":\"t\",\"id\":\"1\"}",
                "{\"other\":{},\"id\":\"1\",\"flag\":\"false\",\"time\":0,\"decimal\":7,\"list\":\"a,b\",\"text\":true}"
            })
    void check_right_isTheSameRow(String json) {
        JsonValue read = JsonValue.parse(json);
        JsonValue built = JsonValue.object(read.members());

        assertThat(RULES.check(read)).isSameAs(read);
        assertThat(RULES.check(built)).isSameAs(built);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|id",
                "{\"id\":\"\"}|id",
                "{\"id\":null}|id",
                "{\"id\":[]}|id",
                "{\"id\":\"1\",\"text\":{}}|text",
                "{\"id\":\"1\",\"list\":[{}]}|list",
                "{\"id\":\"1\",\"list\":{}}|list",
                "{\"id\":\"1\",\"decimal\":\"1,5\"}|decimal",
                "{\"id\":\"1\",\"decimal\":[]}|decimal",
                "{\"id\":\"1\",\"time\":\"soon\"}|time",
                "{\"id\":\"1\",\"time\":\"1.5\"}|time",
                "{\"id\":\"1\",\"flag\":\"1\"}|flag",
                "[]|id",
                "\"id\"|id"
            })
    void check_wrong_namesTheMember(String json, String member) {
        JsonValue read = JsonValue.parse(json);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> RULES.check(read))
                .withMessageContaining("\"" + member + "\"");
        if (read.kind() == JsonValue.Kind.OBJECT) {
            JsonValue built = JsonValue.object(read.members());
            assertThatThrownBy(() -> RULES.check(built)).isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void check_answer_failsAsAnAnswer() {
        byte[] body =
                "{\"code\":\"0\",\"data\":[{\"id\":\"1\",\"decimal\":\"x\"}]}".getBytes(StandardCharsets.US_ASCII);
        JsonValue row = RestResponse.read("GET /x", 200, Outcome.NOT_DONE, body).row();
        assertThatExceptionOfType(MalformedResponseException.class).isThrownBy(() -> RULES.check(row));
    }

    @Test
    void add_toRules_leavesThoseAsTheyAre() {
        MemberRules id = MemberRules.required("id");
        MemberRules more = id.decimals("price");
        JsonValue row = JsonValue.object(Map.of("id", JsonValue.of("1"), "price", JsonValue.of("high")));

        assertThat(id.check(row)).isSameAs(row);
        assertThatThrownBy(() -> more.check(row)).isInstanceOf(InvalidArgumentException.class);
        assertThat(more).hasToString("MemberRules[id, price]");
    }

    /** The rules remember where the members of the last row were; here that is wrong for every other row. */
    @Test
    void check_rowsOfTwoFormsInManyThreads_neverMixesThem() throws Exception {
        JsonValue front = JsonValue.parse("{\"id\":\"1\",\"decimal\":\"2\",\"text\":\"t\"}");
        JsonValue back = JsonValue.parse("{\"text\":\"t\",\"decimal\":\"2\",\"id\":\"1\"}");
        JsonValue wrong = JsonValue.parse("{\"decimal\":\"1\",\"id\":\"\",\"text\":\"t\"}");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> work = () -> {
                int refused = 0;
                for (int i = 0; i < 5_000; i++) {
                    RULES.check(i % 2 == 0 ? front : back);
                    try {
                        RULES.check(wrong);
                    } catch (InvalidArgumentException e) {
                        refused++;
                    }
                }
                return refused;
            };
            List<Future<Integer>> all = threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(each -> work).toList());
            for (Future<Integer> each : all) {
                assertThat(each.get()).isEqualTo(5_000);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
