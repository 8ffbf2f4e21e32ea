package io.okxconnect.check;

import static java.util.Map.entry;

import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns OKX's refusals of a setting into what the user has to clear (OKX V5 docs, error codes of account settings). */
final class Refusals {
    private static final String ONLY_ON_PAGE = "51070";
    private static final Set<String> SOMETHING_OPEN = Set.of("59000", "59002", "59132", "59134");

    private static final Map<String, String> REASONS = Map.ofEntries(
            entry(
                    "50014",
                    "OKX misses a value; for positions with cross margin it is the leverage they shall have afterwards:"
                            + " apply Remedies.switchAccountMode with a leverage, or close the positions."),
            entry("51010", "The account mode does not allow it: switch the account mode first."),
            entry("51041", "Portfolio margin knows one-way mode only: switch the account mode first."),
            entry("51164", "Lead traders cannot use this account mode: stop lead trading at OKX first."),
            entry(
                    "59000",
                    "There are open positions, orders or trading bots. Close, cancel and stop them first; trading bots"
                            + " are shown on OKX's trading page only."),
            entry("59001", "The account has borrowings: repay them first."),
            entry(
                    "59002",
                    "The sub-account has open positions, orders or trading bots. Close, cancel and stop them first;"
                            + " trading bots are shown on OKX's trading page only."),
            entry(
                    "59132",
                    "Open orders or trading bots stand in the way. Cancel and stop them first; trading bots are shown"
                            + " on OKX's trading page only."),
            entry("59133", "The account does not hold enough assets for this account mode: add funds first."),
            entry("59134", "Open positions do not fit this account mode: close them first."),
            entry("59135", "Copy-trading settings stand in the way: change them at OKX first."),
            entry(
                    "59136",
                    "OKX misses the leverage that cross positions shall have afterwards: apply"
                            + " Remedies.switchAccountMode with a leverage, or close the positions."),
            entry("59137", "The leverage of open positions is too high for this account mode: lower it first."),
            entry(
                    "59138",
                    "Open positions are too large for their leverage in this account mode: make them smaller or lower"
                            + " their leverage first."),
            entry(
                    "59139",
                    "The margin would be too low in this account mode: add margin or make positions smaller first."),
            entry(
                    "59256",
                    "One-way mode needs that at most one trader is copied: stop copying the others at OKX first."),
            entry("59641", "A fixed-rate loan stands in the way: repay it first."),
            entry("59642", "Lead and copy traders can only use Spot mode and Futures mode (single-currency margin)."),
            entry("59643", "The account copies spot trades: stop that at OKX first."));

    private Refusals() {}

    /** Explains the refusal, or throws it on if it is not about something to clear. */
    static ChangeAttempt explain(ExchangeException refusal, String setting, RemedyContext context) {
        String code = refusal.code();
        if (refusal.outcome() != Outcome.NOT_DONE) {
            throw refusal;
        }
        if (code.equals(ONLY_ON_PAGE)) {
            return ChangeAttempt.onlyOnPage(
                    "OKX wants this account's first set-up of the mode to be done on its web page or"
                            + " app, with a few questions to answer (" + code + "). Go to "
                            + OkxPages.home(context.site())
                            + ", "
                            + OkxPages.wayTo("Account mode", context.config(), context.environment())
                            + "; choose the mode and finish its questions, then check again. The mode is as it was.");
        }
        String reason = REASONS.get(code);
        if (reason == null) {
            throw refusal;
        }
        List<String> obstacles = SOMETHING_OPEN.contains(code) ? Obstacles.all(context) : List.of();
        String bots = SOMETHING_OPEN.contains(code) && obstacles.isEmpty()
                ? " No open position or order was found, so look for a trading bot."
                : "";
        return ChangeAttempt.blocked(
                "OKX did not change the " + setting + " (" + code + "). " + reason + bots, obstacles);
    }
}
