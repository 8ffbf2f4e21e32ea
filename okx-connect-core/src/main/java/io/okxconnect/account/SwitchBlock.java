package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One group of things that stand in the way of an account-mode switch.
 *
 * <p>Source: OKX V5 docs, "Precheck account mode switch" ({@code unmatchedInfoCheck}). Immutable.
 */
public final class SwitchBlock extends OkxValue {
    private static final MemberRules MEMBERS =
            MemberRules.required("type").lists("posList").decimals("totalAsset");

    private SwitchBlock(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code type}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static SwitchBlock fromJson(JsonValue json) {
        return new SwitchBlock(json);
    }

    /**
     * What it is ({@code type}).
     *
     * @return the value
     */
    public SwitchBlocker blocker() {
        return SwitchBlocker.of(raw().requiredText("type"));
    }

    /**
     * The assets concerned, in USD ({@code totalAsset}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> totalAsset() {
        return raw().decimal("totalAsset");
    }

    /**
     * The positions concerned, by id ({@code posList}).
     *
     * @return in OKX's order; empty if none
     */
    public List<String> positionIds() {
        return raw().texts("posList");
    }

    @Override
    public String toString() {
        return "SwitchBlock[" + blocker() + "]";
    }
}
