package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The attacks on callback, token answer, loopback receiver and Fast API: each in 250 variants of a fixed seed, each rejected with a typed error, without
 * a token call, without a change, and without an echo. For some rows a broken variant proves that the row can fail.
 */
class AttackTableTest {
    private static final int VARIANTS = 250;
    private static final long SEED = 0x0A_77_AC_4BL;

    static Stream<Attack> attacks() {
        return Stream.of(
                        CallbackAttacks.all(),
                        DomainAttacks.all(),
                        ClientAttacks.all(),
                        LoopbackAttacks.all(),
                        FastApiAttacks.all())
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
                new Object[] {30, Defect.HOST_IGNORED},
                new Object[] {37, Defect.RIGHTS_IGNORED},
                new Object[] {39, Defect.USER_IGNORED},
                new Object[] {40, Defect.RETURN_FOLLOWED});
    }

    @Test
    void table_holdsAllFortyRows() {
        assertThat(attacks().map(Attack::row))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.iterate(1, row -> row + 1).limit(40).toList());
    }
}
