package io.okxconnect.account;

import java.util.List;

/**
 * How far a maintenance is ({@code state}).
 *
 * <p>Source: OKX V5 docs, "Status". An open set: other words are kept with their text. Immutable.
 */
public final class SystemState extends OpenValue {
    /** Announced, not begun. */
    public static final SystemState SCHEDULED = new SystemState("scheduled", "Scheduled");

    /** Under way. */
    public static final SystemState ONGOING = new SystemState("ongoing", "Ongoing");

    /** Orders may be cancelled and placed before trading resumes. */
    public static final SystemState PRE_OPEN = new SystemState("pre_open", "Pre-open");

    /** Over. */
    public static final SystemState COMPLETED = new SystemState("completed", "Completed");

    /** Called off. */
    public static final SystemState CANCELED = new SystemState("canceled", "Cancelled");

    private static final KnownValues<SystemState> KNOWN =
            KnownValues.of(SystemState::new, List.of(SCHEDULED, ONGOING, PRE_OPEN, COMPLETED, CANCELED));

    private SystemState(String text, String displayName) {
        super(text, displayName);
    }

    private SystemState(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text for example {@code ongoing}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static SystemState of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<SystemState> known() {
        return KNOWN.all();
    }
}
