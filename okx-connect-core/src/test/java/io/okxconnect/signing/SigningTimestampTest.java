package io.okxconnect.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningTimestampTest {

    @ParameterizedTest
    @CsvSource({
        "2020-12-08T09:08:57.715Z, 2020-12-08T09:08:57.715Z",
        "2024-01-01T00:00:00Z, 2024-01-01T00:00:00.000Z",
        "2024-02-29T23:59:59.999999999Z, 2024-02-29T23:59:59.999Z",
        "2024-01-01T00:00:00.100Z, 2024-01-01T00:00:00.100Z",
        "2024-01-01T00:00:00.007Z, 2024-01-01T00:00:00.007Z",
        "1970-01-01T00:00:00.000001Z, 1970-01-01T00:00:00.000Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
    })
    void iso_anyInstant_hasExactlyThreeMillisecondDigits(Instant instant, String expected) {
        assertThat(SigningTimestamp.iso(instant)).isEqualTo(expected);
    }

    @Test
    void iso_randomInstantsInAnyOrder_equalsTheFormatter() {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            assertThat(SigningTimestamp.iso(instant))
                    .as("seed %s, round %s", seed, i)
                    .isEqualTo(formatter.format(instant));
            Instant sameSecond = Instant.ofEpochSecond(instant.getEpochSecond(), random.nextInt(1_000_000_000));
            assertThat(SigningTimestamp.iso(sameSecond))
                    .as("seed %s, round %s", seed, i)
                    .isEqualTo(formatter.format(sameSecond));
        }
    }

    @ParameterizedTest
    @CsvSource({"253402300800", "-62167219201", "31556889864403199", "-31557014167219200"})
    void iso_yearWithoutFourDigits_namesTheArgument(long epochSecond) {
        assertThatThrownBy(() -> SigningTimestamp.iso(Instant.ofEpochSecond(epochSecond)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("instant");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-10T08:55:47Z, 1704876947", "2024-01-10T08:55:47.999Z, 1704876947", "1970-01-01T00:00:00Z, 0"})
    void epochSeconds_anyInstant_isWholeSecondsAsText(Instant instant, String expected) {
        assertThat(SigningTimestamp.epochSeconds(instant)).isEqualTo(expected);
    }
}
