package io.okxconnect.account;

import java.util.List;
import java.util.Locale;

/**
 * One permission of an API key (a word of {@code perm}).
 *
 * <p>Source: OKX V5 docs, "Get account configuration". An open set: other words are kept with their text, in lower
 * case. Immutable.
 */
public final class ApiPermission extends OpenValue {
    /** May read balances, positions, orders and settings. */
    public static final ApiPermission READ_ONLY = new ApiPermission("read_only", "Read");

    /** May trade, change account settings, and move funds between the user's own accounts. */
    public static final ApiPermission TRADE = new ApiPermission("trade", "Trade");

    /** May withdraw from OKX. An app that trades never needs it. */
    public static final ApiPermission WITHDRAW = new ApiPermission("withdraw", "Withdraw");

    private static final KnownValues<ApiPermission> KNOWN =
            KnownValues.of(ApiPermission::new, List.of(READ_ONLY, TRADE, WITHDRAW));

    private ApiPermission(String text, String displayName) {
        super(text, displayName);
    }

    private ApiPermission(String text) {
        super(text);
    }

    /**
     * The permission of that word.
     *
     * @param text the word, in any case and with or without blanks around it; {@code read}, which some OKX answers
     *     show, is {@link #READ_ONLY}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static ApiPermission of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return word.equals("read") ? READ_ONLY : KNOWN.of(word);
    }

    /**
     * The permissions this version knows.
     *
     * @return read, trade, withdraw
     */
    public static List<ApiPermission> known() {
        return KNOWN.all();
    }
}
