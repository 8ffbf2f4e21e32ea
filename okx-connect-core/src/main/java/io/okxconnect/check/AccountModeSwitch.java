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
record AccountModeSwitch(AccountMode target, @Nullable BigDecimal leverage) implements SettingSwitch {
    @Override
    public AccountSetting on() {
        return AccountSetting.ACCOUNT_MODE;
    }

    @Override
    public ChangeAttempt lookAhead(RemedyContext context) {
        try {
            return judge(context.reads().precheckAccountMode(target), context);
        } catch (ExchangeException refusal) {
            return Refusals.explain(refusal, setting(), context);
        }
    }

    @Override
    public ChangeAttempt change(RemedyContext context) {
        try {
            AccountModePrecheck precheck = context.reads().precheckAccountMode(target);
            ChangeAttempt verdict = judge(precheck, context);
            if (verdict.kind() != ChangeAttempt.Kind.ACCEPTED) {
                return verdict;
            }
            if (isToBePreset(context)) {
                preset(context);
                precheck = context.reads().precheckAccountMode(target);
                if (!precheck.isPassed()) {
                    return PrecheckVerdict.explain(precheck, target, context);
                }
            }
            context.set("/api/v5/account/set-account-level", Map.of("acctLv", target.text()));
            return ChangeAttempt.accepted();
        } catch (ExchangeException refusal) {
            return Refusals.explain(refusal, setting(), context);
        }
    }

    /** Whether the switch can be made, with a preset where one is needed. */
    private ChangeAttempt judge(AccountModePrecheck precheck, RemedyContext context) {
        boolean wantsPreset = precheck.result().equals(PrecheckResult.LEVERAGE_NOT_PRESET);
        if (!precheck.isPassed() && !wantsPreset) {
            return PrecheckVerdict.explain(precheck, target, context);
        }
        if (!isToBePreset(context)) {
            return wantsPreset ? PrecheckVerdict.explain(precheck, target, context) : ChangeAttempt.accepted();
        }
        boolean leverageMissing = leverage == null && (wantsPreset || leavesPortfolioMarginWithCross(context));
        return leverageMissing
                ? PrecheckVerdict.leverageNeeded(target, context.open().positionObstacles())
                : ChangeAttempt.accepted();
    }

    private boolean isToBePreset(RemedyContext context) {
        List<Position> open = context.open().positions();
        return !target.equals(AccountMode.SPOT) && !open.isEmpty();
    }

    private static boolean leavesPortfolioMarginWithCross(RemedyContext context) {
        return context.config().accountMode().equals(AccountMode.PORTFOLIO_MARGIN)
                && context.open().positions().stream().anyMatch(AccountModeSwitch::isCrossContract);
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
}
