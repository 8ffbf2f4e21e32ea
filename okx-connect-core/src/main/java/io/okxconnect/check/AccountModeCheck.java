package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.AccountMode;

/** Whether the account is in the mode that the app is made for. */
final class AccountModeCheck extends ModeCheck<AccountMode> {
    AccountModeCheck(AccountMode required) {
        super(required);
    }

    @Override
    public String id() {
        return AccountChecks.ACCOUNT_MODE;
    }

    @Override
    AccountMode current(AccountConfig config) {
        return config.accountMode();
    }

    @Override
    String named(AccountMode mode) {
        return mode.isKnown()
                ? mode.displayName() + ", acctLv=" + mode
                : "a mode that this version of okx-connect does not know, acctLv=" + mode;
    }

    @Override
    String reason(AccountMode current) {
        boolean forFutures = required().equals(AccountMode.FUTURES);
        if (current.equals(AccountMode.SPOT)) {
            return "In Spot mode the account cannot hold futures or perpetual-swap positions; OKX refuses such orders"
                    + " (51010).";
        }
        if (forFutures
                && (current.equals(AccountMode.MULTI_CURRENCY_MARGIN)
                        || current.equals(AccountMode.PORTFOLIO_MARGIN))) {
            return "In this mode all currencies of the account back all positions together, and isolated margin is not"
                    + " available (50072): one losing position can use up the whole account.";
        }
        if (!current.isKnown()) {
            return "It cannot be said which orders OKX accepts in it and what money is at risk behind a position.";
        }
        return "The mode decides which orders OKX accepts and what money is at risk behind a position; the"
                + " app's orders may"
                + " be refused (51010) or be backed by other funds than intended.";
    }

    @Override
    String nameInSentence() {
        return required().displayName();
    }

    @Override
    SettingSwitch action() {
        return new AccountModeSwitch(required(), null);
    }

    @Override
    Remedy automatic(CheckContext context) {
        String way = OkxPages.wayTo("Account mode", context.config(), context.environment());
        return Remedies.switchAccountMode(
                required(),
                "The first time an account uses a mode, OKX wants it set up on its web page or app: " + way + ", at "
                        + OkxPages.home(context.site()) + ".");
    }
}
