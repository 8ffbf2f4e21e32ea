package io.okxconnect.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that hold for all values: an accessor finds its member, and nothing fails later than {@code fromJson}. */
class EveryAccessorTest {
    private static final List<JsonValue> ODD = List.of(
            JsonValue.of(""),
            JsonValue.of("12x"),
            JsonValue.of("-0.00"),
            JsonValue.of(7),
            JsonValue.of(true),
            JsonValue.ofNull(),
            JsonValue.parse("{\"a\":\"b\"}"),
            JsonValue.parse("[]"),
            JsonValue.parse("[\"x\",\"\",null,1]"),
            JsonValue.parse("[{}]"),
            JsonValue.parse("[[1]]"));

    static Stream<Arguments> values() {
        JsonValue precheck = Answers.sample("account-mode-precheck");
        JsonValue margin = precheck.member("mgnBf").orElseThrow();
        return Stream.of(
                value(AccountConfig::fromJson, Answers.sample("config")),
                value(Balance::fromJson, Answers.sample("balance")),
                value(CurrencyBalance::fromJson, first(Answers.sample("balance"), "details")),
                value(Position::fromJson, Answers.sample("position")),
                value(CloseOrderAlgo::fromJson, first(Answers.sample("position"), "closeOrderAlgo")),
                value(FundingBalance::fromJson, Answers.sample("funding-balance")),
                value(LeverageInfo::fromJson, Answers.sample("leverage-info")),
                value(TradeFee::fromJson, Answers.sample("trade-fee")),
                value(FeeGroup::fromJson, first(Answers.sample("trade-fee"), "feeGroup")),
                value(MaxOrderSize::fromJson, Answers.sample("max-order-size")),
                value(SystemStatus::fromJson, Answers.sample("system-status")),
                value(AccountModePrecheck::fromJson, precheck),
                value(SwitchBlock::fromJson, first(precheck, "unmatchedInfoCheck")),
                value(PositionLeverage::fromJson, first(precheck, "posList")),
                value(PositionTierFailure::fromJson, first(precheck, "posTierCheck")),
                value(SwitchMargin::fromJson, margin),
                value(CurrencyMargin::fromJson, first(margin, "details")),
                value(AccountModePreset::fromJson, Answers.sample("account-mode-preset")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void accessor_fullSample_findsItsMember(Function<JsonValue, OkxValue> fromJson, JsonValue sample) {
        OkxValue value = fromJson.apply(sample);

        assertThat(accessors(value)).isNotEmpty().allSatisfy(accessor -> {
            Object found = read(value, accessor);
            assertThat(found).as(accessor.getName()).isNotNull().isNotEqualTo(Optional.empty());
            if (found instanceof Collection<?> collection) {
                assertThat(collection).as(accessor.getName()).isNotEmpty();
            }
        });
        assertThat(value.raw()).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("values")
    void fromJson_oddMembers_failsThereOrNowhere(Function<JsonValue, OkxValue> fromJson, JsonValue sample) {
        int refused = 0;
        for (String name : sample.members().keySet()) {
            for (JsonValue odd : ODD) {
                OkxValue value;
                try {
                    value = fromJson.apply(withMember(sample, name, odd));
                } catch (MalformedResponseException e) {
                    assertThat(e.getMessage()).doesNotContain("12x");
                    refused++;
                    continue;
                }
                accessors(value).forEach(accessor -> read(value, accessor));
                assertThat(value.toString()).isNotEmpty();
            }
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @MethodSource("values")
    void toString_always_holdsNoAmountOrId(Function<JsonValue, OkxValue> fromJson, JsonValue sample) {
        String text = fromJson.apply(sample).toString();

        assertThat(text).doesNotContain("7001", "0000000001", "37.11", "0.05", "64.47", "120.255");
    }

    /** A copy of the answer's row with one member replaced, read anew so that it still is an answer's row. */
    private static JsonValue withMember(JsonValue sample, String name, JsonValue odd) {
        Map<String, JsonValue> members = new LinkedHashMap<>(sample.members());
        members.put(name, odd);
        return Answers.row(JsonValue.object(members).toJson());
    }

    private static List<Method> accessors(OkxValue value) {
        return Arrays.stream(value.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method ->
                        method.getParameterCount() == 0 && !method.getName().equals("toString"))
                .toList();
    }

    private static Object read(OkxValue value, Method accessor) {
        try {
            return accessor.invoke(value);
        } catch (InvocationTargetException e) {
            return fail(value.getClass().getSimpleName() + "." + accessor.getName() + " failed late", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonValue first(JsonValue owner, String name) {
        return owner.items(name).get(0);
    }

    private static Arguments value(Function<JsonValue, OkxValue> fromJson, JsonValue sample) {
        return Arguments.of(fromJson, sample);
    }
}
