package io.okxconnect.account;

import java.util.List;

/**
 * How margin gets into and out of isolated positions ({@code ctIsoMode}, {@code mgnIsoMode}). It does not make orders
 * isolated: that is chosen with each order.
 *
 * <p>Source: OKX V5 docs, "Get account configuration" and "Isolated margin trading settings". An open set: other words
 * are kept with their text. Immutable.
 */
public final class IsolatedMarginMode extends OpenValue {
    /** Margin is taken when a position opens and released when it closes. */
    public static final IsolatedMarginMode AUTOMATIC = new IsolatedMarginMode("automatic", "Automatic transfers");

    /** As automatic, with the base or the quote currency as margin; margin trading only. */
    public static final IsolatedMarginMode AUTO_TRANSFERS_CCY =
            new IsolatedMarginMode("auto_transfers_ccy", "Automatic transfers, base or quote currency");

    /** Manual transfers; retired by OKX on 2024-05-29 but still reported by some accounts. */
    public static final IsolatedMarginMode AUTONOMY = new IsolatedMarginMode("autonomy", "Manual transfers (retired)");

    /** Quick margin; retired by OKX on 2024-05-29 but still reported by some accounts. */
    public static final IsolatedMarginMode QUICK_MARGIN =
            new IsolatedMarginMode("quick_margin", "Quick margin (retired)");

    private static final KnownValues<IsolatedMarginMode> KNOWN =
            KnownValues.of(IsolatedMarginMode::new, List.of(AUTOMATIC, AUTO_TRANSFERS_CCY, AUTONOMY, QUICK_MARGIN));

    private IsolatedMarginMode(String text, String displayName) {
        super(text, displayName);
    }

    private IsolatedMarginMode(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text for example {@code automatic}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static IsolatedMarginMode of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<IsolatedMarginMode> known() {
        return KNOWN.all();
    }
}
