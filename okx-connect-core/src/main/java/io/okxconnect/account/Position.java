package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A position of an account.
 *
 * <p>Source: OKX V5 docs, "Get positions" ({@code GET /api/v5/account/positions}). Immutable.
 */
public final class Position extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required("instType", "instId", "mgnMode", "posSide", "pos")
            .texts("posId", "posCcy", "ccy", "liabCcy", "adl", "tradeId")
            .decimals(
                    "pos",
                    "availPos",
                    "hedgedPos",
                    "avgPx",
                    "nonSettleAvgPx",
                    "markPx",
                    "last",
                    "idxPx",
                    "usdPx",
                    "bePx",
                    "liqPx",
                    "upl",
                    "uplRatio",
                    "uplLastPx",
                    "uplRatioLastPx",
                    "realizedPnl",
                    "settledPnl",
                    "pnl",
                    "fee",
                    "fundingFee",
                    "liqPenalty",
                    "lever",
                    "imr",
                    "margin",
                    "mmr",
                    "mgnRatio",
                    "notionalUsd",
                    "liab",
                    "interest")
            .millis("cTime", "uTime");

    private final List<CloseOrderAlgo> closeOrders;

    private Position(JsonValue raw) {
        super(MEMBERS.check(raw));
        this.closeOrders = raw.items("closeOrderAlgo").stream()
                .map(CloseOrderAlgo::fromJson)
                .toList();
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code instType}, {@code instId}, {@code mgnMode}, {@code posSide} and {@code pos};
     *     everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static Position fromJson(JsonValue json) {
        return new Position(json);
    }

    /**
     * The kind of instrument ({@code instType}).
     *
     * @return the value
     */
    public InstrumentType instrumentType() {
        return InstrumentType.of(raw().requiredText("instType"));
    }

    /**
     * The instrument ({@code instId}).
     *
     * @return for example {@code BTC-USDT-SWAP}
     */
    public String instrumentId() {
        return raw().requiredText("instId");
    }

    /**
     * The id of the position; OKX keeps it for 30 days after the position was closed ({@code posId}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> positionId() {
        return raw().text("posId");
    }

    /**
     * Cross or isolated ({@code mgnMode}).
     *
     * @return the value
     */
    public MarginMode marginMode() {
        return MarginMode.of(raw().requiredText("mgnMode"));
    }

    /**
     * The side as OKX keeps it; {@link #direction} tells long from short in every mode ({@code posSide}).
     *
     * @return the value
     */
    public PositionSide positionSide() {
        return PositionSide.of(raw().requiredText("posSide"));
    }

    /**
     * The size as OKX writes it, in contracts, or in {@link #positionCurrency} for margin trading ({@code pos}).
     *
     * @return the number; negative for a short contract position in one-way mode, but see {@link #direction}
     */
    public BigDecimal size() {
        return raw().decimal("pos").orElseThrow();
    }

    /**
     * The currency of the size; margin trading only ({@code posCcy}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> positionCurrency() {
        return raw().text("posCcy");
    }

    /**
     * How much can be closed ({@code availPos}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> availableSize() {
        return raw().decimal("availPos");
    }

    /**
     * How much is hedged, in delta-neutral strategies ({@code hedgedPos}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> hedgedSize() {
        return raw().decimal("hedgedPos");
    }

    /**
     * The average open price ({@code avgPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> averagePrice() {
        return raw().decimal("avgPx");
    }

    /**
     * The average open price without settlements ({@code nonSettleAvgPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> nonSettledAveragePrice() {
        return raw().decimal("nonSettleAvgPx");
    }

    /**
     * The mark price ({@code markPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> markPrice() {
        return raw().decimal("markPx");
    }

    /**
     * The last price ({@code last}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> lastPrice() {
        return raw().decimal("last");
    }

    /**
     * The index price ({@code idxPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> indexPrice() {
        return raw().decimal("idxPx");
    }

    /**
     * The price of the margin currency in USD; options only ({@code usdPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> usdPrice() {
        return raw().decimal("usdPx");
    }

    /**
     * The break-even price ({@code bePx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> breakEvenPrice() {
        return raw().decimal("bePx");
    }

    /**
     * The estimated liquidation price ({@code liqPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> liquidationPrice() {
        return raw().decimal("liqPx");
    }

    /**
     * The unrealized profit or loss by the mark price ({@code upl}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> unrealizedPnl() {
        return raw().decimal("upl");
    }

    /**
     * The unrealized profit or loss by the mark price, as a ratio ({@code uplRatio}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> unrealizedPnlRatio() {
        return raw().decimal("uplRatio");
    }

    /**
     * The unrealized profit or loss by the last price ({@code uplLastPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> unrealizedPnlAtLastPrice() {
        return raw().decimal("uplLastPx");
    }

    /**
     * The unrealized profit or loss by the last price, as a ratio ({@code uplRatioLastPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> unrealizedPnlRatioAtLastPrice() {
        return raw().decimal("uplRatioLastPx");
    }

    /**
     * The realized profit or loss: profit, fees, funding, penalty and settlements ({@code realizedPnl}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> realizedPnl() {
        return raw().decimal("realizedPnl");
    }

    /**
     * The settled profit or loss ({@code settledPnl}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> settledPnl() {
        return raw().decimal("settledPnl");
    }

    /**
     * The profit or loss of closed parts, fees not counted ({@code pnl}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> pnl() {
        return raw().decimal("pnl");
    }

    /**
     * The fees so far; negative is paid ({@code fee}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> fee() {
        return raw().decimal("fee");
    }

    /**
     * The funding fees so far; negative is paid ({@code fundingFee}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> fundingFee() {
        return raw().decimal("fundingFee");
    }

    /**
     * The liquidation penalty so far; negative is paid ({@code liqPenalty}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> liquidationPenalty() {
        return raw().decimal("liqPenalty");
    }

    /**
     * The leverage ({@code lever}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> leverage() {
        return raw().decimal("lever");
    }

    /**
     * The initial margin requirement; cross only ({@code imr}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> initialMargin() {
        return raw().decimal("imr");
    }

    /**
     * The margin in the position; isolated only ({@code margin}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> margin() {
        return raw().decimal("margin");
    }

    /**
     * The maintenance margin requirement ({@code mmr}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> maintenanceMargin() {
        return raw().decimal("mmr");
    }

    /**
     * The margin ratio ({@code mgnRatio}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> marginRatio() {
        return raw().decimal("mgnRatio");
    }

    /**
     * The margin currency ({@code ccy}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> marginCurrency() {
        return raw().text("ccy");
    }

    /**
     * The value in USD ({@code notionalUsd}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> notionalUsd() {
        return raw().decimal("notionalUsd");
    }

    /**
     * What is borrowed; margin trading only ({@code liab}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> liability() {
        return raw().decimal("liab");
    }

    /**
     * The currency of what is borrowed; margin trading only ({@code liabCcy}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> liabilityCurrency() {
        return raw().text("liabCcy");
    }

    /**
     * The interest owed ({@code interest}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> interest() {
        return raw().decimal("interest");
    }

    /**
     * OKX's auto-deleveraging indicator; the smaller the number, the later the position's turn ({@code adl}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> adlRank() {
        return raw().text("adl");
    }

    /**
     * The id of the last trade ({@code tradeId}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> lastTradeId() {
        return raw().text("tradeId");
    }

    /**
     * The stop-loss and take-profit orders attached ({@code closeOrderAlgo}).
     *
     * @return in OKX's order; empty if none
     */
    public List<CloseOrderAlgo> closeOrders() {
        return closeOrders;
    }

    /**
     * When it was opened ({@code cTime}).
     *
     * @return the time; empty if OKX did not say
     */
    public Optional<Instant> createdAt() {
        return raw().instantMillis("cTime");
    }

    /**
     * When it last changed ({@code uTime}).
     *
     * @return the time; empty if OKX did not say
     */
    public Optional<Instant> updatedAt() {
        return raw().instantMillis("uTime");
    }

    /**
     * Whether there is anything to it. OKX may list positions of size 0.
     *
     * @return true if {@link #size} is not zero
     */
    public boolean isOpen() {
        return size().signum() != 0;
    }

    /**
     * The size without a sign.
     *
     * @return {@link #size}, never negative
     */
    public BigDecimal quantity() {
        return size().abs();
    }

    /**
     * Long or short, by OKX's rules: in hedge mode the side says it; in one-way mode the sign of a contract position
     * does; and a margin position, whose size has no sign, is long if {@link #positionCurrency} is the base currency
     * and short if it is the quote currency.
     *
     * @return the direction; {@link PositionDirection#UNKNOWN} for what these rules do not cover
     */
    public PositionDirection direction() {
        return DirectionRules.direction(this);
    }

    @Override
    public String toString() {
        return "Position[" + instrumentId() + ", " + marginMode() + ", " + positionSide() + ", " + direction() + "]";
    }
}
