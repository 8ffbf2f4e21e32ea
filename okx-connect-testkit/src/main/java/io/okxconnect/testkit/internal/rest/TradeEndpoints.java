package io.okxconnect.testkit.internal.rest;

import static io.okxconnect.testkit.internal.rest.Endpoint.Access.READ;
import static io.okxconnect.testkit.internal.rest.Endpoint.Access.TRADE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.AlgoOrder;
import io.okxconnect.testkit.internal.model.Decimals;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Instrument;
import io.okxconnect.testkit.internal.model.Order;
import io.okxconnect.testkit.internal.model.OrderTicket;
import io.okxconnect.testkit.internal.model.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Placing, cancelling and looking at orders. */
final class TradeEndpoints {
    private static final Set<String> ALGO_TYPES =
            Set.of("conditional", "oco", "chase", "trigger", "move_order_stop", "twap", "smart_iceberg");

    private final Exchange exchange;

    TradeEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> list() {
        RateLimit limit = RateLimit.perUserAndInstrument(60, 2);
        return List.of(
                new Endpoint("POST", "/api/v5/trade/order", TRADE, limit, this::place),
                new Endpoint("GET", "/api/v5/trade/order", READ, limit, this::find),
                new Endpoint("POST", "/api/v5/trade/cancel-order", TRADE, limit, this::cancel),
                new Endpoint("GET", "/api/v5/trade/orders-pending", READ, RateLimit.perUser(60, 2), this::pending),
                new Endpoint("GET", "/api/v5/trade/orders-algo-pending", READ, RateLimit.perUser(20, 2), this::algos));
    }

    private Answer place(Call call) {
        Instant in = exchange.clock().instant();
        requireInTime(call, in);
        for (String name : List.of("instId", "tdMode", "side", "ordType", "sz")) {
            call.required(name);
        }
        ObjectNode row =
                Json.row().put("clOrdId", call.text("clOrdId")).put("ordId", "").put("tag", call.text("tag"));
        try {
            Order order = call.account().orderDesk().place(ticket(call));
            row.put("ordId", order.id()).put("sCode", "0").put("sMsg", "Order placed");
            return result(row.put("subCode", ""), in);
        } catch (Refusal refusal) {
            return failed(row, refusal, in);
        }
    }

    private Answer cancel(Call call) {
        Instant in = exchange.clock().instant();
        ObjectNode row = Json.row().put("clOrdId", call.text("clOrdId")).put("ordId", call.text("ordId"));
        try {
            Order order = locate(call).orElseThrow(ErrorCode.ORDER_NOT_THERE::refusal);
            call.account().orderDesk().cancel(order);
            row.put("clOrdId", order.ticket().clOrdId()).put("ordId", order.id());
            return result(row.put("sCode", "0").put("sMsg", ""), in);
        } catch (Refusal refusal) {
            return failed(row, refusal, in);
        }
    }

    private Answer find(Call call) {
        return Json.success(OrderRow.write(locate(call).orElseThrow(ErrorCode.ORDER_NOT_FOUND::refusal)));
    }

    private Answer pending(Call call) {
        String type = call.text("instType");
        String instId = call.text("instId");
        return Json.success(call.account().orders().pending().stream()
                .filter(it ->
                        type.isEmpty() || type.equals(it.ticket().instrument().instType()))
                .filter(it -> instId.isEmpty()
                        || instId.equals(it.ticket().instrument().instId()))
                .limit(100)
                .map(OrderRow::write)
                .toList());
    }

    private Answer result(ObjectNode row, Instant in) {
        row.put("ts", Long.toString(in.toEpochMilli()));
        return Json.orderResult("0", "", row, in, exchange.clock().instant());
    }

    private Answer failed(ObjectNode row, Refusal refusal, Instant in) {
        row.put("sCode", refusal.errorCode().code())
                .put("sMsg", refusal.text())
                .put("subCode", refusal.errorCode().subCode())
                .put("ts", Long.toString(in.toEpochMilli()));
        return Json.orderResult(
                "1", "Operation failed.", row, in, exchange.clock().instant());
    }

    private static Optional<Order> locate(Call call) {
        Instrument instrument = call.instrument(call.required("instId"));
        Optional<String> ordId = call.optional("ordId");
        if (ordId.isEmpty() && call.text("clOrdId").isEmpty()) {
            throw ErrorCode.NO_ORDER_ID.refusal();
        }
        return ordId.map(id -> call.account().orders().find(id))
                .orElseGet(() -> call.account().orders().findByClientId(call.text("clOrdId")))
                .filter(it -> it.ticket().instrument().equals(instrument));
    }

    /** All algo orders are stop-loss orders, which OKX lists as {@code conditional}. */
    private Answer algos(Call call) {
        boolean conditional = call.required("ordType", ALGO_TYPES).equals("conditional");
        return Json.success(call.account().orders().pendingAlgos().stream()
                .filter(it -> conditional)
                .map(TradeEndpoints::row)
                .toList());
    }

    private static ObjectNode row(AlgoOrder order) {
        return Json.row()
                .put("algoId", order.algoId())
                .put("cTime", Long.toString(order.createdAt()))
                .put("instId", order.instrument().instId())
                .put("instType", order.instrument().instType())
                .put("ordType", "conditional")
                .put("side", "sell")
                .put("state", "live")
                .put("sz", Decimals.text(order.size()));
    }

    private static void requireInTime(Call call, Instant now) {
        String expTime = call.request().header("expTime");
        if (expTime.isEmpty()) {
            return;
        }
        if (!expTime.matches("\\d{13}")) {
            throw ErrorCode.PARAMETER_ERROR.refusal("expTime");
        }
        if (Long.parseLong(expTime) < now.toEpochMilli()) {
            throw ErrorCode.EXP_TIME_IN_PAST.refusal();
        }
    }

    private OrderTicket ticket(Call call) {
        Instrument instrument = call.instrument(call.text("instId"));
        BigDecimal stated = call.number("sz");
        boolean market = call.text("ordType").equals("market");
        String sizeCcy = sizeCcy(call, instrument, market);
        BigDecimal size = sizeCcy.equals("quote_ccy")
                ? instrument.roundDown(Decimals.divide(stated, exchange.prices().of(instrument)))
                : stated;
        boolean reduceOnly = call.text("reduceOnly").equals("true");
        return new OrderTicket(
                instrument,
                call.text("tdMode"),
                call.text("side"),
                call.text("posSide"),
                call.text("ordType"),
                size,
                stated,
                call.text("px").isEmpty() ? null : call.number("px"),
                call.text("clOrdId"),
                call.text("tag"),
                reduceOnly ? OrderTicket.ReduceOnly.YES : OrderTicket.ReduceOnly.NO,
                sizeCcy);
    }

    /** In which currency a spot market order counts; {@code ""} for all other orders. */
    private static String sizeCcy(Call call, Instrument instrument, boolean market) {
        if (!market || instrument.isDerivative()) {
            return "";
        }
        return call.optional("tgtCcy").orElse(call.text("side").equals("buy") ? "quote_ccy" : "base_ccy");
    }
}
