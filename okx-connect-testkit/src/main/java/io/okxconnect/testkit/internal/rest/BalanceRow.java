package io.okxconnect.testkit.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.Account;
import io.okxconnect.testkit.internal.model.Decimals;
import io.okxconnect.testkit.internal.model.Figures;
import io.okxconnect.testkit.internal.model.Wallet;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The row of {@code account/balance}. Which members are filled depends on the account mode. */
final class BalanceRow {
    private final Figures figures;
    private final Wallet wallet;
    private final String now;
    private final boolean spot;
    private final boolean futures;

    BalanceRow(Account account, long now) {
        this.figures = account.figures();
        this.wallet = account.wallet();
        this.now = Long.toString(now);
        this.spot = account.mode().equals("1");
        this.futures = account.mode().equals("2");
    }

    ObjectNode write(List<String> currencies) {
        String total = dollars(figures::equity);
        ObjectNode row = Json.row();
        row.put("adjEq", unlessFutures(() -> total));
        row.put("availEq", futures || spot ? "" : dollars(figures::availableEquity));
        row.put("borrowFroz", unlessFutures(() -> "0"));
        Json.empty(row, "delta", "deltaLever", "deltaNeutralStatus");
        ArrayNode details = Json.list();
        figures.currencies().stream()
                .filter(ccy -> currencies.isEmpty() || currencies.contains(ccy))
                .forEach(ccy -> details.add(detail(ccy)));
        row.set("details", details);
        row.put("imr", unlessFutures(() -> dollars(figures::crossInitialMargin)));
        row.put("isoEq", spot ? "" : dollars(figures::isolatedEquity));
        row.put("mgnRatio", unlessFutures(this::marginRatio));
        row.put("mmr", unlessFutures(() -> dollars(figures::crossMaintenanceMargin)));
        row.put("notionalUsd", unlessFutures(() -> dollars(figures::crossWorth)));
        row.put("notionalUsdForBorrow", unlessFutures(() -> "0"));
        row.put("notionalUsdForFutures", unlessFutures(() -> "0"));
        row.put("notionalUsdForOption", unlessFutures(() -> "0"));
        row.put("notionalUsdForSwap", unlessFutures(() -> dollars(figures::crossWorth)));
        row.put("ordFroz", unlessFutures(() -> dollars(figures::frozenByOrders)));
        row.put("totalEq", total);
        row.put("uTime", now);
        row.put("upl", futures || spot ? "" : dollars(figures::crossGain));
        return row;
    }

    private ObjectNode detail(String ccy) {
        BigDecimal equity = figures.equity(ccy);
        boolean crossed = futures && figures.crossInitialMargin(ccy).signum() > 0;
        ObjectNode row = Json.row();
        Json.empty(row, "accAvgPx", "autoLendMtAmt").put("autoLendStatus", "off");
        row.put("availBal", Decimals.text(figures.availableBalance(ccy)));
        row.put("availEq", spot ? "" : Decimals.text(figures.availableEquity(ccy)));
        row.put("borrowFroz", unlessFutures(() -> "0"));
        row.put("cashBal", Decimals.text(wallet.cash(ccy))).put("ccy", ccy);
        Json.empty(row, "clSpotInUseAmt", "colBorrAutoConversion").put("colRes", "0");
        row.put("collateralEnabled", false).put("collateralRestrict", false);
        row.put("crossLiab", unlessFutures(() -> Decimals.text(wallet.borrowed(ccy))));
        row.put("disEq", unlessFutures(() -> Decimals.text(figures.inDollars(ccy, equity))));
        row.put("eq", Decimals.text(equity));
        row.put("eqUsd", Decimals.text(figures.inDollars(ccy, equity)));
        row.put("fixedBal", "0");
        row.put("frozenBal", Decimals.text(figures.frozen(ccy))).put("frpType", "0");
        row.put("imr", crossed ? Decimals.text(figures.crossInitialMargin(ccy)) : "");
        row.put("interest", unlessFutures(() -> "0"));
        row.put("isoEq", spot ? "" : Decimals.text(figures.isolatedEquity(ccy)));
        row.put("isoLiab", unlessFutures(() -> "0"));
        row.put("isoUpl", spot ? "" : Decimals.text(figures.isolatedGain(ccy)));
        row.put("liab", unlessFutures(() -> Decimals.text(wallet.borrowed(ccy))));
        row.put("maxLoan", unlessFutures(() -> "0")).put("maxSpotInUse", "");
        row.put("mgnRatio", crossed ? ratio(equity, figures.crossMaintenanceMargin(ccy)) : "");
        row.put("mmr", crossed ? Decimals.text(figures.crossMaintenanceMargin(ccy)) : "");
        row.put("notionalLever", crossed ? ratio(figures.crossWorth(ccy), equity) : "");
        row.put("openAvgPx", "");
        row.put("ordFrozen", Decimals.text(figures.frozenByOrders(ccy)));
        row.put("rewardBal", "0").put("smtSyncEq", "0").put("spotBal", "").put("spotCopyTradingEq", "0");
        row.put("spotInUseAmt", "").put("spotIsoBal", "0");
        Json.empty(row, "spotUpl", "spotUplRatio").put("stgyEq", "0");
        Json.empty(row, "totalPnl", "totalPnlRatio");
        row.put("twap", unlessFutures(() -> "0")).put("uTime", now);
        row.put("upl", spot ? "" : Decimals.text(figures.crossGain(ccy).add(figures.isolatedGain(ccy))));
        return row.put("uplLiab", unlessFutures(() -> "0"));
    }

    private String unlessFutures(Supplier<String> value) {
        return futures ? "" : value.get();
    }

    private String dollars(Function<String, BigDecimal> figure) {
        return Decimals.text(figures.totalInDollars(figure));
    }

    private String marginRatio() {
        return ratio(figures.totalInDollars(figures::equity), figures.totalInDollars(figures::crossMaintenanceMargin));
    }

    /** Empty when there is nothing to divide by: no position, no ratio. */
    private static String ratio(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() <= 0 ? "" : Decimals.text(Decimals.divide(dividend, divisor));
    }
}
