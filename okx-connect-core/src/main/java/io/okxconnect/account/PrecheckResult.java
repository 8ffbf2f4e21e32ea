package io.okxconnect.account;

import java.util.List;

/**
 * The verdict of the account-mode precheck ({@code sCode} of its row; not an order error).
 *
 * <p>Source: OKX V5 docs, "Precheck account mode switch". An open set: other words are kept with their text. Immutable.
 */
public final class PrecheckResult extends OpenValue {
    /** The switch can be made. */
    public static final PrecheckResult PASS = new PrecheckResult("0", "Can be switched");

    /** Positions, orders, loans or products stand in the way: see {@link AccountModePrecheck#blockers()}. */
    public static final PrecheckResult BLOCKED = new PrecheckResult("1", "Something must be cleared first");

    /**
     * Cross positions need a leverage first: see {@link AccountApi#presetAccountMode(AccountMode,
     * java.math.BigDecimal)}.
     */
    public static final PrecheckResult LEVERAGE_NOT_PRESET = new PrecheckResult("3", "Leverage must be preset first");

    /**
     * A position is too large for its leverage, or the margin would not do: see {@link
     * AccountModePrecheck#tierFailures()} and {@link AccountModePrecheck#marginAfter()}.
     */
    public static final PrecheckResult RISK_CHECK_FAILED =
            new PrecheckResult("4", "Position tier or margin check failed");

    private static final KnownValues<PrecheckResult> KNOWN =
            KnownValues.of(PrecheckResult::new, List.of(PASS, BLOCKED, LEVERAGE_NOT_PRESET, RISK_CHECK_FAILED));

    private PrecheckResult(String text, String displayName) {
        super(text, displayName);
    }

    private PrecheckResult(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text for example {@code 1}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static PrecheckResult of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<PrecheckResult> known() {
        return KNOWN.all();
    }
}
