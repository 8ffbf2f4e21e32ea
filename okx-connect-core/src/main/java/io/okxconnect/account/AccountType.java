package io.okxconnect.account;

import java.util.List;

/**
 * Whether an account is a master account or which kind of sub-account ({@code type}).
 *
 * <p>Source: OKX V5 docs, "Get account configuration". An open set: other words are kept with their text. Immutable.
 */
public final class AccountType extends OpenValue {
    /** The master account. */
    public static final AccountType MASTER = new AccountType("0", "Master account");

    /** A standard sub-account. */
    public static final AccountType STANDARD_SUB_ACCOUNT = new AccountType("1", "Standard sub-account");

    /** A managed trading sub-account. */
    public static final AccountType MANAGED_SUB_ACCOUNT = new AccountType("2", "Managed sub-account");

    /** A custody trading sub-account with Copper. */
    public static final AccountType CUSTODY_COPPER = new AccountType("5", "Custody sub-account (Copper)");

    /** A managed trading sub-account with Copper. */
    public static final AccountType MANAGED_COPPER = new AccountType("9", "Managed sub-account (Copper)");

    /** A custody trading sub-account with Komainu. */
    public static final AccountType CUSTODY_KOMAINU = new AccountType("12", "Custody sub-account (Komainu)");

    private static final KnownValues<AccountType> KNOWN = KnownValues.of(
            AccountType::new,
            List.of(
                    MASTER,
                    STANDARD_SUB_ACCOUNT,
                    MANAGED_SUB_ACCOUNT,
                    CUSTODY_COPPER,
                    MANAGED_COPPER,
                    CUSTODY_KOMAINU));

    private AccountType(String text, String displayName) {
        super(text, displayName);
    }

    private AccountType(String text) {
        super(text);
    }

    /**
     * The value of that text.
     *
     * @param text for example {@code 0}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static AccountType of(String text) {
        return KNOWN.of(text);
    }

    /**
     * The values this version knows.
     *
     * @return the constants, in order
     */
    public static List<AccountType> known() {
        return KNOWN.all();
    }
}
