package io.okxconnect.internal.account;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.LeverageQuery;
import io.okxconnect.account.MaxOrderSizeQuery;
import io.okxconnect.account.PositionsQuery;
import io.okxconnect.account.SystemState;
import io.okxconnect.account.TradeFeeQuery;
import io.okxconnect.rest.RestRequest;
import java.math.BigDecimal;
import java.util.List;

/** The reads, as requests. Parameters come in the order of OKX's docs. */
final class AccountReads {
    private static final RestRequest CONFIG =
            RestRequest.get("/api/v5/account/config").build();
    private static final RestRequest BALANCE =
            RestRequest.get("/api/v5/account/balance").build();

    private AccountReads() {}

    static RestRequest config() {
        return CONFIG;
    }

    static RestRequest balance() {
        return BALANCE;
    }

    static RestRequest balance(List<String> currencies) {
        return list(RestRequest.get("/api/v5/account/balance"), "ccy", currencies)
                .build();
    }

    static RestRequest fundingBalances(List<String> currencies) {
        return list(RestRequest.get("/api/v5/asset/balances"), "ccy", currencies)
                .build();
    }

    static RestRequest positions(PositionsQuery query) {
        RestRequest.Builder request = RestRequest.get("/api/v5/account/positions");
        query.instrumentType().ifPresent(type -> request.query("instType", type.text()));
        list(request, "instId", query.instrumentIds());
        return list(request, "posId", query.positionIds()).build();
    }

    static RestRequest serverTime() {
        return RestRequest.get("/api/v5/public/time").unsigned().build();
    }

    static RestRequest systemStatus() {
        return RestRequest.get("/api/v5/system/status").unsigned().build();
    }

    static RestRequest systemStatus(SystemState state) {
        return RestRequest.get("/api/v5/system/status")
                .query("state", state.text())
                .unsigned()
                .build();
    }

    static RestRequest precheck(AccountMode target) {
        return RestRequest.get("/api/v5/account/set-account-switch-precheck")
                .query("acctLv", target.text())
                .build();
    }

    static RestRequest leverage(LeverageQuery query) {
        RestRequest.Builder request = RestRequest.get("/api/v5/account/leverage-info");
        list(request, "instId", query.instrumentIds());
        list(request, "ccy", query.currencies());
        return request.query("mgnMode", query.marginMode().text()).build();
    }

    static RestRequest tradeFees(TradeFeeQuery query) {
        RestRequest.Builder request = RestRequest.get("/api/v5/account/trade-fee")
                .query("instType", query.instrumentType().text());
        query.instrumentId().ifPresent(value -> request.query("instId", value));
        query.instrumentFamily().ifPresent(value -> request.query("instFamily", value));
        query.groupId().ifPresent(value -> request.query("groupId", value));
        return request.build();
    }

    static RestRequest maxOrderSizes(MaxOrderSizeQuery query) {
        RestRequest.Builder request = RestRequest.get("/api/v5/account/max-size");
        list(request, "instId", query.instrumentIds());
        request.query("tdMode", query.tradeMode().text());
        query.currency().ifPresent(value -> request.query("ccy", value));
        query.price().map(BigDecimal::toPlainString).ifPresent(value -> request.query("px", value));
        query.leverage().map(BigDecimal::toPlainString).ifPresent(value -> request.query("leverage", value));
        query.tradeQuoteCurrency().ifPresent(value -> request.query("tradeQuoteCcy", value));
        query.outcome().ifPresent(value -> request.query("outcome", value));
        return request.build();
    }

    private static RestRequest.Builder list(RestRequest.Builder request, String name, List<String> values) {
        return values.isEmpty() ? request : request.query(name, String.join(",", values));
    }
}
