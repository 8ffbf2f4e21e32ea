package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A position that is too large for its tier after an account-mode switch.
 *
 * <p>Source: OKX V5 docs, "Precheck account mode switch" ({@code posTierCheck}). Immutable.
 */
public final class PositionTierFailure extends OkxValue {
    private static final MemberRules MEMBERS =
            MemberRules.required("instFamily").texts("instType").decimals("pos", "lever", "maxSz");

    private PositionTierFailure(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code instFamily}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static PositionTierFailure fromJson(JsonValue json) {
        return new PositionTierFailure(json);
    }

    /**
     * The instrument family ({@code instFamily}).
     *
     * @return the text
     */
    public String instrumentFamily() {
        return raw().requiredText("instFamily");
    }

    /**
     * The kind of instrument ({@code instType}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<InstrumentType> instrumentType() {
        return raw().text("instType").map(InstrumentType::of);
    }

    /**
     * The size of the position ({@code pos}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> size() {
        return raw().decimal("pos");
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
     * The largest size at this leverage ({@code maxSz}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> maxSize() {
        return raw().decimal("maxSz");
    }

    @Override
    public String toString() {
        return "PositionTierFailure[" + instrumentFamily() + "]";
    }
}
