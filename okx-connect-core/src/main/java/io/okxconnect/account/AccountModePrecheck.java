package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What OKX says about a switch to another account mode before it is made.
 *
 * <p>Source: OKX V5 docs, "Precheck account mode switch" ({@code GET /api/v5/account/set-account-switch-precheck}).
 * Immutable.
 */
public final class AccountModePrecheck extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required("sCode").texts("curAcctLv", "acctLv");

    private final List<SwitchBlock> blockers;
    private final List<PositionLeverage> positionLeverages;
    private final List<PositionTierFailure> tierFailures;
    private final @Nullable SwitchMargin marginBefore;
    private final @Nullable SwitchMargin marginAfter;

    private AccountModePrecheck(JsonValue raw) {
        super(MEMBERS.check(raw));
        this.blockers = raw.items("unmatchedInfoCheck").stream()
                .map(SwitchBlock::fromJson)
                .toList();
        this.positionLeverages =
                raw.items("posList").stream().map(PositionLeverage::fromJson).toList();
        this.tierFailures = raw.items("posTierCheck").stream()
                .map(PositionTierFailure::fromJson)
                .toList();
        this.marginBefore = raw.member("mgnBf")
                .filter(member -> member.kind() != JsonValue.Kind.NULL)
                .map(SwitchMargin::fromJson)
                .orElse(null);
        this.marginAfter = raw.member("mgnAft")
                .filter(member -> member.kind() != JsonValue.Kind.NULL)
                .map(SwitchMargin::fromJson)
                .orElse(null);
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code sCode}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static AccountModePrecheck fromJson(JsonValue json) {
        return new AccountModePrecheck(json);
    }

    /**
     * The verdict ({@code sCode}).
     *
     * @return the value
     */
    public PrecheckResult result() {
        return PrecheckResult.of(raw().requiredText("sCode"));
    }

    /**
     * The account mode now ({@code curAcctLv}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<AccountMode> current() {
        return raw().text("curAcctLv").map(AccountMode::of);
    }

    /**
     * The account mode to switch to ({@code acctLv}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<AccountMode> target() {
        return raw().text("acctLv").map(AccountMode::of);
    }

    /**
     * What must be cleared first ({@code unmatchedInfoCheck}).
     *
     * @return in OKX's order; empty if none
     */
    public List<SwitchBlock> blockers() {
        return blockers;
    }

    /**
     * The cross positions and their leverage, when leaving portfolio margin ({@code posList}).
     *
     * @return in OKX's order; empty if none
     */
    public List<PositionLeverage> positionLeverages() {
        return positionLeverages;
    }

    /**
     * The positions that are too large for their tier ({@code posTierCheck}).
     *
     * @return in OKX's order; empty if none
     */
    public List<PositionTierFailure> tierFailures() {
        return tierFailures;
    }

    /**
     * The margin before the switch ({@code mgnBf}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<SwitchMargin> marginBefore() {
        return Optional.ofNullable(marginBefore);
    }

    /**
     * The margin after the switch ({@code mgnAft}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<SwitchMargin> marginAfter() {
        return Optional.ofNullable(marginAfter);
    }

    /**
     * Whether the switch can be made now.
     *
     * @return true if {@link #result} is {@link PrecheckResult#PASS}
     */
    public boolean isPassed() {
        return result().equals(PrecheckResult.PASS);
    }

    @Override
    public String toString() {
        return "AccountModePrecheck[sCode=" + result() + "]";
    }
}
