package io.okxconnect.check;

import static java.util.Map.entry;

import io.okxconnect.account.SwitchBlocker;
import java.util.Map;

/** What the user can do about each thing that OKX's account-mode precheck names. */
final class SwitchBlockers {
    private static final Map<SwitchBlocker, Way> WAYS = Map.ofEntries(
            entry(SwitchBlocker.ASSET_VALIDATION, way(Obstacle.Kind.ASSETS, "Look at OKX which assets they are.")),
            entry(SwitchBlocker.PENDING_ORDERS, way(Obstacle.Kind.ORDER, "Cancel them.")),
            entry(
                    SwitchBlocker.PENDING_ALGOS,
                    way(
                            Obstacle.Kind.TRADING_BOT,
                            "Cancel the algo orders and stop the bots; bots are shown on OKX's trading page only.")),
            entry(SwitchBlocker.ISOLATED_MARGIN, way(Obstacle.Kind.POSITION, "Close them.")),
            entry(SwitchBlocker.ISOLATED_CONTRACT, way(Obstacle.Kind.POSITION, "Close them.")),
            entry(
                    SwitchBlocker.CONTRACT_LONG_SHORT,
                    way(Obstacle.Kind.POSITION, "Close them and switch to one-way mode first.")),
            entry(SwitchBlocker.CROSS_MARGIN, way(Obstacle.Kind.POSITION, "Close them.")),
            entry(SwitchBlocker.CROSS_OPTION_BUYER, way(Obstacle.Kind.POSITION, "Close them.")),
            entry(SwitchBlocker.ISOLATED_OPTION, way(Obstacle.Kind.POSITION, "Close them.")),
            entry(SwitchBlocker.GROWTH_FUND, way(Obstacle.Kind.ASSETS, "Clear them at OKX.")),
            entry(SwitchBlocker.ALL_POSITIONS, way(Obstacle.Kind.POSITION, "Close them.")),
            entry(SwitchBlocker.SPOT_LEAD_COPY_ONLY_SIMPLE_SINGLE, way(Obstacle.Kind.COPY_TRADING, "Stop it at OKX.")),
            entry(SwitchBlocker.STOP_SPOT_CUSTOM, way(Obstacle.Kind.COPY_TRADING, "Stop it at OKX.")),
            entry(SwitchBlocker.STOP_FUTURES_CUSTOM, way(Obstacle.Kind.COPY_TRADING, "Stop it at OKX.")),
            entry(SwitchBlocker.LEAD_PORTFOLIO, way(Obstacle.Kind.COPY_TRADING, "Stop it at OKX.")),
            entry(SwitchBlocker.FUTURES_SMART_SYNC, way(Obstacle.Kind.COPY_TRADING, "Switch it off at OKX.")),
            entry(SwitchBlocker.VIP_FIXED_LOAN, way(Obstacle.Kind.LOAN, "Repay them.")),
            entry(SwitchBlocker.REPAY_BORROWINGS, way(Obstacle.Kind.LOAN, "Repay them.")),
            entry(SwitchBlocker.COMPLIANCE_RESTRICTION, way(Obstacle.Kind.COMPLIANCE, "Ask OKX support.")),
            entry(SwitchBlocker.COMPLIANCE_KYC2, way(Obstacle.Kind.COMPLIANCE, "Complete it at OKX.")));

    private record Way(Obstacle.Kind kind, String howToClear) {}

    private SwitchBlockers() {}

    private static Way way(Obstacle.Kind kind, String howToClear) {
        return new Way(kind, howToClear);
    }

    static Obstacle obstacle(SwitchBlocker blocker) {
        Way way = WAYS.getOrDefault(blocker, way(Obstacle.Kind.OTHER, "Clear it at OKX."));
        String name = blocker.isKnown()
                ? blocker.displayName()
                : "Something that this version of okx-connect does not know, " + blocker.displayName();
        return Obstacle.of(way.kind(), name + ".", way.howToClear());
    }
}
