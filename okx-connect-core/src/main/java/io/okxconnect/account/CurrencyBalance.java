package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The balance of one currency in the trading account.
 *
 * <p>Source: OKX V5 docs, "Get balance" ({@code details}). Immutable.
 */
public final class CurrencyBalance extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required("ccy")
            .decimals(
                    "eq",
                    "eqUsd",
                    "cashBal",
                    "availBal",
                    "availEq",
                    "disEq",
                    "frozenBal",
                    "ordFrozen",
                    "fixedBal",
                    "isoEq",
                    "isoUpl",
                    "upl",
                    "liab",
                    "crossLiab",
                    "isoLiab",
                    "uplLiab",
                    "interest",
                    "maxLoan",
                    "borrowFroz",
                    "mgnRatio",
                    "imr",
                    "mmr",
                    "notionalLever",
                    "stgyEq",
                    "spotBal",
                    "openAvgPx",
                    "accAvgPx",
                    "spotUpl",
                    "spotUplRatio",
                    "totalPnl",
                    "totalPnlRatio",
                    "rewardBal")
            .millis("uTime")
            .booleans("collateralEnabled", "collateralRestrict");

    private CurrencyBalance(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code ccy}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static CurrencyBalance fromJson(JsonValue json) {
        return new CurrencyBalance(json);
    }

    /**
     * The currency ({@code ccy}).
     *
     * @return for example {@code USDT}
     */
    public String currency() {
        return raw().requiredText("ccy");
    }

    /**
     * The equity: balance plus unrealized profit and loss ({@code eq}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> equity() {
        return raw().decimal("eq");
    }

    /**
     * The equity in USD ({@code eqUsd}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> equityUsd() {
        return raw().decimal("eqUsd");
    }

    /**
     * The balance ({@code cashBal}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> cashBalance() {
        return raw().decimal("cashBal");
    }

    /**
     * What can be used or moved ({@code availBal}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> availableBalance() {
        return raw().decimal("availBal");
    }

    /**
     * The equity that can be used as margin; not in Spot mode ({@code availEq}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> availableEquity() {
        return raw().decimal("availEq");
    }

    /**
     * The equity in USD as far as it counts as margin; not in Futures mode ({@code disEq}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> discountedEquity() {
        return raw().decimal("disEq");
    }

    /**
     * What is in use ({@code frozenBal}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> frozenBalance() {
        return raw().decimal("frozenBal");
    }

    /**
     * What open orders hold ({@code ordFrozen}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> orderFrozen() {
        return raw().decimal("ordFrozen");
    }

    /**
     * What is frozen for dip and peak sniper strategies ({@code fixedBal}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> fixedBalance() {
        return raw().decimal("fixedBal");
    }

    /**
     * The equity in isolated positions; not in Spot mode ({@code isoEq}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> isolatedEquity() {
        return raw().decimal("isoEq");
    }

    /**
     * The unrealized profit or loss of isolated positions; not in Spot mode ({@code isoUpl}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> isolatedUnrealizedPnl() {
        return raw().decimal("isoUpl");
    }

    /**
     * The unrealized profit or loss of cross positions; not in Spot mode ({@code upl}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> unrealizedPnl() {
        return raw().decimal("upl");
    }

    /**
     * What is owed, a positive number; not in Futures mode ({@code liab}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> liability() {
        return raw().decimal("liab");
    }

    /**
     * What is owed in cross margin; not in Futures mode ({@code crossLiab}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> crossLiability() {
        return raw().decimal("crossLiab");
    }

    /**
     * What is owed in isolated margin ({@code isoLiab}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> isolatedLiability() {
        return raw().decimal("isoLiab");
    }

    /**
     * What is owed because of unrealized loss ({@code uplLiab}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> unrealizedPnlLiability() {
        return raw().decimal("uplLiab");
    }

    /**
     * The interest owed; not in Futures mode ({@code interest}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> interest() {
        return raw().decimal("interest");
    }

    /**
     * The most that can be borrowed; not in Futures mode ({@code maxLoan}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> maxLoan() {
        return raw().decimal("maxLoan");
    }

    /**
     * The borrowing frozen, in USD ({@code borrowFroz}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> borrowFrozen() {
        return raw().decimal("borrowFroz");
    }

    /**
     * The margin ratio; Futures mode only, and only with a cross position ({@code mgnRatio}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> marginRatio() {
        return raw().decimal("mgnRatio");
    }

    /**
     * The initial margin requirement; Futures mode only ({@code imr}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> initialMargin() {
        return raw().decimal("imr");
    }

    /**
     * The maintenance margin requirement; Futures mode only ({@code mmr}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> maintenanceMargin() {
        return raw().decimal("mmr");
    }

    /**
     * The leverage; Futures mode only ({@code notionalLever}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> notionalLeverage() {
        return raw().decimal("notionalLever");
    }

    /**
     * The equity held by trading bots ({@code stgyEq}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> strategyEquity() {
        return raw().decimal("stgyEq");
    }

    /**
     * The spot balance ({@code spotBal}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> spotBalance() {
        return raw().decimal("spotBal");
    }

    /**
     * The average cost of the spot balance ({@code openAvgPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> openAveragePrice() {
        return raw().decimal("openAvgPx");
    }

    /**
     * The accumulated average cost of the spot balance ({@code accAvgPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> accumulatedAveragePrice() {
        return raw().decimal("accAvgPx");
    }

    /**
     * The unrealized profit or loss of the spot balance ({@code spotUpl}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> spotUnrealizedPnl() {
        return raw().decimal("spotUpl");
    }

    /**
     * The unrealized profit or loss of the spot balance, as a ratio ({@code spotUplRatio}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> spotUnrealizedPnlRatio() {
        return raw().decimal("spotUplRatio");
    }

    /**
     * The accumulated spot profit or loss ({@code totalPnl}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> totalPnl() {
        return raw().decimal("totalPnl");
    }

    /**
     * The accumulated spot profit or loss, as a ratio ({@code totalPnlRatio}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> totalPnlRatio() {
        return raw().decimal("totalPnlRatio");
    }

    /**
     * Trial funds ({@code rewardBal}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> rewardBalance() {
        return raw().decimal("rewardBal");
    }

    /**
     * Whether it counts as margin; multi-currency margin only ({@code collateralEnabled}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<Boolean> collateralEnabled() {
        return raw().bool("collateralEnabled");
    }

    /**
     * Whether OKX's platform-wide collateral limit is reached ({@code collateralRestrict}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<Boolean> collateralRestricted() {
        return raw().bool("collateralRestrict");
    }

    /**
     * When it last changed ({@code uTime}).
     *
     * @return the time; empty if OKX did not say
     */
    public Optional<Instant> updatedAt() {
        return raw().instantMillis("uTime");
    }

    @Override
    public String toString() {
        return "CurrencyBalance[" + currency() + "]";
    }
}
