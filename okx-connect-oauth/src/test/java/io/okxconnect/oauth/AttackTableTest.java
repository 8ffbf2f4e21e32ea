package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The attacks on callback, token answer and loopback receiver: each in 250 variants of a fixed seed, each rejected with a typed error, without
 * a token call, without a change, and without an echo. For some rows a broken variant proves that the row can fail.
 */
class AttackTableTest {
    private static final int VARIANTS = 250;
    private static final long SEED = 0x0A_77_AC_4BL;

    static Stream<Attack> attacks() {
        return Stream.of(CallbackAttacks.all(), DomainAttacks.all(), ClientAttacks.all(), LoopbackAttacks.all())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void row_everyVariant_isRejected(Attack attack) throws Exception {
        run(attack, Defect.NONE);
    }

    private static void run(Attack attack, Defect defect) throws Exception {
        for (int variant = 0; variant < VARIANTS; variant++) {
            long seed = SEED + 1_000L * attack.row() + variant;
            try {
                attack.script().play(new Stage(defect), new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError(attack + ", variant " + variant + ", seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("brokenVariants")
    void row_brokenVariant_isCaught(int row, Defect defect) {
        Attack attack = attacks().filter(each -> each.row() == row).findFirst().orElseThrow();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> run(attack, defect));
    }

    static Stream<Object[]> brokenVariants() {
        return Stream.of(
                new Object[] {3, Defect.STATE_STAYS},
                new Object[] {4, Defect.EXPIRY_IGNORED},
                new Object[] {5, Defect.SESSION_IGNORED},
                new Object[] {11, Defect.ANY_ERROR_CLOSES},
                new Object[] {12, Defect.STATE_STAYS},
                new Object[] {19, Defect.REDIRECT_FOLLOWED},
                new Object[] {24, Defect.DOMAIN_BY_SUFFIX},
                new Object[] {30, Defect.HOST_IGNORED});
    }

    @Test
    void table_rows_areThoseOfThisModule() {
        // Granted permissions (37), the user's uid (39) and return targets (40) belong to the connectors.
        assertThat(attacks().map(Attack::row))
                .containsExactlyElementsOf(Stream.iterate(1, row -> row + 1)
                        .limit(40)
                        .filter(row -> row != 37 && row != 39 && row != 40)
                        .sorted((a, b) -> Integer.compare(order(a), order(b)))
                        .toList());
    }

    /** Callback rows first, then domains, then the client's, then the receiver's. */
    private static int order(int row) {
        int group = row >= 30 && row <= 35 ? 3 : row >= 23 && row <= 29 ? 1 : CLIENT_ROWS.contains(row) ? 2 : 0;
        return group * 100 + row;
    }

    private static final java.util.Set<Integer> CLIENT_ROWS = java.util.Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 38);
}
