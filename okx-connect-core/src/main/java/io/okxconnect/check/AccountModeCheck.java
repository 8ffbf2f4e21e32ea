package io.okxconnect.check;

import io.okxconnect.account.AccountMode;
import java.util.List;

/** Whether the account is in the mode that the app is made for. */
final class AccountModeCheck implements AccountCheck {
    private final AccountMode required;

    AccountModeCheck(AccountMode required) {
        this.required = required;
    }

    @Override
    public String id() {
        return AccountChecks.ACCOUNT_MODE;
    }

    @Override
    public List<Finding> examine(CheckContext context) {
        AccountMode current = context.config().accountMode();
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

    private static String named(AccountMode mode) {
        return mode.isKnown()
                ? mode.displayName() + ", acctLv=" + mode
                : "a mode that this version of okx-connect does not know, acctLv=" + mode;
    }

    private String reason(AccountMode current) {
        boolean forFutures = required.equals(AccountMode.FUTURES);
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

    private Remedy remedy(CheckContext context) {
        if (OkxPages.maySwitchByApi(context)) {
            String way = OkxPages.wayTo("Account mode", context.config(), context.environment());
            return Remedies.switchAccountMode(
                    required,
                    "The first time an account uses a mode, OKX wants it set up on its web page or app: " + way
                            + ", at " + OkxPages.home(context.site()) + ".");
        }
        return OkxPages.onTradingPage(
                "This key cannot change settings without the permission Trade, so switch the account mode to "
                        + required.displayName() + " yourself",
                "Account mode",
                context);
    }
}
