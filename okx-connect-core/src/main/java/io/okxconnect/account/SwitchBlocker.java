package io.okxconnect.account;

import java.util.List;

/**
 * What stands in the way of an account-mode switch ({@code unmatchedInfoCheck.type}).
 *
 * <p>Source: OKX V5 docs, "Precheck account mode switch". An open set: other words are kept with their text. Immutable.
 */
public final class SwitchBlocker extends OpenValue {
    /** Assets do not fit the target mode. */
    public static final SwitchBlocker ASSET_VALIDATION =
            new SwitchBlocker("asset_validation", "Assets do not fit the target mode");

    /** Open orders. */
    public static final SwitchBlocker PENDING_ORDERS = new SwitchBlocker("pending_orders", "Open orders");

    /** Open algo orders or trading bots. */
    public static final SwitchBlocker PENDING_ALGOS =
            new SwitchBlocker("pending_algos", "Open algo orders or trading bots");

    /** Isolated margin positions. */
    public static final SwitchBlocker ISOLATED_MARGIN =
            new SwitchBlocker("isolated_margin", "Isolated margin positions");

    /** Isolated contract positions. */
    public static final SwitchBlocker ISOLATED_CONTRACT =
            new SwitchBlocker("isolated_contract", "Isolated contract positions");

    /** Contract positions in hedge mode. */
    public static final SwitchBlocker CONTRACT_LONG_SHORT =
            new SwitchBlocker("contract_long_short", "Contract positions in hedge mode");

    /** Cross margin positions. */
    public static final SwitchBlocker CROSS_MARGIN = new SwitchBlocker("cross_margin", "Cross margin positions");

    /** Bought options in cross margin. */
    public static final SwitchBlocker CROSS_OPTION_BUYER =
            new SwitchBlocker("cross_option_buyer", "Bought options in cross margin");

    /** Isolated option positions. */
    public static final SwitchBlocker ISOLATED_OPTION =
            new SwitchBlocker("isolated_option", "Isolated option positions");

    /** Trial funds. */
    public static final SwitchBlocker GROWTH_FUND = new SwitchBlocker("growth_fund", "Trial funds");

    /** Open positions. */
    public static final SwitchBlocker ALL_POSITIONS = new SwitchBlocker("all_positions", "Open positions");

    /** Spot lead or copy trading, which works in Spot and Futures mode only. */
    public static final SwitchBlocker SPOT_LEAD_COPY_ONLY_SIMPLE_SINGLE = new SwitchBlocker(
            "spot_lead_copy_only_simple_single",
            "Spot lead or copy trading, which works in Spot and Futures mode only");

    /** Custom spot copy trading. */
    public static final SwitchBlocker STOP_SPOT_CUSTOM =
            new SwitchBlocker("stop_spot_custom", "Custom spot copy trading");

    /** Custom futures copy trading. */
    public static final SwitchBlocker STOP_FUTURES_CUSTOM =
            new SwitchBlocker("stop_futures_custom", "Custom futures copy trading");

    /** Lead trading. */
    public static final SwitchBlocker LEAD_PORTFOLIO = new SwitchBlocker("lead_portfolio", "Lead trading");

    /** Smart sync of futures. */
    public static final SwitchBlocker FUTURES_SMART_SYNC =
            new SwitchBlocker("futures_smart_sync", "Smart sync of futures");

    /** VIP fixed-rate loans. */
    public static final SwitchBlocker VIP_FIXED_LOAN = new SwitchBlocker("vip_fixed_loan", "VIP fixed-rate loans");

    /** Borrowings to be repaid. */
    public static final SwitchBlocker REPAY_BORROWINGS =
            new SwitchBlocker("repay_borrowings", "Borrowings to be repaid");

    /** A compliance restriction. */
    public static final SwitchBlocker COMPLIANCE_RESTRICTION =
            new SwitchBlocker("compliance_restriction", "A compliance restriction");

    /** Identity verification, level 2. */
    public static final SwitchBlocker COMPLIANCE_KYC2 =
            new SwitchBlocker("compliance_kyc2", "Identity verification, level 2");

    private static final KnownValues<SwitchBlocker> KNOWN = KnownValues.of(
            SwitchBlocker::new,
            List.of(
                    ASSET_VALIDATION,
                    PENDING_ORDERS,
                    PENDING_ALGOS,
                    ISOLATED_MARGIN,
                    ISOLATED_CONTRACT,
                    CONTRACT_LONG_SHORT,
                    CROSS_MARGIN,
                    CROSS_OPTION_BUYER,
                    ISOLATED_OPTION,
                    GROWTH_FUND,
                    ALL_POSITIONS,
                    SPOT_LEAD_COPY_ONLY_SIMPLE_SINGLE,
                    STOP_SPOT_CUSTOM,
                    STOP_FUTURES_CUSTOM,
                    LEAD_PORTFOLIO,
                    FUTURES_SMART_SYNC,
                    VIP_FIXED_LOAN,
                    REPAY_BORROWINGS,
                    COMPLIANCE_RESTRICTION,
                    COMPLIANCE_KYC2));

    private SwitchBlocker(String text, String displayName) {
        super(text, displayName);
    }

    private SwitchBlocker(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text for example {@code pending_orders}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static SwitchBlocker of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<SwitchBlocker> known() {
        return KNOWN.all();
    }
}
