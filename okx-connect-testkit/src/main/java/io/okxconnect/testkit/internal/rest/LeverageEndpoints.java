package io.okxconnect.testkit.internal.rest;

import static io.okxconnect.testkit.internal.rest.Endpoint.Access.READ;
import static io.okxconnect.testkit.internal.rest.Endpoint.Access.TRADE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.Account;
import io.okxconnect.testkit.internal.model.Decimals;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Leverage, fees and how much an account could trade. */
final class LeverageEndpoints {
    private static final Set<String> MARGIN_MODES = Set.of("cross", "isolated");

    private final Exchange exchange;

    LeverageEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> list() {
        RateLimit limit = RateLimit.perUser(20, 2);
        return List.of(
                new Endpoint("POST", "/api/v5/account/set-leverage", TRADE, limit, this::set),
                new Endpoint("GET", "/api/v5/account/leverage-info", READ, limit, this::info),
                new Endpoint("GET", "/api/v5/account/max-size", READ, limit, this::maxSize),
                new Endpoint("GET", "/api/v5/account/trade-fee", READ, RateLimit.perUser(5, 2), this::tradeFee));
    }

    private Answer set(Call call) {
        String marginMode = call.required("mgnMode", MARGIN_MODES);
        BigDecimal leverage = call.number("lever");
        String instId = call.text("instId");
        String ccy = call.text("ccy");
        requireOneOf(instId, ccy);
        String side = "";
        if (instId.isEmpty()) {
            call.account().leverageDesk().set(ccy, marginMode, leverage);
        } else {
            Instrument instrument = call.instrument(instId);
            side = call.account().leverageDesk().set(instrument, marginMode, call.text("posSide"), leverage);
        }
        return Json.success(Json.row()
                .put("instId", instId)
                .put("lever", Decimals.text(leverage))
                .put("mgnMode", marginMode)
                .put("posSide", side));
    }

    private Answer info(Call call) {
        String marginMode = call.required("mgnMode", MARGIN_MODES);
        List<String> instruments = call.list("instId", 20);
        List<String> currencies = call.list("ccy", 20);
        requireOneOf(String.join(",", instruments), String.join(",", currencies));
        Account account = call.account();
        List<ObjectNode> rows = new ArrayList<>();
        for (String instId : instruments) {
            boolean contract = call.instrument(instId).isDerivative();
            if (contract && marginMode.equals("cross") && account.mode().equals("4")) {
                throw ErrorCode.LEVERAGE_INFO_NOT_IN_PORTFOLIO.refusal();
            }
            List<String> sides =
                    !contract ? List.of("") : account.isHedged() ? List.of("long", "short") : List.of("net");
            sides.forEach(side -> rows.add(infoRow(account, instId, "", marginMode, side)));
        }
        currencies.forEach(ccy -> rows.add(infoRow(account, "", ccy, marginMode, "")));
        return Json.success(rows);
    }

    private static ObjectNode infoRow(Account account, String instId, String ccy, String marginMode, String side) {
        BigDecimal leverage =
                account.leverages().of(instId.isEmpty() ? ccy : instId, marginMode, side.isEmpty() ? "net" : side);
        return Json.row()
                .put("ccy", ccy)
                .put("instId", instId)
                .put("lever", Decimals.text(leverage))
                .put("mgnMode", marginMode)
                .put("posSide", side);
    }

    private Answer maxSize(Call call) {
        String tradeMode = call.required("tdMode", Set.of("cash", "cross", "isolated"));
        call.required("instId");
        List<ObjectNode> rows = call.list("instId", 5).stream()
                .map(instId -> maxSizeRow(call, call.instrument(instId), tradeMode))
                .toList();
        return Json.success(rows);
    }

    private ObjectNode maxSizeRow(Call call, Instrument instrument, String tradeMode) {
        Account account = call.account();
        BigDecimal price = call.text("px").isEmpty() ? exchange.prices().of(instrument) : call.number("px");
        if (price.signum() == 0) {
            throw ErrorCode.PARAMETER_ERROR.refusal("px");
        }
        BigDecimal unit = instrument.worth(BigDecimal.ONE, price);
        BigDecimal buy;
        BigDecimal sell;
        if (instrument.isDerivative()) {
            BigDecimal leverage = call.text("leverage").isEmpty()
                    ? account.leverages().of(instrument.instId(), tradeMode, "net")
                    : call.number("leverage");
            BigDecimal power =
                    account.figures().availableEquity(instrument.settleCcy()).multiply(leverage);
            buy = Decimals.divide(power, unit);
            sell = buy;
        } else {
            buy = Decimals.divide(account.figures().availableBalance(instrument.quoteCcy()), unit);
            sell = account.figures().availableBalance(instrument.baseCcy());
        }
        return Json.row()
                .put("ccy", instrument.isDerivative() ? instrument.settleCcy() : instrument.baseCcy())
                .put("instId", instrument.instId())
                .put("maxBuy", Decimals.text(instrument.roundDown(buy)))
                .put("maxSell", Decimals.text(instrument.roundDown(sell)));
    }

    private Answer tradeFee(Call call) {
        String type = call.required("instType", Set.of("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION"));
        boolean pair = type.equals("SPOT") || type.equals("MARGIN");
        String maker = pair ? "-0.0008" : "-0.0002";
        String taker = pair ? "-0.001" : "-0.0005";
        ObjectNode group = Json.row()
                .put("elpMaker", "")
                .put("groupId", "1")
                .put("maker", maker)
                .put("taker", taker);
        ObjectNode row = Json.row().put("category", "1").put("delivery", "").put("exercise", "");
        row.set("feeGroup", Json.list().add(group));
        row.set("fiat", Json.list());
        row.put("instType", type)
                .put("level", call.account().feeLevel())
                .put("maker", pair ? maker : "")
                .put("makerU", pair ? "" : maker)
                .put("makerUSDC", "")
                .put("ruleType", "normal")
                .put("settle", "")
                .put("taker", pair ? taker : "")
                .put("takerU", pair ? "" : taker)
                .put("takerUSDC", "")
                .put("ts", Long.toString(exchange.clock().millis()));
        return Json.success(row);
    }

    private static void requireOneOf(String instId, String ccy) {
        if (instId.isEmpty() && ccy.isEmpty()) {
            throw ErrorCode.ONE_OF_TWO_MISSING.refusal("instId or ccy");
        }
        if (!instId.isEmpty() && !ccy.isEmpty()) {
            throw ErrorCode.BOTH_GIVEN.refusal("instId and ccy");
        }
    }
}
