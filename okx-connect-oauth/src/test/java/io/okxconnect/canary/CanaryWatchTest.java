package io.okxconnect.canary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The canary watches this module's suite as well: without it, every other test would look clean. */
class CanaryWatchTest {

    @Test
    void suite_runsUnderTheCanary() {
        assertThat(CanaryExtension.isWatching()).isTrue();
    }
}
