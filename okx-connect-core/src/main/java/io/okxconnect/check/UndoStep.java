package io.okxconnect.check;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.account.PositionMode;
import java.util.Optional;

/**
 * One setting that was changed.
 *
 * @param before the value before, as OKX writes it
 * @param after the value that was left, as OKX writes it
 */
record UndoStep(AccountSetting setting, String before, String after) {
    /** What sets the value back; empty if OKX does not let it be set. */
    Optional<SettingSwitch> back() {
        return to(setting, before);
    }

    /** What sets that value; empty if OKX does not let it be set: retired, or not known to this version. */
    static Optional<SettingSwitch> to(AccountSetting setting, String text) {
        if (!setting.value(text).isKnown()) {
            return Optional.empty();
        }
        return switch (setting) {
            case ACCOUNT_MODE -> Optional.of(new AccountModeSwitch(AccountMode.of(text), null));
            case POSITION_MODE -> Optional.of(new PositionModeSwitch(PositionMode.of(text)));
            case CONTRACT_ISOLATED_MARGIN -> isolated(IsolatedMarginScope.CONTRACTS, IsolatedMarginMode.of(text));
            case MARGIN_ISOLATED_MARGIN -> isolated(IsolatedMarginScope.MARGIN, IsolatedMarginMode.of(text));
        };
    }

    private static Optional<SettingSwitch> isolated(IsolatedMarginScope scope, IsolatedMarginMode mode) {
        boolean settable = mode.equals(IsolatedMarginMode.AUTOMATIC)
                || (scope == IsolatedMarginScope.MARGIN && mode.equals(IsolatedMarginMode.AUTO_TRANSFERS_CCY));
        return settable ? Optional.of(new IsolatedMarginSwitch(scope, mode)) : Optional.empty();
    }

    Remedy remedy() {
        String words = "the " + setting.words() + " back to " + setting.shown(before) + ".";
        return back().<Remedy>map(action -> Remedy.automatic("Set " + words, action))
                .orElseGet(() -> Remedy.byHand("OKX does not let an app set " + words));
    }
}
