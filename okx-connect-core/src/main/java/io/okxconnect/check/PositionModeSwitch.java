package io.okxconnect.check;

import io.okxconnect.account.PositionMode;
import io.okxconnect.error.ExchangeException;
import java.util.Map;

/** Switches between one-way and hedge mode. */
record PositionModeSwitch(PositionMode target) implements SettingSwitch {
    @Override
    public AccountSetting on() {
        return AccountSetting.POSITION_MODE;
    }

    /** OKX has no precheck for it; what it refuses (59000) can be read, but for trading bots. */
    @Override
    public ChangeAttempt lookAhead(RemedyContext context) {
        return IdleAccount.lookAhead(setting(), context.open().all());
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
}
