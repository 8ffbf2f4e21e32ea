package io.okxconnect.testkit.internal.rest;

import static io.okxconnect.testkit.internal.rest.Endpoint.Access.READ;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.Decimals;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the account holds: money in both its parts, and positions. */
final class BalanceEndpoints {
    private final Exchange exchange;

    BalanceEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> list() {
        return List.of(
                new Endpoint("GET", "/api/v5/account/balance", READ, RateLimit.perUser(10, 2), this::balance),
                new Endpoint("GET", "/api/v5/account/positions", READ, RateLimit.perUser(10, 2), this::positions),
                new Endpoint(
                        "GET", "/api/v5/asset/balances", READ, RateLimit.perUser(6, 1), BalanceEndpoints::funding));
    }

    private Answer balance(Call call) {
        List<String> wanted = call.list("ccy", 20);
        return Json.success(new BalanceRow(call.account(), exchange.clock().millis()).write(wanted));
    }

    private Answer positions(Call call) {
        List<String> ids = call.list("posId", 20);
        List<String> instruments = call.list("instId", 10);
        String type = call.text("instType");
        List<ObjectNode> rows = call.account().positions().open().stream()
                .filter(it -> ids.isEmpty() || ids.contains(it.id()))
                .filter(it -> instruments.isEmpty()
                        || instruments.contains(it.instrument().instId()))
                .filter(it -> type.isEmpty() || type.equals(it.instrument().instType()))
                .map(this::row)
                .toList();
        return Json.success(rows);
    }

    private ObjectNode row(Position position) {
        return PositionRow.write(position, exchange.prices().of(position.instrument()), exchange.prices());
    }

    private static Answer funding(Call call) {
        List<String> wanted = call.list("ccy", 20);
        List<ObjectNode> rows = call.account().wallet().funding().entrySet().stream()
                .filter(it -> it.getValue().signum() != 0)
                .filter(it -> wanted.isEmpty() || wanted.contains(it.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(it -> fundingRow(it.getKey(), it.getValue()))
                .toList();
        return Json.success(rows);
    }

    private static ObjectNode fundingRow(String ccy, BigDecimal amount) {
        String text = Decimals.text(amount);
        return Json.row().put("availBal", text).put("bal", text).put("ccy", ccy).put("frozenBal", "0");
    }
}
