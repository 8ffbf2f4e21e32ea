package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What OKX noted for a switch to another account mode.
 *
 * <p>Source: OKX V5 docs, "Preset account mode switch" ({@code POST /api/v5/account/account-level-switch-preset}).
 * Immutable.
 */
public final class AccountModePreset extends OkxValue {
    private static final MemberRules MEMBERS =
            MemberRules.required("acctLv").texts("curAcctLv", "riskOffsetType").decimals("lever");

    private AccountModePreset(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code acctLv}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static AccountModePreset fromJson(JsonValue json) {
        return new AccountModePreset(json);
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
     * @return the value
     */
    public AccountMode target() {
        return AccountMode.of(raw().requiredText("acctLv"));
    }

    /**
     * The leverage that cross contract positions will have ({@code lever}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> leverage() {
        return raw().decimal("lever");
    }

    /**
     * Deprecated by OKX: the risk offset type ({@code riskOffsetType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> riskOffsetType() {
        return raw().text("riskOffsetType");
    }

    @Override
    public String toString() {
        return "AccountModePreset[acctLv=" + target() + "]";
    }
}
