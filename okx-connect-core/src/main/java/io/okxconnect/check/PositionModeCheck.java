package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.PositionMode;
import java.util.Locale;

/** Whether one contract has one position (one-way) or a long and a short one (hedge), as the app is made for. */
final class PositionModeCheck extends ModeCheck<PositionMode> {
    PositionModeCheck(PositionMode required) {
        super(required);
    }

    @Override
    public String id() {
        return AccountChecks.POSITION_MODE;
    }

    @Override
    PositionMode current(AccountConfig config) {
        return config.positionMode();
    }

    @Override
    String named(PositionMode mode) {
        String name = mode.isKnown()
                ? mode.displayName().toLowerCase(Locale.ROOT)
                : "a position mode that this version of okx-connect does not know";
        return name + ", posMode=" + mode;
    }

    @Override
    String reason(PositionMode current) {
        if (current.equals(PositionMode.LONG_SHORT)) {
            return "In hedge mode a contract can have a long and a short position side by side, and each"
                    + " futures or swap order"
                    + " must name the one it means (posSide). An app made for one-way mode does not:"
                    + " OKX refuses its orders"
                    + " (51000), also those that would close a position.";
        }
        if (current.equals(PositionMode.NET)) {
            return "In one-way mode a contract has a single position: an order that an app made for hedge"
                    + " mode means as a new"
                    + " short reduces the open long instead, or OKX refuses it (51000).";
        }
        return "It cannot be said whether an order opens or closes a position in it.";
    }

    @Override
    String nameInSentence() {
        return required().displayName().toLowerCase(Locale.ROOT);
    }

    @Override
    SettingSwitch action() {
        return new PositionModeSwitch(required());
    }

    @Override
    Remedy automatic(CheckContext context) {
        return Remedies.switchPositionMode(required());
    }
}
