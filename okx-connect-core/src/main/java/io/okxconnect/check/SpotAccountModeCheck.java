package io.okxconnect.check;

import io.okxconnect.account.AccountMode;
import java.util.List;

/**
 * What the account mode means for an app that trades spot only: every mode can, but not with the same money at risk.
 */
final class SpotAccountModeCheck implements PlanningCheck {
    @Override
    public String id() {
        return AccountChecks.ACCOUNT_MODE;
    }

    @Override
    public List<Finding> examine(CheckContext context) {
        AccountMode current = context.config().accountMode();
        if (current.equals(AccountMode.SPOT) || current.equals(AccountMode.FUTURES)) {
            return List.of();
        }
        if (!current.isKnown()) {
            return List.of(Finding.of(
                            Severity.ERROR,
                            id() + ".unknown",
                            "The account is in a mode that this version of okx-connect does not know, acctLv=" + current
                                    + ".",
                            "It cannot be said how OKX accepts spot orders in it and what money is at risk.")
                    .withRemedy(remedy(context)));
        }
        return List.of(Finding.of(
                        Severity.WARNING,
                        id() + ".shared-collateral",
                        "The account is in " + current.displayName() + ", acctLv=" + current
                                + ". Spot orders are sent with tdMode=cross here, not with tdMode=cash.",
                        "In this mode all currencies of the account are one common collateral, so a"
                                + " spot order can touch"
                                + " the margin behind other positions.")
                .withRemedy(remedy(context)));
    }

    @Override
    public List<WantedSetting> settings(CheckContext context) {
        AccountSetting mode = AccountSetting.ACCOUNT_MODE;
        WantedSetting wanted = new WantedSetting(
                mode.code(),
                mode.words(),
                mode.shown(mode.textIn(context.config())),
                AccountMode.SPOT.displayName() + " or " + AccountMode.FUTURES.displayName(),
                null,
                null);
        return List.of(examine(context).isEmpty() ? wanted.asItIs() : wanted.withRemedy(remedy(context)));
    }

    private static Remedy remedy(CheckContext context) {
        return OkxPages.onTradingPage(
                "If you do not want that, switch to Spot mode or Futures mode (single-currency margin)",
                "Account mode",
                context);
    }
}
