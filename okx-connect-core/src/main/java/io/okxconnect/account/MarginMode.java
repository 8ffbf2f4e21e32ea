package io.okxconnect.account;

import java.util.List;

/**
 * The margin mode of a position or of a leverage setting ({@code mgnMode}). It is chosen per order, not per account.
 *
 * <p>Source: OKX V5 docs, "Get positions" and "Set leverage". An open set: other words are kept with their text.
 * Immutable.
 */
public final class MarginMode extends OpenValue {
    /** Cross: the account's balance is the margin. */
    public static final MarginMode CROSS = new MarginMode("cross", "Cross margin");

    /** Isolated: only the margin set aside for the position is at risk. */
    public static final MarginMode ISOLATED = new MarginMode("isolated", "Isolated margin");

    /** Cash: no margin, as spot orders have it. */
    public static final MarginMode CASH = new MarginMode("cash", "No margin");

    private static final KnownValues<MarginMode> KNOWN =
            KnownValues.of(MarginMode::new, List.of(CROSS, ISOLATED, CASH));

    private MarginMode(String text, String displayName) {
        super(text, displayName);
    }

    private MarginMode(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text for example {@code isolated}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static MarginMode of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<MarginMode> known() {
        return KNOWN.all();
    }
}
