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
 * The balance of the trading account. Money in the funding account is not part of it: {@link
 * AccountApi#fundingBalances}.
 *
 * <p>Source: OKX V5 docs, "Get balance" ({@code GET /api/v5/account/balance}). Immutable.
 */
public final class Balance extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required("totalEq")
            .decimals(
                    "totalEq",
                    "isoEq",
                    "adjEq",
                    "availEq",
                    "ordFroz",
                    "imr",
                    "mmr",
                    "borrowFroz",
                    "mgnRatio",
                    "notionalUsd",
                    "notionalUsdForBorrow",
                    "notionalUsdForSwap",
                    "notionalUsdForFutures",
                    "notionalUsdForOption",
                    "upl")
            .millis("uTime");

    private final List<CurrencyBalance> currencies;

    private Balance(JsonValue raw) {
        super(MEMBERS.check(raw));
        this.currencies =
                raw.items("details").stream().map(CurrencyBalance::fromJson).toList();
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code totalEq}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static Balance fromJson(JsonValue json) {
        return new Balance(json);
    }

    /**
     * The equity of all currencies, in USD ({@code totalEq}).
     *
     * @return the number
     */
    public BigDecimal totalEquity() {
        return raw().decimal("totalEq").orElseThrow();
    }

    /**
     * The equity in isolated positions, in USD; not in Spot mode ({@code isoEq}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> isolatedEquity() {
        return raw().decimal("isoEq");
    }

    /**
     * The equity that counts as margin, in USD; not in Futures mode ({@code adjEq}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> adjustedEquity() {
        return raw().decimal("adjEq");
    }

    /**
     * The equity that can be used, in USD; multi-currency and portfolio margin only ({@code availEq}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> availableEquity() {
        return raw().decimal("availEq");
    }

    /**
     * The margin that open orders hold, in USD; not in Futures mode ({@code ordFroz}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> orderFrozen() {
        return raw().decimal("ordFroz");
    }

    /**
     * The initial margin requirement, in USD; not in Futures mode ({@code imr}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> initialMargin() {
        return raw().decimal("imr");
    }

    /**
     * The maintenance margin requirement, in USD; not in Futures mode ({@code mmr}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> maintenanceMargin() {
        return raw().decimal("mmr");
    }

    /**
     * The borrowing frozen, in USD; not in Futures mode ({@code borrowFroz}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> borrowFrozen() {
        return raw().decimal("borrowFroz");
    }

    /**
     * The margin ratio; not in Futures mode ({@code mgnRatio}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> marginRatio() {
        return raw().decimal("mgnRatio");
    }

    /**
     * The value of all positions, in USD; not in Futures mode ({@code notionalUsd}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> notionalUsd() {
        return raw().decimal("notionalUsd");
    }

    /**
     * The value borrowed, in USD ({@code notionalUsdForBorrow}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> notionalUsdForBorrow() {
        return raw().decimal("notionalUsdForBorrow");
    }

    /**
     * The value of perpetual swaps, in USD ({@code notionalUsdForSwap}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> notionalUsdForSwap() {
        return raw().decimal("notionalUsdForSwap");
    }

    /**
     * The value of expiry futures, in USD ({@code notionalUsdForFutures}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> notionalUsdForFutures() {
        return raw().decimal("notionalUsdForFutures");
    }

    /**
     * The value of options, in USD ({@code notionalUsdForOption}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> notionalUsdForOption() {
        return raw().decimal("notionalUsdForOption");
    }

    /**
     * The unrealized profit or loss of cross positions, in USD; multi-currency and portfolio margin only ({@code upl}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> unrealizedPnl() {
        return raw().decimal("upl");
    }

    /**
     * The currencies that are not zero ({@code details}).
     *
     * @return in OKX's order; empty if none
     */
    public List<CurrencyBalance> currencies() {
        return currencies;
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
     * The balance of one currency.
     *
     * @param currency for example {@code USDT}; case matters
     * @return the balance; empty if OKX lists none, as it does when it is zero
     */
    public Optional<CurrencyBalance> currency(String currency) {
        return currencies.stream()
                .filter(balance -> balance.currency().equals(currency))
                .findFirst();
    }

    @Override
    public String toString() {
        return "Balance[" + currencies.size() + " currencies]";
    }
}
