package io.okxconnect.account;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One permission of an API key (a word of {@code perm}).
 *
 * <p>Source: OKX V5 docs, "Get account configuration". An open set: other words are kept with their text, in lower
 * case. A word that contains {@code withdraw} counts as {@link #WITHDRAW}: better to refuse a key than to keep one that
 * may withdraw. Immutable.
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

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\u00A0]");

    private ApiPermission(String text, String displayName) {
        super(text, displayName);
    }

    private ApiPermission(String text) {
        super(text);
    }

    /**
     * The permission of that word.
     *
     * @param text the word, in any case, with or without blanks around it and characters that do not show in it; {@code
     *     read}, which some OKX answers show, is {@link #READ_ONLY}
     * @return the constant, or a value that is not {@linkplain #isKnown() known}
     */
    public static ApiPermission of(String text) {
        String word = INVISIBLE.matcher(text).replaceAll("").strip().toLowerCase(Locale.ROOT);
        if (word.contains(WITHDRAW.text())) {
            return WITHDRAW;
        }
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
