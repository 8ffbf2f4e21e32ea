package io.okxconnect.check;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.PositionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the account mode means for the other settings of a plan: the mode that the account is in when their turn comes,
 * and the bots that only the account mode's precheck tells of.
 */
record AccountModeOutlook(@Nullable AccountMode atTheirTurn, Situation situation, List<Obstacle> bots) {
    /** Whether the account mode shall be another, and can be. */
    enum Situation {
        AS_WANTED,
        WILL_BE_SWITCHED,
        CANNOT_BE_SWITCHED_NOW
    }

    /** For the account mode itself. */
    static final AccountModeOutlook NONE = new AccountModeOutlook(null, Situation.AS_WANTED, List.of());

    static AccountModeOutlook of(Optional<PlanItem> item, ChangeOrder order) {
        Situation situation = item.map(AccountModeOutlook::situation).orElse(Situation.AS_WANTED);
        boolean switchedBefore = situation == Situation.WILL_BE_SWITCHED && !order.accountModeIsLast();
        List<Obstacle> bots = item.stream()
                .flatMap(it -> it.obstacles().stream())
                .filter(obstacle -> obstacle.kind() == Obstacle.Kind.TRADING_BOT)
                .toList();
        return new AccountModeOutlook(switchedBefore ? order.goal() : order.now(), situation, bots);
    }

    private static Situation situation(PlanItem item) {
        return switch (item.kind()) {
            case ALREADY_FINE -> Situation.AS_WANTED;
            case CAN_BE_CHANGED -> Situation.WILL_BE_SWITCHED;
            case BLOCKED, ON_WEB_PAGE -> Situation.CANNOT_BE_SWITCHED_NOW;
        };
    }

    static boolean hasIsolatedMargin(AccountMode mode) {
        return !mode.equals(AccountMode.MULTI_CURRENCY_MARGIN) && !mode.equals(AccountMode.PORTFOLIO_MARGIN);
    }

    /** What OKX would make of another setting at its turn. */
    ChangeAttempt amend(RemedyAction action, Supplier<ChangeAttempt> outlook) {
        AccountMode mode = atTheirTurn;
        if (mode == null || !(action instanceof SettingSwitch setting) || setting.on() == AccountSetting.ACCOUNT_MODE) {
            return outlook.get();
        }
        if (setting instanceof PositionModeSwitch position) {
            return isPossibleIn(mode, position)
                    ? withNote(mode, withBots(outlook.get()))
                    : accountModeFirst(setting, mode);
        }
        return hasIsolatedMargin(mode) ? outlook.get() : accountModeFirst(setting, mode);
    }

    /** In Spot mode it is tried only if no other mode is wanted. */
    private boolean isPossibleIn(AccountMode mode, PositionModeSwitch position) {
        boolean hedgeInPortfolio =
                mode.equals(AccountMode.PORTFOLIO_MARGIN) && position.target().equals(PositionMode.LONG_SHORT);
        boolean waits = mode.equals(AccountMode.SPOT) && situation == Situation.CANNOT_BE_SWITCHED_NOW;
        return !hedgeInPortfolio && !waits;
    }

    private static ChangeAttempt accountModeFirst(SettingSwitch setting, AccountMode mode) {
        return ChangeAttempt.blocked(
                "The " + setting.setting() + " depends on the account mode.",
                List.of(Obstacle.of(
                        Obstacle.Kind.ACCOUNT_MODE,
                        "The account is in " + mode.displayName() + ", in which OKX does not offer "
                                + setting.targetValue() + ".",
                        "Switch the account mode first.")));
    }

    private ChangeAttempt withBots(ChangeAttempt attempt) {
        if (bots.isEmpty()) {
            return attempt;
        }
        if (attempt.kind() != ChangeAttempt.Kind.BLOCKED) {
            return IdleAccount.lookAhead(AccountSetting.POSITION_MODE.words(), bots);
        }
        List<Obstacle> all = new ArrayList<>(attempt.obstacles());
        all.addAll(bots);
        return ChangeAttempt.blocked(attempt.explanation(), all);
    }

    private static ChangeAttempt withNote(AccountMode mode, ChangeAttempt attempt) {
        if (!mode.equals(AccountMode.SPOT) || attempt.kind() != ChangeAttempt.Kind.ACCEPTED) {
            return attempt;
        }
        return ChangeAttempt.acceptedBut((attempt.explanation()
                        + " OKX does not say whether it can be set in Spot mode; if not, it refuses (51010) and"
                        + " nothing changes.")
                .strip());
    }
}
