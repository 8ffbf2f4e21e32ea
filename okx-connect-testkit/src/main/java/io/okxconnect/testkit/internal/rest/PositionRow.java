package io.okxconnect.testkit.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.Decimals;
import io.okxconnect.testkit.internal.model.Position;
import io.okxconnect.testkit.internal.model.Prices;
import java.math.BigDecimal;

/** A row of {@code account/positions}. */
final class PositionRow {
    private PositionRow() {}

    static ObjectNode write(Position it, BigDecimal price, Prices prices) {
        boolean isolated = it.isIsolated();
        BigDecimal initial = it.initialMargin(price);
        BigDecimal gain = it.unrealized(price);
        BigDecimal backing = isolated ? it.margin() : initial;
        String mark = Decimals.text(price);
        String ratio = backing.signum() == 0 ? "" : Decimals.text(Decimals.divide(gain, backing));
        BigDecimal usd = prices.dollars(it.instrument().settleCcy());
        ObjectNode row = Json.row()
                .put("adl", "1")
                .put("availPos", Decimals.text(it.shownSize()))
                .put("avgPx", Decimals.text(it.averagePrice()));
        Json.empty(row, "baseBal", "baseBorrowed", "baseInterest")
                .put("bePx", Decimals.text(it.averagePrice()))
                .put("bizRefId", "")
                .put("bizRefType", "")
                .put("cTime", Long.toString(it.createdAt()))
                .put("ccy", it.instrument().settleCcy())
                .put("clSpotInUseAmt", "");
        row.set("closeOrderAlgo", Json.list());
        Json.empty(row, "deltaBS", "deltaPA")
                .put("fee", Decimals.text(it.fee()))
                .put("fundingFee", "0");
        Json.empty(row, "gammaBS", "gammaPA", "hedgedPos")
                .put("idxPx", mark)
                .put("imr", isolated ? "" : Decimals.text(initial))
                .put("instId", it.instrument().instId())
                .put("instType", it.instrument().instType())
                .put("interest", "")
                .put("last", mark)
                .put("lever", Decimals.text(it.leverage()));
        Json.empty(row, "liab", "liabCcy").put("liqPenalty", "0").put("liqPx", "");
        row.put("margin", isolated ? Decimals.text(it.margin()) : "")
                .put("markPx", mark)
                .put("maxSpotInUseAmt", "")
                .put("mgnMode", it.marginMode())
                .put("mgnRatio", "")
                .put("mmr", Decimals.text(it.maintenanceMargin(price)))
                .put("nonSettleAvgPx", "")
                .put("notionalUsd", Decimals.text(it.worth(price).multiply(usd)))
                .put("optVal", "")
                .put("pendingCloseOrdLiabVal", "")
                .put("pnl", Decimals.text(it.pnl()))
                .put("pos", Decimals.text(it.shownSize()))
                .put("posCcy", "")
                .put("posId", it.id())
                .put("posSide", it.side());
        Json.empty(row, "quoteBal", "quoteBorrowed", "quoteInterest")
                .put("realizedPnl", Decimals.text(it.pnl().add(it.fee())))
                .put("settledPnl", "");
        Json.empty(row, "spotInUseAmt", "spotInUseCcy", "thetaBS", "thetaPA", "tradeId")
                .put("uTime", Long.toString(it.updatedAt()))
                .put("upl", Decimals.text(gain))
                .put("uplLastPx", Decimals.text(gain))
                .put("uplRatio", ratio)
                .put("uplRatioLastPx", ratio)
                .put("usdPx", Decimals.text(usd));
        return Json.empty(row, "vegaBS", "vegaPA");
    }
}
