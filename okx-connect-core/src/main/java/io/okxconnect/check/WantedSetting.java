package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A setting as a check wants it, and how to get there; without a remedy it is fine as it is.
 *
 * @param code stable name for programs
 * @param setting its name for the user
 * @param current its value for the user
 * @param wanted the value it shall have, for the user
 * @param target what would set it, if it is a setting of the account
 * @param remedy how the user or {@link Remedies} gets there
 */
record WantedSetting(
        String code,
        String setting,
        String current,
        String wanted,
        @Nullable SettingSwitch target,
        @Nullable Remedy remedy) {
    static WantedSetting of(SettingSwitch target, AccountConfig config) {
        AccountSetting setting = target.on();
        return new WantedSetting(
                setting.code(),
                setting.words(),
                setting.shown(setting.textIn(config)),
                setting.shown(target.target().text()),
                target,
                null);
    }

    WantedSetting withRemedy(Remedy way) {
        return new WantedSetting(code, setting, current, wanted, target, way);
    }

    /** The same, wanted as it is. */
    WantedSetting asItIs() {
        return new WantedSetting(code, setting, current, current, target, null);
    }

    boolean isOn(AccountSetting setting) {
        return target != null && target.on() == setting;
    }

    Optional<RemedyAction> action() {
        return Optional.ofNullable(remedy).flatMap(Remedy::action);
    }
}
