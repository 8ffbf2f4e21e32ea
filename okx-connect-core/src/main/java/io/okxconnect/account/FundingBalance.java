package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The balance of one currency in the funding account.
 *
 * <p>Source: OKX V5 docs, "Get balance" of the funding account ({@code GET /api/v5/asset/balances}). Immutable.
 */
public final class FundingBalance extends OkxValue {
    private static final MemberRules MEMBERS =
            MemberRules.required("ccy", "bal").decimals("bal", "frozenBal", "availBal");

    private FundingBalance(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code ccy} and {@code bal}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static FundingBalance fromJson(JsonValue json) {
        return new FundingBalance(json);
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
     * The balance ({@code bal}).
     *
     * @return the number
     */
    public BigDecimal balance() {
        return raw().decimal("bal").orElseThrow();
    }

    /**
     * What is frozen ({@code frozenBal}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> frozenBalance() {
        return raw().decimal("frozenBal");
    }

    /**
     * What can be used or moved ({@code availBal}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> availableBalance() {
        return raw().decimal("availBal");
    }

    @Override
    public String toString() {
        return "FundingBalance[" + currency() + "]";
    }
}
