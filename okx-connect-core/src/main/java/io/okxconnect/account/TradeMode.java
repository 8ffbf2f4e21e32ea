package io.okxconnect.account;

import java.util.List;

/**
 * The trade mode of an order ({@code tdMode}).
 *
 * <p>Source: OKX V5 docs, "Place order". An open set: other words are kept with their text. Immutable.
 */
public final class TradeMode extends OpenValue {
    /** Without margin. */
    public static final TradeMode CASH = new TradeMode("cash", "Cash");

    /** With cross margin. */
    public static final TradeMode CROSS = new TradeMode("cross", "Cross margin");

    /** With isolated margin. */
    public static final TradeMode ISOLATED = new TradeMode("isolated", "Isolated margin");

    /** Spot lead trading. */
    public static final TradeMode SPOT_ISOLATED = new TradeMode("spot_isolated", "Spot lead trading");

    private static final KnownValues<TradeMode> KNOWN =
            KnownValues.of(TradeMode::new, List.of(CASH, CROSS, ISOLATED, SPOT_ISOLATED));

    private TradeMode(String text, String displayName) {
        super(text, displayName);
    }

    private TradeMode(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text for example {@code cross}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static TradeMode of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<TradeMode> known() {
        return KNOWN.all();
    }
}
