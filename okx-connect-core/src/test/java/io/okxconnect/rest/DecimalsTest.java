package io.okxconnect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static final Pattern RULE = Pattern.compile("-?\\d{1,24}(\\.\\d{1,24})?([eE][+-]?\\d{1,2})?");
    private static final String ALPHABET = "0000123456789...--+eE x\u0661";
    private static final long SEED = 20_261_123;

    @Test
    void isDecimal_anyText_isAsTheRuleSays() {
        Random random = new Random(SEED);
        int decimals = 0;
        for (int i = 0; i < 300_000; i++) {
            String text = text(random, random.nextInt(9));
            assertThat(Decimals.isDecimal(text))
                    .as("<%s>, seed %d", text, SEED)
                    .isEqualTo(RULE.matcher(text).matches());
            decimals += Decimals.isDecimal(text) ? 1 : 0;
        }
        assertThat(decimals).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 24, 25})
    void isDecimal_manyDigits_upToTwentyFourOnEachSide(int digits) {
        String run = "9".repeat(digits);
        assertThat(Decimals.isDecimal(run)).isEqualTo(digits <= 24);
        assertThat(Decimals.isDecimal("-1." + run)).isEqualTo(digits <= 24);
        assertThat(Decimals.isDecimal("1e" + run)).isFalse();
    }

    @Test
    void parse_anyDecimal_isAsTheJdkReadsIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300_000; i++) {
            String text = text(random, 1 + random.nextInt(24));
            if (Decimals.isDecimal(text)) {
                assertThat(Decimals.parse(text)).as("<%s>, seed %d", text, SEED).isEqualTo(new BigDecimal(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.00",
                "00012.3400",
                "999999999999999999",
                "-99999999999999999",
                "9999999999999999999",
                "12345678.123456789",
                "0.000000000000000001",
                "1E5",
                "-2.5e-8",
                "123456789012345678901234.5"
            })
    void parse_edges_areAsTheJdkReadsThem(String text) {
        assertThat(Decimals.parse(text)).isEqualTo(new BigDecimal(text));
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
