package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.error.ExchangeException;
import java.util.Map;

/** Sets isolated margin of one scope to automatic transfers. */
record AutomaticIsolatedMargin(IsolatedMarginScope scope) implements RemedyAction {
    @Override
    public String setting() {
        return scope == IsolatedMarginScope.CONTRACTS
                ? "isolated margin of futures, swaps and options"
                : "isolated margin of margin trading";
    }

    @Override
    public String currentValue(RemedyContext context) {
        AccountConfig config = context.config();
        return (scope == IsolatedMarginScope.CONTRACTS ? config.contractIsolatedMode() : config.marginIsolatedMode())
                .map(this::shown)
                .orElse("not told by OKX");
    }

    @Override
    public String targetValue() {
        return shown(IsolatedMarginMode.AUTOMATIC);
    }

    @Override
    public ChangeAttempt change(RemedyContext context) {
        try {
            context.set(
                    "/api/v5/account/set-isolated-mode",
                    Map.of("isoMode", IsolatedMarginMode.AUTOMATIC.text(), "type", scope.name()));
            return ChangeAttempt.accepted();
        } catch (ExchangeException refusal) {
            return Refusals.explain(refusal, setting(), context);
        }
    }

    private String shown(IsolatedMarginMode mode) {
        return mode.displayName() + (scope == IsolatedMarginScope.CONTRACTS ? ", ctIsoMode=" : ", mgnIsoMode=") + mode;
    }
}
