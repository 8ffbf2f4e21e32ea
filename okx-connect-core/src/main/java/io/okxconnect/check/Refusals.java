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

    private static final Map<String, Obstacle> REASONS = Map.ofEntries(
            entry(
                    "50014",
                    Obstacle.of(
                            Obstacle.Kind.LEVERAGE,
                            "OKX misses a value; for positions with cross margin it is the leverage they shall have"
                                    + " afterwards.",
                            "Apply Remedies.switchAccountMode with a leverage, or close the positions.")),
            entry(
                    "51010",
                    Obstacle.of(
                            Obstacle.Kind.ACCOUNT_MODE,
                            "The account mode does not allow it.",
                            "Switch the account mode first.")),
            entry(
                    "51041",
                    Obstacle.of(
                            Obstacle.Kind.ACCOUNT_MODE,
                            "Portfolio margin knows one-way mode only.",
                            "Switch the account mode first.")),
            entry(
                    "51164",
                    Obstacle.of(
                            Obstacle.Kind.COPY_TRADING,
                            "Lead traders cannot use this account mode.",
                            "Stop lead trading at OKX first.")),
            entry(
                    "59000",
                    Obstacle.of(
                            Obstacle.Kind.OTHER,
                            "There are open positions, orders or trading bots.",
                            "Close, cancel and stop them first; trading bots are shown on OKX's trading page only.")),
            entry(
                    "59001",
                    Obstacle.of(Obstacle.Kind.LOAN, "The account has borrowings.", "Repay the borrowings first.")),
            entry(
                    "59002",
                    Obstacle.of(
                            Obstacle.Kind.OTHER,
                            "The sub-account has open positions, orders or trading bots.",
                            "Close, cancel and stop them first; trading bots are shown on OKX's trading page only.")),
            entry(
                    "59132",
                    Obstacle.of(
                            Obstacle.Kind.OTHER,
                            "Open orders or trading bots stand in the way.",
                            "Cancel and stop them first; trading bots are shown on OKX's trading page only.")),
            entry(
                    "59133",
                    Obstacle.of(
                            Obstacle.Kind.ASSETS,
                            "The account does not hold enough assets for this account mode.",
                            "Add funds first.")),
            entry(
                    "59134",
                    Obstacle.of(
                            Obstacle.Kind.POSITION,
                            "Open positions do not fit this account mode.",
                            "Close these positions first.")),
            entry(
                    "59135",
                    Obstacle.of(
                            Obstacle.Kind.COPY_TRADING,
                            "Copy-trading settings stand in the way.",
                            "Change them at OKX first.")),
            entry(
                    "59136",
                    Obstacle.of(
                            Obstacle.Kind.LEVERAGE,
                            "OKX misses the leverage that cross positions shall have afterwards.",
                            "Apply Remedies.switchAccountMode with a leverage, or close the positions.")),
            entry(
                    "59137",
                    Obstacle.of(
                            Obstacle.Kind.LEVERAGE,
                            "The leverage of open positions is too high for this account mode.",
                            "Lower it first.")),
            entry(
                    "59138",
                    Obstacle.of(
                            Obstacle.Kind.RISK,
                            "Open positions are too large for their leverage in this account mode.",
                            "Make them smaller or lower their leverage first.")),
            entry(
                    "59139",
                    Obstacle.of(
                            Obstacle.Kind.RISK,
                            "The margin would be too low in this account mode.",
                            "Add margin or make positions smaller first.")),
            entry(
                    "59256",
                    Obstacle.of(
                            Obstacle.Kind.COPY_TRADING,
                            "One-way mode needs that at most one trader is copied.",
                            "Stop copying the others at OKX first.")),
            entry(
                    "59641",
                    Obstacle.of(Obstacle.Kind.LOAN, "A fixed-rate loan stands in the way.", "Repay the loan first.")),
            entry(
                    "59642",
                    Obstacle.of(
                            Obstacle.Kind.COPY_TRADING,
                            "Lead and copy traders can only use Spot mode and Futures mode (single-currency margin).",
                            "Stop lead and copy trading at OKX first.")),
            entry(
                    "59643",
                    Obstacle.of(
                            Obstacle.Kind.COPY_TRADING,
                            "The account copies spot trades.",
                            "Stop copying them at OKX first.")));

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
        Obstacle reason = REASONS.get(code);
        if (reason == null) {
            throw refusal;
        }
        return ChangeAttempt.blocked(
                "OKX does not change the " + setting + " now (" + code + "). " + reason,
                SOMETHING_OPEN.contains(code) ? open(context) : List.of(reason));
    }

    /** OKX names no bot to an API key: if nothing else is open, it is one. */
    private static List<Obstacle> open(RemedyContext context) {
        List<Obstacle> found = context.open().all();
        return found.isEmpty()
                ? List.of(Obstacle.of(
                        Obstacle.Kind.TRADING_BOT,
                        "No open position or order was found, so it is likely a trading bot.",
                        "Stop your trading bots on OKX's trading page."))
                : found;
    }
}
