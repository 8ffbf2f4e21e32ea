package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The fee rates of one group of instruments. Negative is a fee that the user pays, positive a rebate.
 *
 * <p>Source: OKX V5 docs, "Get fee rates" ({@code feeGroup}). Immutable.
 */
public final class FeeGroup extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required("groupId").decimals("maker", "taker", "elpMaker");

    private FeeGroup(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code groupId}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static FeeGroup fromJson(JsonValue json) {
        return new FeeGroup(json);
    }

    /**
     * The id of the group, as instruments name it ({@code groupId}).
     *
     * @return the text
     */
    public String groupId() {
        return raw().requiredText("groupId");
    }

    /**
     * The rate for orders that add liquidity, as a fraction of the traded value ({@code maker}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> maker() {
        return raw().decimal("maker");
    }

    /**
     * The rate for orders that take liquidity, as a fraction of the traded value ({@code taker}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> taker() {
        return raw().decimal("taker");
    }

    /**
     * The maker rate of enhanced-liquidity orders ({@code elpMaker}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> elpMaker() {
        return raw().decimal("elpMaker");
    }

    @Override
    public String toString() {
        return "FeeGroup[" + groupId() + "]";
    }
}
