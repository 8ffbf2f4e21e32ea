package io.okxconnect.check;

import io.okxconnect.account.PositionMode;
import io.okxconnect.error.ExchangeException;
import java.util.Map;

/** Switches between one-way and hedge mode. */
record PositionModeSwitch(PositionMode target) implements RemedyAction {
    @Override
    public String setting() {
        return "position mode";
    }

    @Override
    public String currentValue(RemedyContext context) {
        return shown(context.config().positionMode());
    }

    @Override
    public String targetValue() {
        return shown(target);
    }

    @Override
    public ChangeAttempt change(RemedyContext context) {
        try {
            context.set("/api/v5/account/set-position-mode", Map.of("posMode", target.text()));
            return ChangeAttempt.accepted();
        } catch (ExchangeException refusal) {
            return Refusals.explain(refusal, setting(), context);
        }
    }

    private static String shown(PositionMode mode) {
        return mode.displayName() + ", posMode=" + mode;
    }
}
