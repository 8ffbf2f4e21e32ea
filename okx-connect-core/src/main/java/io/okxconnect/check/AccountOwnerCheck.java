package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.AccountType;
import io.okxconnect.account.ShownText;
import java.util.List;
import java.util.Locale;

/** Whether the key belongs to the main account or to a sub-account. */
final class AccountOwnerCheck implements AccountCheck {
    @Override
    public String id() {
        return AccountChecks.ACCOUNT_OWNER;
    }

    @Override
    public List<Finding> examine(CheckContext context) {
        AccountConfig config = context.config();
        boolean told = config.mainUid().isPresent() || config.accountType().isPresent();
        return told ? List.of(config.isSubAccount() ? sub(config) : main()) : List.of();
    }

    private Finding main() {
        return Finding.of(
                Severity.INFO,
                id() + ".main",
                "This key belongs to the main account.",
                "An app on the main account works beside everything else you do there, and with all of its money. A"
                        + " sub-account with its own key keeps the app to what you transfer to it, and"
                        + " has rate limits of its own.");
    }

    private Finding sub(AccountConfig config) {
        String kind = config.accountType()
                .filter(type -> type.isKnown() && !type.equals(AccountType.MASTER))
                .map(type -> " (" + type.displayName().toLowerCase(Locale.ROOT) + ")")
                .orElse("");
        return Finding.of(
                Severity.INFO,
                id() + ".sub",
                "This key belongs to a sub-account" + kind + ", uid " + ShownText.id(config.uid())
                        + config.mainUid()
                                .map(main -> ", of the main account " + ShownText.id(main))
                                .orElse("") + ".",
                "Balances, positions and settings are those of the sub-account alone. Money in the"
                        + " main account has to be"
                        + " transferred before the app can use it.");
    }
}
