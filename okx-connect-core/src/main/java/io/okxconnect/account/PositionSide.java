package io.okxconnect.account;

import java.util.List;

/**
 * The position side ({@code posSide}).
 *
 * <p>Source: OKX V5 docs, "Get positions". An open set: other words are kept with their text. Immutable.
 */
public final class PositionSide extends OpenValue {
    /** One-way mode: the side is in the sign of the size. */
    public static final PositionSide NET = new PositionSide("net", "Net");

    /** The long position in hedge mode. */
    public static final PositionSide LONG = new PositionSide("long", "Long");

    /** The short position in hedge mode. */
    public static final PositionSide SHORT = new PositionSide("short", "Short");

    private static final KnownValues<PositionSide> KNOWN = KnownValues.of(PositionSide::new, List.of(NET, LONG, SHORT));

    private PositionSide(String text, String displayName) {
        super(text, displayName);
    }

    private PositionSide(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text for example {@code long}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static PositionSide of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<PositionSide> known() {
        return KNOWN.all();
    }
}
