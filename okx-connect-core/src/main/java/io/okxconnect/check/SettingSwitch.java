package io.okxconnect.check;

import io.okxconnect.account.OpenValue;

/** Sets one of the {@link AccountSetting}s; its value is read where OKX's account configuration shows it. */
interface SettingSwitch extends RemedyAction {
    AccountSetting on();

    OpenValue target();

    @Override
    default String setting() {
        return on().words();
    }

    @Override
    default String currentValue(RemedyContext context) {
        return on().shown(on().textIn(context.config()));
    }

    @Override
    default String targetValue() {
        return on().shown(target().text());
    }
}
