package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The margin of one currency before or after an account-mode switch.
 *
 * <p>Source: OKX V5 docs, "Precheck account mode switch" ({@code mgnBf.details}, {@code mgnAft.details}). Immutable.
 */
public final class CurrencyMargin extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required("ccy").decimals("availEq", "mgnRatio");

    private CurrencyMargin(JsonValue raw) {
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
    public static CurrencyMargin fromJson(JsonValue json) {
        return new CurrencyMargin(json);
    }

    /**
     * The currency ({@code ccy}).
     *
     * @return the text
     */
    public String currency() {
        return raw().requiredText("ccy");
    }

    /**
     * The equity that can be used ({@code availEq}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> availableEquity() {
        return raw().decimal("availEq");
    }

    /**
     * The margin ratio ({@code mgnRatio}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> marginRatio() {
        return raw().decimal("mgnRatio");
    }

    @Override
    public String toString() {
        return "CurrencyMargin[" + currency() + "]";
    }
}
