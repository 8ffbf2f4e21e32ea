package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.AccountMode;
import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.account.MarginMode;
import io.okxconnect.account.Position;
import io.okxconnect.account.ShownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What isolated margin asks of the app and the account. It is no account setting: each order chooses. */
final class IsolatedMarginCheck implements PlanningCheck {
    private static final int NAMED_POSITIONS = 5;

    @Override
    public String id() {
        return AccountChecks.ISOLATED_MARGIN;
    }

    @Override
    public List<Finding> examine(CheckContext context) {
        AccountMode mode = context.config().accountMode();
        if (mode.equals(AccountMode.MULTI_CURRENCY_MARGIN) || mode.equals(AccountMode.PORTFOLIO_MARGIN)) {
            return List.of(notAvailable(mode));
        }
        List<Finding> findings = new ArrayList<>();
        List<Position> cross = context.openPositions().orElse(List.of()).stream()
                .filter(position -> position.marginMode().equals(MarginMode.CROSS))
                .toList();
        if (!cross.isEmpty()) {
            findings.add(crossPositions(cross));
        }
        for (IsolatedMarginScope scope : List.of(IsolatedMarginScope.CONTRACTS, IsolatedMarginScope.MARGIN)) {
            current(scope, context.config())
                    .filter(isolated -> !isAutomatic(isolated, scope))
                    .map(isolated -> notAutomatic(isolated, scope, context))
                    .ifPresent(findings::add);
        }
        findings.add(perOrder());
        return findings;
    }

    @Override
    public List<WantedSetting> settings(CheckContext context) {
        return Stream.of(IsolatedMarginScope.CONTRACTS, IsolatedMarginScope.MARGIN)
                .map(scope -> wanted(scope, context))
                .toList();
    }

    private static WantedSetting wanted(IsolatedMarginScope scope, CheckContext context) {
        IsolatedMarginSwitch action = new IsolatedMarginSwitch(scope, IsolatedMarginMode.AUTOMATIC);
        WantedSetting wanted = WantedSetting.of(action, context.config());
        boolean fine = current(scope, context.config())
                .map(mode -> isAutomatic(mode, scope))
                .orElse(true);
        return fine ? wanted.asItIs() : wanted.withRemedy(remedy(scope, context));
    }

    private static Optional<IsolatedMarginMode> current(IsolatedMarginScope scope, AccountConfig config) {
        return scope == IsolatedMarginScope.CONTRACTS ? config.contractIsolatedMode() : config.marginIsolatedMode();
    }

    /** In margin trading, automatic transfers may take the base or the quote currency. */
    private static boolean isAutomatic(IsolatedMarginMode mode, IsolatedMarginScope scope) {
        return mode.equals(IsolatedMarginMode.AUTOMATIC)
                || (scope == IsolatedMarginScope.MARGIN && mode.equals(IsolatedMarginMode.AUTO_TRANSFERS_CCY));
    }

    private Finding perOrder() {
        return Finding.of(
                Severity.INFO,
                id() + ".per-order",
                "Isolated margin is not a setting of the account: each order chooses it. For futures"
                        + " and perpetual swaps send"
                        + " tdMode=isolated with every order; leverage is kept per contract, for"
                        + " isolated and cross apart.",
                "With isolated margin a position can lose the margin set aside for it. With cross"
                        + " margin (tdMode=cross) it can"
                        + " draw on all the account holds in its margin currency.");
    }

    private Finding notAvailable(AccountMode mode) {
        return Finding.of(
                Severity.WARNING,
                id() + ".not-available",
                "Isolated margin is not available in " + mode.displayName() + ", acctLv=" + mode
                        + ": OKX refuses orders with tdMode=isolated (50072).",
                "With cross margin, the only kind in this mode, a losing position can draw on all"
                        + " currencies of the account."
                        + " Isolated margin needs Futures mode (single-currency margin), acctLv=2.");
    }

    private Finding crossPositions(List<Position> cross) {
        String named = cross.stream()
                .limit(NAMED_POSITIONS)
                .map(Position::instrumentId)
                .map(ShownText::id)
                .collect(Collectors.joining(", "));
        String more = cross.size() > NAMED_POSITIONS ? " and " + (cross.size() - NAMED_POSITIONS) + " more" : "";
        return Finding.of(
                        Severity.WARNING,
                        id() + ".cross-positions",
                        (cross.size() == 1 ? "One position is" : cross.size() + " positions are")
                                + " open with cross margin: " + named + more + ".",
                        "A losing position with cross margin can draw on all the account holds in"
                                + " its margin currency, the"
                                + " money behind the app's orders included.")
                .withRemedy(
                        Remedy.byHand("Close what you do not want to keep with cross margin; what you open again with"
                                + " tdMode=isolated has a margin of its own."));
    }

    private Finding notAutomatic(IsolatedMarginMode current, IsolatedMarginScope scope, CheckContext context) {
        boolean contracts = scope == IsolatedMarginScope.CONTRACTS;
        String field = contracts ? "ctIsoMode" : "mgnIsoMode";
        String trading = contracts ? "futures, swaps and options" : "margin trading of spot pairs";
        Finding finding = Finding.of(
                Severity.WARNING,
                id() + (contracts ? ".contracts-not-automatic" : ".margin-not-automatic"),
                "Isolated margin of " + trading + " is set to " + current.displayName() + ", " + field + "=" + current
                        + ".",
                "Automatic transfers (" + field + "=automatic) set margin aside when a position opens and"
                        + " release it when it closes. With another setting a position may keep money or"
                        + " lack it until somebody moves it by hand. OKX retired manual transfers and"
                        + " quick margin in 2024.");
        return finding.withRemedy(remedy(scope, context));
    }

    private static Remedy remedy(IsolatedMarginScope scope, CheckContext context) {
        return OkxPages.maySwitchByApi(context)
                ? Remedies.automaticIsolatedMargin(scope)
                : OkxPages.onTradingPage(
                        "This key cannot change settings without the permission Trade, so"
                                + " set isolated margin to"
                                + " automatic transfers yourself",
                        "the isolated margin setting",
                        context);
    }
}
