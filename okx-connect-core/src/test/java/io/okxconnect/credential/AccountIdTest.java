package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.error.InvalidArgumentException;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "alice", "user 42", "账户-1", "🤖", "a/b"})
    void of_ordinaryText_isKeptAsItIs(String text) {
        assertThat(AccountId.of(text).value()).isEqualTo(text);
        assertThat(AccountId.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " a",
                "a ",
                "\u00a0a",
                "a\n",
                "a\nb",
                "a\tb",
                "a\0b",
                "a\u200bb",
                "a\u202eb",
                "a\u2028b",
                "\ufeffa",
                "a\ud83d"
            })
    void of_blankControlOrInvisible_isRefusedByName(String text) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> AccountId.of(text))
                .satisfies(e -> assertThat(e.argument()).isEqualTo("accountId"));
    }

    @Test
    void of_length_isLimited() {
        assertThat(AccountId.of("x".repeat(128)).value()).hasSize(128);
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> AccountId.of("x".repeat(129)));
    }

    @Test
    void equalsAndHashCode_followTheText() {
        EqualsVerifier.forClass(AccountId.class).withNonnullFields("value").verify();
    }
}
