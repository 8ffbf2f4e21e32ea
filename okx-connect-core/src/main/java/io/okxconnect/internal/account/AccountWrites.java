package io.okxconnect.internal.account;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.account.LeverageRequest;
import io.okxconnect.account.PositionMode;
import io.okxconnect.rest.RestRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writes, as requests. */
final class AccountWrites {
    private AccountWrites() {}

    static RestRequest positionMode(PositionMode mode) {
        return RestRequest.post("/api/v5/account/set-position-mode")
                .body(Map.of("posMode", mode.text()))
                .build();
    }

    static RestRequest accountMode(AccountMode mode) {
        return RestRequest.post("/api/v5/account/set-account-level")
                .body(Map.of("acctLv", mode.text()))
                .build();
    }

    static RestRequest preset(AccountMode target, @Nullable BigDecimal leverage) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("acctLv", target.text());
        if (leverage != null) {
            body.put("lever", leverage.toPlainString());
        }
        return RestRequest.post("/api/v5/account/account-level-switch-preset")
                .body(body)
                .build();
    }

    static RestRequest isolatedMarginMode(IsolatedMarginMode mode, IsolatedMarginScope scope) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("isoMode", mode.text());
        body.put("type", scope.name());
        return RestRequest.post("/api/v5/account/set-isolated-mode").body(body).build();
    }

    static RestRequest leverage(LeverageRequest request) {
        Map<String, String> body = new LinkedHashMap<>();
        request.instrumentId().ifPresent(value -> body.put("instId", value));
        request.currency().ifPresent(value -> body.put("ccy", value));
        body.put("lever", request.leverage().toPlainString());
        body.put("mgnMode", request.marginMode().text());
        request.positionSide().ifPresent(side -> body.put("posSide", side.text()));
        return RestRequest.post("/api/v5/account/set-leverage").body(body).build();
    }
}
