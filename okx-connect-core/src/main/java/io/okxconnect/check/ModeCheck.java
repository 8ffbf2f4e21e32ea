package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.OpenValue;
import java.util.List;
import java.util.Locale;

/** Whether an account setting has the one value that the app is made for. */
abstract class ModeCheck<M extends OpenValue> implements PlanningCheck {
    private final M required;

    ModeCheck(M required) {
        this.required = required;
    }

    final M required() {
        return required;
    }

    @Override
    public final List<Finding> examine(CheckContext context) {
        M current = current(context.config());
        if (current.equals(required)) {
            return List.of();
        }
        return List.of(Finding.of(
                        Severity.ERROR,
                        id() + (current.isKnown() ? ".wrong" : ".unknown"),
                        "The account is in " + named(current) + ", but this app needs " + named(required) + ".",
                        reason(current))
                .withRemedy(remedy(context)));
    }

    @Override
    public final List<WantedSetting> settings(CheckContext context) {
        WantedSetting wanted = WantedSetting.of(action(), context.config());
        return List.of(current(context.config()).equals(required) ? wanted : wanted.withRemedy(remedy(context)));
    }

    private Remedy remedy(CheckContext context) {
        if (OkxPages.maySwitchByApi(context)) {
            return automatic(context);
        }
        String words = action().setting();
        return OkxPages.onTradingPage(
                "This key cannot change settings without the permission Trade, so switch the " + words + " to "
                        + nameInSentence() + " yourself",
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                context);
    }

    abstract M current(AccountConfig config);

    abstract String named(M mode);

    abstract String nameInSentence();

    abstract String reason(M current);

    abstract SettingSwitch action();

    abstract Remedy automatic(CheckContext context);
}
