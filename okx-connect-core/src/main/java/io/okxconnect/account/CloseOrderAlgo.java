package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A stop-loss or take-profit order attached to a position.
 *
 * <p>Source: OKX V5 docs, "Get positions" ({@code closeOrderAlgo}). Immutable.
 */
public final class CloseOrderAlgo extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required("algoId")
            .texts("slTriggerPxType", "tpTriggerPxType")
            .decimals("slTriggerPx", "tpTriggerPx", "closeFraction");

    private CloseOrderAlgo(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code algoId}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static CloseOrderAlgo fromJson(JsonValue json) {
        return new CloseOrderAlgo(json);
    }

    /**
     * The id of the algo order ({@code algoId}).
     *
     * @return the text
     */
    public String algoId() {
        return raw().requiredText("algoId");
    }

    /**
     * The price that triggers the stop loss ({@code slTriggerPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> stopLossTriggerPrice() {
        return raw().decimal("slTriggerPx");
    }

    /**
     * Which price triggers the stop loss: {@code last}, {@code index} or {@code mark} ({@code slTriggerPxType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> stopLossTriggerPriceType() {
        return raw().text("slTriggerPxType");
    }

    /**
     * The price that triggers the take profit ({@code tpTriggerPx}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> takeProfitTriggerPrice() {
        return raw().decimal("tpTriggerPx");
    }

    /**
     * Which price triggers the take profit: {@code last}, {@code index} or {@code mark} ({@code tpTriggerPxType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> takeProfitTriggerPriceType() {
        return raw().text("tpTriggerPxType");
    }

    /**
     * The fraction of the position to close, 1 for all of it ({@code closeFraction}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> closeFraction() {
        return raw().decimal("closeFraction");
    }

    @Override
    public String toString() {
        return "CloseOrderAlgo[" + algoId() + "]";
    }
}
