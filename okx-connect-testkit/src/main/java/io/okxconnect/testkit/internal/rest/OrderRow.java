package io.okxconnect.testkit.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.Decimals;
import io.okxconnect.testkit.internal.model.Order;
import io.okxconnect.testkit.internal.model.OrderTicket;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of {@code trade/order} and {@code trade/orders-pending}. */
final class OrderRow {
    private OrderRow() {}

    static ObjectNode write(Order order) {
        OrderTicket ticket = order.ticket();
        String fillPrice = text(order.fillPrice());
        String filled = Decimals.text(order.filled());
        ObjectNode row = Json.row().put("accFillSz", filled);
        Json.empty(row, "algoClOrdId", "algoId", "attachAlgoClOrdId");
        row.set("attachAlgoOrds", Json.list());
        row.put("avgPx", fillPrice)
                .put("cTime", Long.toString(order.createdAt()))
                .put("cancelSource", order.cancelSource())
                .put("cancelSourceReason", "")
                .put("category", "normal")
                .put("ccy", "")
                .put("clOrdId", ticket.clOrdId())
                .put("fee", Decimals.text(order.fee()))
                .put("feeCcy", order.feeCcy())
                .put("fillPx", fillPrice)
                .put("fillSz", filled)
                .put("fillTime", fillPrice.isEmpty() ? "" : Long.toString(order.updatedAt()))
                .put("instId", ticket.instrument().instId())
                .put("instType", ticket.instrument().instType())
                .put("isTpLimit", "false")
                .put("lever", ticket.instrument().isDerivative() ? Decimals.text(order.leverage()) : "");
        row.set("linkedAlgoOrd", Json.row().put("algoId", ""));
        row.put("ordId", order.id())
                .put("ordType", ticket.ordType())
                .put("pnl", "0")
                .put("posSide", order.posSide())
                .put("px", text(ticket.price()));
        Json.empty(row, "pxType", "pxUsd", "pxVol", "quickMgnType")
                .put("rebate", "0")
                .put("rebateCcy", "")
                .put("reduceOnly", ticket.reduceOnly() == OrderTicket.ReduceOnly.YES ? "true" : "false")
                .put("side", ticket.side());
        Json.empty(row, "slOrdPx", "slTriggerPx", "slTriggerPxType", "source")
                .put("state", order.state())
                .put("stpId", "")
                .put("stpMode", "cancel_maker")
                .put("sz", Decimals.text(ticket.statedSize()))
                .put("tag", ticket.tag())
                .put("tdMode", ticket.tdMode())
                .put("tgtCcy", ticket.tgtCcy());
        return Json.empty(row, "tpOrdPx", "tpTriggerPx", "tpTriggerPxType")
                .put("tradeId", order.tradeId())
                .put("tradeQuoteCcy", ticket.instrument().quoteCcy())
                .put("uTime", Long.toString(order.updatedAt()));
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : Decimals.text(number);
    }
}
