package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The leverage a cross position would have after an account-mode switch.
 *
 * <p>Source: OKX V5 docs, "Precheck account mode switch" ({@code posList}). Immutable.
 */
public final class PositionLeverage extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required("posId").decimals("lever");

    private PositionLeverage(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code posId}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static PositionLeverage fromJson(JsonValue json) {
        return new PositionLeverage(json);
    }

    /**
     * The position ({@code posId}).
     *
     * @return the text
     */
    public String positionId() {
        return raw().requiredText("posId");
    }

    /**
     * The leverage ({@code lever}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> leverage() {
        return raw().decimal("lever");
    }

    @Override
    public String toString() {
        return "PositionLeverage[" + positionId() + "]";
    }
}
