package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The largest order the account could place in one instrument.
 *
 * <p>Source: OKX V5 docs, "Get maximum order quantity" ({@code GET /api/v5/account/max-size}). Immutable.
 */
public final class MaxOrderSize extends OkxValue {
    private static final MemberRules MEMBERS =
            MemberRules.required("instId").texts("ccy").decimals("maxBuy", "maxSell");

    private MaxOrderSize(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code instId}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static MaxOrderSize fromJson(JsonValue json) {
        return new MaxOrderSize(json);
    }

    /**
     * The instrument ({@code instId}).
     *
     * @return the text
     */
    public String instrumentId() {
        return raw().requiredText("instId");
    }

    /**
     * The margin currency ({@code ccy}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> currency() {
        return raw().text("ccy");
    }

    /**
     * The largest buy: in contracts for derivatives; for spot and margin in the currency OKX's docs name ({@code
     * maxBuy}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> maxBuy() {
        return raw().decimal("maxBuy");
    }

    /**
     * The largest sell: in contracts for derivatives; for spot and margin in the currency OKX's docs name ({@code
     * maxSell}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> maxSell() {
        return raw().decimal("maxSell");
    }

    @Override
    public String toString() {
        return "MaxOrderSize[" + instrumentId() + "]";
    }
}
