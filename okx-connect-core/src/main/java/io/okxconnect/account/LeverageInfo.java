package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The leverage of one instrument or currency in one margin mode.
 *
 * <p>Source: OKX V5 docs, "Get leverage" and "Set leverage". Immutable.
 */
public final class LeverageInfo extends OkxValue {
    private static final MemberRules MEMBERS =
            MemberRules.required("mgnMode").texts("instId", "ccy", "posSide").decimals("lever");

    private LeverageInfo(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code mgnMode}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static LeverageInfo fromJson(JsonValue json) {
        return new LeverageInfo(json);
    }

    /**
     * The instrument; empty for a leverage by currency ({@code instId}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> instrumentId() {
        return raw().text("instId");
    }

    /**
     * The currency of a leverage by currency ({@code ccy}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> currency() {
        return raw().text("ccy");
    }

    /**
     * Cross or isolated ({@code mgnMode}).
     *
     * @return the value
     */
    public MarginMode marginMode() {
        return MarginMode.of(raw().requiredText("mgnMode"));
    }

    /**
     * The side; long and short have their own in isolated hedge mode ({@code posSide}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<PositionSide> positionSide() {
        return raw().text("posSide").map(PositionSide::of);
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
        return "LeverageInfo[" + instrumentId().or(this::currency).orElse("") + ", " + marginMode() + "]";
    }
}
