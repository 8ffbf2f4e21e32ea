package io.okxconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingChangeTest {

    @Test
    void states_tellChangedFromInForce() {
        SettingChange<String> changed = new SettingChange<>("a", "b", "b");
        SettingChange<String> already = new SettingChange<>("b", "b", "b");
        SettingChange<String> notShownYet = new SettingChange<>("a", "b", "a");

        assertThat(changed.isChanged()).isTrue();
        assertThat(changed.isInForce()).isTrue();
        assertThat(already.isChanged()).isFalse();
        assertThat(already.isInForce()).isTrue();
        assertThat(notShownYet.isChanged()).isFalse();
        assertThat(notShownYet.isInForce()).isFalse();
    }
}
