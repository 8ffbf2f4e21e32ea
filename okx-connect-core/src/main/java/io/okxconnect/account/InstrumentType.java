package io.okxconnect.account;

import java.util.List;

/**
 * The kind of an instrument ({@code instType}).
 *
 * <p>Source: OKX V5 docs, "Get instruments". An open set: other words are kept with their text. Immutable.
 */
public final class InstrumentType extends OpenValue {
    /** Spot trading. */
    public static final InstrumentType SPOT = new InstrumentType("SPOT", "Spot");

    /** Margin trading of a spot pair. */
    public static final InstrumentType MARGIN = new InstrumentType("MARGIN", "Margin");

    /** Perpetual futures. */
    public static final InstrumentType SWAP = new InstrumentType("SWAP", "Perpetual swap");

    /** Futures with an expiry date. */
    public static final InstrumentType FUTURES = new InstrumentType("FUTURES", "Expiry futures");

    /** Options. */
    public static final InstrumentType OPTION = new InstrumentType("OPTION", "Option");

    /** Event contracts. */
    public static final InstrumentType EVENTS = new InstrumentType("EVENTS", "Event contract");

    private static final KnownValues<InstrumentType> KNOWN =
            KnownValues.of(InstrumentType::new, List.of(SPOT, MARGIN, SWAP, FUTURES, OPTION, EVENTS));

    private InstrumentType(String text, String displayName) {
        super(text, displayName);
    }

    private InstrumentType(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text for example {@code SWAP}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static InstrumentType of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<InstrumentType> known() {
        return KNOWN.all();
    }
}
