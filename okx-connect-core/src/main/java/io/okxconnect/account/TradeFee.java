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
 * The fee rates of an account for one kind of instrument. Negative is a fee that the user pays, positive a rebate.
 *
 * <p>Source: OKX V5 docs, "Get fee rates" ({@code GET /api/v5/account/trade-fee}). Immutable.
 */
public final class TradeFee extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required("instType")
            .texts("level", "ruleType", "category")
            .decimals("delivery", "exercise", "settle", "maker", "taker", "makerU", "takerU", "makerUSDC", "takerUSDC")
            .millis("ts");

    private final List<FeeGroup> feeGroups;

    private TradeFee(JsonValue raw) {
        super(MEMBERS.check(raw));
        this.feeGroups = raw.items("feeGroup").stream().map(FeeGroup::fromJson).toList();
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code instType}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static TradeFee fromJson(JsonValue json) {
        return new TradeFee(json);
    }

    /**
     * The fee level, for example {@code Lv1} ({@code level}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> level() {
        return raw().text("level");
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
     * The rates by group of instruments ({@code feeGroup}).
     *
     * @return in OKX's order; empty if none
     */
    public List<FeeGroup> feeGroups() {
        return feeGroups;
    }

    /**
     * The rate on delivery, as a fraction of the traded value ({@code delivery}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> delivery() {
        return raw().decimal("delivery");
    }

    /**
     * The rate on exercise of an option, as a fraction of the traded value ({@code exercise}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> exercise() {
        return raw().decimal("exercise");
    }

    /**
     * The rate on settlement, as a fraction of the traded value ({@code settle}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> settlement() {
        return raw().decimal("settle");
    }

    /**
     * The maker rate; deprecated by OKX in favour of {@link #feeGroups} ({@code maker}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> maker() {
        return raw().decimal("maker");
    }

    /**
     * The taker rate; deprecated by OKX in favour of {@link #feeGroups} ({@code taker}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> taker() {
        return raw().decimal("taker");
    }

    /**
     * The maker rate of USDT-margined contracts; deprecated by OKX in favour of {@link #feeGroups} ({@code makerU}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> makerUsdt() {
        return raw().decimal("makerU");
    }

    /**
     * The taker rate of USDT-margined contracts; deprecated by OKX in favour of {@link #feeGroups} ({@code takerU}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> takerUsdt() {
        return raw().decimal("takerU");
    }

    /**
     * The maker rate of USDC pairs and contracts; deprecated by OKX in favour of {@link #feeGroups} ({@code
     * makerUSDC}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> makerUsdc() {
        return raw().decimal("makerUSDC");
    }

    /**
     * The taker rate of USDC pairs and contracts; deprecated by OKX in favour of {@link #feeGroups} ({@code
     * takerUSDC}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> takerUsdc() {
        return raw().decimal("takerUSDC");
    }

    /**
     * The trading rule; deprecated by OKX ({@code ruleType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> ruleType() {
        return raw().text("ruleType");
    }

    /**
     * The currency category; deprecated by OKX ({@code category}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> category() {
        return raw().text("category");
    }

    /**
     * When OKX answered ({@code ts}).
     *
     * @return the time; empty if OKX did not say
     */
    public Optional<Instant> time() {
        return raw().instantMillis("ts");
    }

    @Override
    public String toString() {
        return "TradeFee[" + instrumentType() + "]";
    }
}
