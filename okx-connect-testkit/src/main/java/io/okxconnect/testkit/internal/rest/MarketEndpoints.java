package io.okxconnect.testkit.internal.rest;

import static io.okxconnect.testkit.internal.rest.Endpoint.Access.PUBLIC;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.Decimals;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Instrument;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be traded, and at which price. */
final class MarketEndpoints {
    private final Exchange exchange;

    MarketEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> list() {
        RateLimit perType = new RateLimit(20, Duration.ofSeconds(2), RateLimit.Key.IP_AND_TYPE);
        return List.of(
                new Endpoint("GET", "/api/v5/market/ticker", PUBLIC, RateLimit.perIp(20, 2), this::ticker),
                new Endpoint("GET", "/api/v5/public/instruments", PUBLIC, perType, this::instruments));
    }

    private Answer ticker(Call call) {
        Instrument instrument = call.instrument(call.required("instId"));
        String price = Decimals.text(exchange.prices().of(instrument));
        ObjectNode row = Json.row()
                .put("instType", instrument.instType())
                .put("instId", instrument.instId())
                .put("last", price)
                .put("lastSz", "1")
                .put("askPx", price)
                .put("askSz", "1000")
                .put("bidPx", price)
                .put("bidSz", "1000");
        for (String name : List.of("open24h", "high24h", "low24h")) {
            row.put(name, price);
        }
        return Json.success(row.put("volCcy24h", "0")
                .put("vol24h", "0")
                .put("sodUtc0", price)
                .put("sodUtc8", price)
                .put("ts", Long.toString(exchange.clock().millis())));
    }

    private Answer instruments(Call call) {
        String type = call.required("instType", Set.of("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION"));
        String instId = call.text("instId");
        return Json.success(Instrument.listed().stream()
                .filter(it -> it.instType().equals(type))
                .filter(it -> instId.isEmpty() || instId.equals(it.instId()))
                .map(MarketEndpoints::row)
                .toList());
    }

    private static ObjectNode row(Instrument it) {
        boolean contract = it.isDerivative();
        ObjectNode row = Json.empty(Json.row(), "auctionEndTime")
                .put("baseCcy", it.baseCcy())
                .put("contTdSwTime", "")
                .put("ctMult", contract ? "1" : "")
                .put("ctType", contract ? it.contract().name().toLowerCase(Locale.ROOT) : "")
                .put("ctVal", contract ? Decimals.text(it.contractValue()) : "")
                .put("ctValCcy", it.contractCcy())
                .put("expTime", "")
                .put("futureSettlement", false)
                .put("groupId", "1")
                .put("instFamily", it.family())
                .put("instId", it.instId())
                .put("instIdCode", it.code())
                .put("instType", it.instType())
                .put("lever", Integer.toString(it.maxLeverage()))
                .put("listTime", "1573557408000")
                .put("lotSz", Decimals.text(it.lotSize()))
                .put("maxIcebergSz", "100000000")
                .put("maxLmtAmt", "20000000")
                .put("maxLmtSz", "100000000")
                .put("maxMktAmt", contract ? "" : "1000000")
                .put("maxMktSz", "30000")
                .put("maxStopSz", "30000")
                .put("maxTriggerSz", "100000000")
                .put("maxTwapSz", "100000000")
                .put("minSz", Decimals.text(it.minSize()));
        Json.empty(row, "openType", "optType", "preMktSwTime")
                .put("quoteCcy", it.quoteCcy())
                .put("ruleType", "normal")
                .put("settleCcy", it.settleCcy())
                .put("state", "live")
                .put("stk", "")
                .put("tickSz", Decimals.text(it.tickSize()));
        row.set("tradeQuoteCcyList", contract ? Json.list() : Json.list().add(it.quoteCcy()));
        return row.put("uly", it.family());
    }
}
