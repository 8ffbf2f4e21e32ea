package io.okxconnect.check;

import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.error.ExchangeException;
import java.util.Map;
import java.util.stream.Stream;

/** Sets how margin gets into isolated positions of one scope. */
record IsolatedMarginSwitch(IsolatedMarginScope scope, IsolatedMarginMode target) implements SettingSwitch {
    @Override
    public AccountSetting on() {
        return scope == IsolatedMarginScope.CONTRACTS
                ? AccountSetting.CONTRACT_ISOLATED_MARGIN
                : AccountSetting.MARGIN_ISOLATED_MARGIN;
    }

    @Override
    public ChangeAttempt lookAhead(RemedyContext context) {
        OpenThings open = context.open();
        return IdleAccount.lookAhead(
                setting(),
                Stream.concat(open.positionObstacles().stream(), open.orders().stream())
                        .toList());
    }

    @Override
    public ChangeAttempt change(RemedyContext context) {
        try {
            context.set("/api/v5/account/set-isolated-mode", Map.of("isoMode", target.text(), "type", scope.name()));
            return ChangeAttempt.accepted();
        } catch (ExchangeException refusal) {
            return Refusals.explain(refusal, setting(), context);
        }
    }
}
