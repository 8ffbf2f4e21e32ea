package io.okxconnect.account;

import java.util.List;

/**
 * The account mode ({@code acctLv}): what an account may trade and how its margin is pooled.
 *
 * <p>Source: OKX V5 docs, "Get account configuration" and "Account mode". An open set: other words are kept with their
 * text. Immutable.
 */
public final class AccountMode extends OpenValue {
    /** Spot mode: no derivative positions. */
    public static final AccountMode SPOT = new AccountMode("1", "Spot mode");

    /**
     * Futures mode, earlier called single-currency margin: each currency is the margin of its own contracts. Cross and
     * isolated.
     */
    public static final AccountMode FUTURES = new AccountMode("2", "Futures mode (single-currency margin)");

    /** Multi-currency margin: all currencies back all positions; no isolated margin (50072). */
    public static final AccountMode MULTI_CURRENCY_MARGIN = new AccountMode("3", "Multi-currency margin mode");

    /**
     * Portfolio margin: margin by the risk of the whole portfolio; one-way positions only (51041), no isolated margin
     * (50072).
     */
    public static final AccountMode PORTFOLIO_MARGIN = new AccountMode("4", "Portfolio margin mode");

    private static final KnownValues<AccountMode> KNOWN =
            KnownValues.of(AccountMode::new, List.of(SPOT, FUTURES, MULTI_CURRENCY_MARGIN, PORTFOLIO_MARGIN));

    private AccountMode(String text, String displayName) {
        super(text, displayName);
    }

    private AccountMode(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text {@code 1} to {@code 4}, or what OKX adds later
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static AccountMode of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<AccountMode> known() {
        return KNOWN.all();
    }
}
