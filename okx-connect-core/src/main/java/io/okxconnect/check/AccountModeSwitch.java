package io.okxconnect.check;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.AccountModePrecheck;
import io.okxconnect.account.InstrumentType;
import io.okxconnect.account.MarginMode;
import io.okxconnect.account.Position;
import io.okxconnect.account.PrecheckResult;
import io.okxconnect.error.ExchangeException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Switches the account mode the way OKX wants it: precheck; with open positions preset and precheck again; then the
 * switch (OKX V5 docs, "Account mode", and its precheck and preset endpoints).
 */
record AccountModeSwitch(AccountMode target, @Nullable BigDecimal leverage) implements RemedyAction {
    @Override
    public String setting() {
        return "account mode";
    }

    @Override
    public String currentValue(RemedyContext context) {
        return shown(context.config().accountMode());
    }

    @Override
    public String targetValue() {
        return shown(target);
    }

    @Override
    public ChangeAttempt change(RemedyContext context) {
        try {
            AccountModePrecheck precheck = context.reads().precheckAccountMode(target);
            if (!mayBePreset(precheck)) {
                return PrecheckVerdict.explain(precheck, target, context);
            }
            List<Position> open = openPositions(context);
            if (!target.equals(AccountMode.SPOT) && !open.isEmpty()) {
                if (leverage == null && needsLeverage(precheck, open, context)) {
                    return PrecheckVerdict.leverageNeeded(target, open);
                }
                preset(context);
                precheck = context.reads().precheckAccountMode(target);
            }
            if (!precheck.isPassed()) {
                return PrecheckVerdict.explain(precheck, target, context);
            }
            context.set("/api/v5/account/set-account-level", Map.of("acctLv", target.text()));
            return ChangeAttempt.accepted();
        } catch (ExchangeException refusal) {
            return Refusals.explain(refusal, setting(), context);
        }
    }

    private static boolean mayBePreset(AccountModePrecheck precheck) {
        return precheck.isPassed() || precheck.result().equals(PrecheckResult.LEVERAGE_NOT_PRESET);
    }

    private static List<Position> openPositions(RemedyContext context) {
        return context.reads().positions().stream().filter(Position::isOpen).toList();
    }

    private static boolean needsLeverage(AccountModePrecheck precheck, List<Position> open, RemedyContext context) {
        boolean leavesPortfolioMargin = context.config().accountMode().equals(AccountMode.PORTFOLIO_MARGIN);
        return precheck.result().equals(PrecheckResult.LEVERAGE_NOT_PRESET)
                || (leavesPortfolioMargin && open.stream().anyMatch(AccountModeSwitch::isCrossContract));
    }

    private static boolean isCrossContract(Position position) {
        return position.marginMode().equals(MarginMode.CROSS)
                && (position.instrumentType().equals(InstrumentType.SWAP)
                        || position.instrumentType().equals(InstrumentType.FUTURES));
    }

    private void preset(RemedyContext context) {
        if (leverage == null) {
            context.account().presetAccountMode(target);
        } else {
            context.account().presetAccountMode(target, leverage);
        }
    }

    private static String shown(AccountMode mode) {
        return mode.displayName() + ", acctLv=" + mode;
    }
}
