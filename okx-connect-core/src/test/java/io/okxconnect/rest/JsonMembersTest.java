package io.okxconnect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTest {
    /** "Aa" and "BB" have one hash, and so have all words made of them. */
    private static String colliding(int number) {
        return IntStream.range(0, 10)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static String object(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> "\"" + names.get(i) + "\":\"v" + i + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static List<String> names(int count, boolean collide) {
        return IntStream.range(0, count)
                .mapToObj(i -> collide ? colliding(i) : "name" + i)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 31, 32, 33, 64, 126, 127, 128, 500})
    void members_anyNumber_areFoundInTheirOrder(int count) {
        for (boolean collide : new boolean[] {false, true}) {
            List<String> names = names(count, collide);
            Map<String, JsonValue> members = JsonValue.parse(object(names)).members();

            assertThat(members).hasSize(count);
            assertThat(new ArrayList<>(members.keySet())).isEqualTo(names);
            for (int i = 0; i < count; i++) {
                assertThat(members.get(names.get(i))).isEqualTo(JsonValue.of("v" + i));
                assertThat(members.containsKey(names.get(i))).isTrue();
            }
            assertThat(members.get("other")).isNull();
            assertThat(members.containsKey("other")).isFalse();
            assertThat(members.get(null)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40, 127, 128, 500})
    void parse_nameTwice_isRefusedWhereverItIs(int count) {
        for (int twice = 0; twice < count - 1; twice += Math.max(1, count / 7)) {
            List<String> names = new ArrayList<>(names(count, false));
            names.set(count - 1, names.get(twice));
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> JsonValue.parse(object(names)))
                    .withMessageContaining("twice");
        }
    }

    @Test
    void parse_rowsOfDifferentNames_eachKeepsItsOwn() {
        JsonValue rows = JsonValue.parse(
                "[{\"a\":\"1\",\"b\":\"2\"},{\"a\":\"3\",\"b\":\"4\"},{\"b\":\"5\",\"a\":\"6\"},{\"a\":\"7\"},{},"
                        + "{\"a\":\"8\",\"b\":{\"a\":\"9\",\"c\":[{\"a\":\"10\"}]}}]");

        assertThat(rows.items().stream().map(row -> row.text("a").orElse("-")))
                .containsExactly("1", "3", "6", "7", "-", "8");
        assertThat(rows.items().stream().map(row -> row.member("b").isPresent()))
                .containsExactly(true, true, true, false, false, true);
        assertThat(rows.toJson()).contains("{\"b\":\"5\",\"a\":\"6\"}").endsWith("\"c\":[{\"a\":\"10\"}]}}]");
    }

    /** Equal at both ends and in length, so that each takes the place of the one before among those that are remembered. */
    @Test
    void parse_objectsThatDifferInTheMiddle_eachKeepsItsOwn() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 300; i++) {
                JsonValue object = JsonValue.parse("{\"first\":\"a\",\"m" + i + "\":\"" + i + "x\",\"last\":\"z\"}");
                assertThat(object.members().keySet()).containsExactly("first", "m" + i, "last");
                assertThat(object.text("m" + i)).contains(i + "x");
                assertThat(object.text("m" + (i + 1))).isEmpty();
            }
        }
    }

    @Test
    void parse_nameTwiceAfterTheSameNamesOnce_isRefused() {
        JsonValue.parse("{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");
        for (String twice : List.of(
                "{\"a\":\"1\",\"a\":\"2\",\"c\":\"3\"}",
                "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\",\"a\":\"4\"}",
                "{\"a\":\"1\",\"c\":\"2\",\"c\":\"3\"}")) {
            assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> JsonValue.parse(twice));
        }
    }

    @Test
    void members_asAMap_cannotBeChanged() {
        Map<String, JsonValue> members = JsonValue.parse("{\"a\":\"1\"}").members();
        JsonValue other = JsonValue.of("2");

        assertThatThrownBy(() -> members.put("b", other)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> members.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(members::clear).isInstanceOf(UnsupportedOperationException.class);
        var entries = members.entrySet().iterator();
        var entry = entries.next();
        assertThatThrownBy(() -> entry.setValue(other)).isInstanceOf(UnsupportedOperationException.class);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(entries::next);
    }

    @Test
    void members_readAndBuilt_areEqual() {
        JsonValue read = JsonValue.parse("{\"a\":\"1\",\"b\":\"\",\"c\":\"0\",\"d\":0}");
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("d", JsonValue.of(0));
        members.put("c", JsonValue.of("0"));
        members.put("b", JsonValue.of(""));
        members.put("a", JsonValue.of("1"));
        JsonValue built = JsonValue.object(members);

        assertThat(read).isEqualTo(built).hasSameHashCodeAs(built);
        assertThat(built).isEqualTo(read);
    }
}
