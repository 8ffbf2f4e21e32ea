package io.okxconnect.check;

import static java.util.Map.entry;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.AccountModePrecheck;
import io.okxconnect.account.Position;
import io.okxconnect.account.PositionTierFailure;
import io.okxconnect.account.PrecheckResult;
import io.okxconnect.account.ShownText;
import io.okxconnect.account.SwitchBlock;
import io.okxconnect.account.SwitchBlocker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in words why OKX's precheck does not let an account-mode switch through. */
final class PrecheckVerdict {
    private static final Map<SwitchBlocker, String> ADVICE = Map.ofEntries(
            entry(SwitchBlocker.PENDING_ORDERS, "cancel them"),
            entry(SwitchBlocker.PENDING_ALGOS, "cancel the algo orders and stop the bots"),
            entry(SwitchBlocker.ISOLATED_MARGIN, "close them"),
            entry(SwitchBlocker.ISOLATED_CONTRACT, "close them"),
            entry(SwitchBlocker.CONTRACT_LONG_SHORT, "close them and switch to one-way mode first"),
            entry(SwitchBlocker.CROSS_MARGIN, "close them"),
            entry(SwitchBlocker.CROSS_OPTION_BUYER, "close them"),
            entry(SwitchBlocker.ISOLATED_OPTION, "close them"),
            entry(SwitchBlocker.ALL_POSITIONS, "close them"),
            entry(SwitchBlocker.SPOT_LEAD_COPY_ONLY_SIMPLE_SINGLE, "stop it at OKX"),
            entry(SwitchBlocker.STOP_SPOT_CUSTOM, "stop it at OKX"),
            entry(SwitchBlocker.STOP_FUTURES_CUSTOM, "stop it at OKX"),
            entry(SwitchBlocker.LEAD_PORTFOLIO, "stop it at OKX"),
            entry(SwitchBlocker.FUTURES_SMART_SYNC, "switch it off at OKX"),
            entry(SwitchBlocker.VIP_FIXED_LOAN, "repay them"),
            entry(SwitchBlocker.REPAY_BORROWINGS, "repay them"),
            entry(SwitchBlocker.COMPLIANCE_RESTRICTION, "ask OKX support"),
            entry(SwitchBlocker.COMPLIANCE_KYC2, "complete it at OKX"));

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
                    Obstacles.positions(context));
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

    static ChangeAttempt leverageNeeded(AccountMode target, List<Position> open) {
        return ChangeAttempt.blocked(
                "To leave its mode with open cross positions, the account needs the leverage these"
                        + " positions shall have in "
                        + target.displayName()
                        + ". That is the user's decision: apply Remedies.switchAccountMode with the target and the"
                        + " wanted leverage, or close the positions. Nothing was switched.",
                open.stream().map(Obstacles::named).toList());
    }

    private static ChangeAttempt blocked(AccountModePrecheck precheck, AccountMode target, RemedyContext context) {
        List<String> obstacles = new ArrayList<>();
        boolean orders = false;
        boolean positions = false;
        for (SwitchBlock block : precheck.blockers()) {
            SwitchBlocker blocker = block.blocker();
            obstacles.add(blocker.displayName() + ": " + ADVICE.getOrDefault(blocker, "clear it at OKX") + ".");
            orders |= blocker.equals(SwitchBlocker.PENDING_ORDERS) || blocker.equals(SwitchBlocker.PENDING_ALGOS);
            positions |= !block.positionIds().isEmpty() || blocker.equals(SwitchBlocker.ALL_POSITIONS);
        }
        if (positions) {
            obstacles.addAll(Obstacles.positions(context));
        }
        if (orders) {
            obstacles.addAll(Obstacles.orders(context));
        }
        return ChangeAttempt.blocked(
                "OKX does not switch the account to " + target.displayName()
                        + " until this is cleared. Then apply the remedy again. Nothing was switched.",
                obstacles);
    }

    private static ChangeAttempt riskCheckFailed(AccountModePrecheck precheck, AccountMode target) {
        return ChangeAttempt.blocked(
                "OKX does not switch the account to " + target.displayName()
                        + " because its open positions would be too large for their leverage, or its"
                        + " margin too low, in that mode."
                        + " Make the positions smaller, lower their leverage or add margin. Nothing was switched.",
                precheck.tierFailures().stream().map(PrecheckVerdict::named).toList());
    }

    private static String named(PositionTierFailure failure) {
        return "Position in " + ShownText.id(failure.instrumentFamily())
                + failure.size().map(size -> ": size " + size.toPlainString()).orElse("")
                + failure.leverage()
                        .map(lever -> ", leverage " + lever.toPlainString())
                        .orElse("")
                + failure.maxSize()
                        .map(BigDecimal::toPlainString)
                        .map(max -> ", at most " + max)
                        .orElse("") + ".";
    }
}
