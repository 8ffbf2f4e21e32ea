package io.okxconnect.check;

import io.okxconnect.account.AccountMode;
import java.util.Comparator;

/**
 * In which order settings are changed. The account mode comes first, since it decides what else can be set; but on the
 * way to Spot mode, where OKX does not document setting the position mode, and to portfolio margin, which takes one-way
 * accounts, it comes last.
 */
record ChangeOrder(AccountMode now, AccountMode goal) {
    boolean accountModeIsLast() {
        return (goal.equals(AccountMode.SPOT) || goal.equals(AccountMode.PORTFOLIO_MARGIN))
                && !now.equals(AccountMode.SPOT);
    }

    Comparator<AccountSetting> settings() {
        Comparator<AccountSetting> accountModeLast =
                Comparator.comparing(setting -> setting == AccountSetting.ACCOUNT_MODE);
        Comparator<AccountSetting> accountModeFirst = accountModeLast.reversed();
        return (accountModeIsLast() ? accountModeLast : accountModeFirst).thenComparing(Comparator.naturalOrder());
    }
}
