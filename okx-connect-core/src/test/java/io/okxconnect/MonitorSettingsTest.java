package io.okxconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorSettingsTest {
    @Test
    void defaults_areQuarterHoursAndFourThreads() {
        MonitorSettings settings = MonitorSettings.defaults();

        assertThat(settings.interval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.threads()).isEqualTo(4);
    }

    @Test
    void build_laterChangesOfTheBuilder_doNotReachTheSettings() {
        MonitorSettings.Builder builder =
                MonitorSettings.builder().interval(Duration.ofDays(1)).threads(8);
        MonitorSettings settings = builder.build();
        builder.threads(1);

        assertThat(settings.interval()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.threads()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59.999S", "PT24H0.001S", "PT0S", "PT-1M"})
    void interval_outOfRange_isRefused(Duration interval) {
        assertThatThrownBy(() -> MonitorSettings.builder().interval(interval))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("interval");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 9})
    void threads_outOfRange_areRefused(int threads) {
        assertThatThrownBy(() -> MonitorSettings.builder().threads(threads))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("threads");
    }
}
