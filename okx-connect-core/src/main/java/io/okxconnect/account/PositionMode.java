package io.okxconnect.account;

import java.util.List;

/**
 * The position mode ({@code posMode}): one position per contract, or long and short side by side.
 *
 * <p>Source: OKX V5 docs, "Get account configuration". An open set: other words are kept with their text. Immutable.
 */
public final class PositionMode extends OpenValue {
    /** One-way: a contract has one position, long or short by its sign. */
    public static final PositionMode NET = new PositionMode("net_mode", "One-way mode");

    /** Hedge: a contract may have a long and a short position; futures and perpetual swaps only. */
    public static final PositionMode LONG_SHORT = new PositionMode("long_short_mode", "Hedge mode");

    private static final KnownValues<PositionMode> KNOWN = KnownValues.of(PositionMode::new, List.of(NET, LONG_SHORT));

    private PositionMode(String text, String displayName) {
        super(text, displayName);
    }

    private PositionMode(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text for example {@code net_mode}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static PositionMode of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<PositionMode> known() {
        return KNOWN.all();
    }
}
