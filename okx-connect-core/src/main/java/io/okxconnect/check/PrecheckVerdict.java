package io.okxconnect.check;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.AccountModePrecheck;
import io.okxconnect.account.PositionTierFailure;
import io.okxconnect.account.PrecheckResult;
import io.okxconnect.account.ShownText;
import io.okxconnect.account.SwitchBlock;
import io.okxconnect.account.SwitchBlocker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in words why OKX's precheck does not let an account-mode switch through. */
final class PrecheckVerdict {
    private PrecheckVerdict() {}

    static ChangeAttempt explain(AccountModePrecheck precheck, AccountMode target, RemedyContext context) {
        PrecheckResult result = precheck.result();
        if (result.equals(PrecheckResult.BLOCKED)) {
            return blocked(precheck, target, context);
        }
        if (result.equals(PrecheckResult.LEVERAGE_NOT_PRESET)) {
            return ChangeAttempt.blocked(
                    "OKX's precheck for " + target.displayName() + " still wants a leverage to be preset for open cross"
                            + " positions. Set it on OKX's trading page, or close the positions. Nothing was switched.",
                    context.open().positionObstacles());
        }
        if (result.equals(PrecheckResult.RISK_CHECK_FAILED)) {
            return riskCheckFailed(precheck, target);
        }
        return ChangeAttempt.blocked(
                "OKX's precheck for " + target.displayName()
                        + " gave an answer that this version of okx-connect does not know" + " (sCode " + result
                        + "), so nothing was switched. Try it on OKX's trading page.",
                List.of());
    }

    static ChangeAttempt leverageNeeded(AccountMode target, List<Obstacle> open) {
        return ChangeAttempt.blocked(
                "To leave its mode with open cross positions, the account needs the leverage these"
                        + " positions shall have in "
                        + target.displayName()
                        + ". That is the user's decision: apply Remedies.switchAccountMode with the target and the"
                        + " wanted leverage, or close the positions. Nothing was switched.",
                open);
    }

    private static ChangeAttempt blocked(AccountModePrecheck precheck, AccountMode target, RemedyContext context) {
        List<Obstacle> named = new ArrayList<>();
        Set<Obstacle> open = new LinkedHashSet<>();
        for (SwitchBlock block : precheck.blockers()) {
            SwitchBlocker blocker = block.blocker();
            named.add(SwitchBlockers.obstacle(blocker));
            if (blocker.equals(SwitchBlocker.PENDING_ORDERS)) {
                open.addAll(context.open().orders());
            } else if (blocker.equals(SwitchBlocker.PENDING_ALGOS)) {
                open.addAll(context.open().algoOrders());
            } else if (!block.positionIds().isEmpty() || blocker.equals(SwitchBlocker.ALL_POSITIONS)) {
                open.addAll(context.open().positionObstacles(block.positionIds()));
            }
        }
        named.addAll(open);
        return ChangeAttempt.blocked(
                "OKX does not switch the account to " + target.displayName()
                        + " until this is cleared. Nothing was switched.",
                named);
    }

    private static ChangeAttempt riskCheckFailed(AccountModePrecheck precheck, AccountMode target) {
        return ChangeAttempt.blocked(
                "OKX does not switch the account to " + target.displayName()
                        + " because its open positions would be too large for their leverage, or its"
                        + " margin too low, in that mode."
                        + " Make the positions smaller, lower their leverage or add margin. Nothing was switched.",
                precheck.tierFailures().stream().map(PrecheckVerdict::named).toList());
    }

    private static Obstacle named(PositionTierFailure failure) {
        String text = "Position in " + ShownText.id(failure.instrumentFamily())
                + failure.size().map(size -> ": size " + size.toPlainString()).orElse("")
                + failure.leverage()
                        .map(lever -> ", leverage " + lever.toPlainString())
                        .orElse("")
                + failure.maxSize()
                        .map(BigDecimal::toPlainString)
                        .map(max -> ", at most " + max)
                        .orElse("") + ".";
        return Obstacle.of(Obstacle.Kind.RISK, text, "Make it smaller, lower its leverage or add margin.");
    }
}
