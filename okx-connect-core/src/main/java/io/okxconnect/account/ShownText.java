package io.okxconnect.account;

import java.util.regex.Pattern;

/**
 * Text from OKX, made fit to be shown and kept. What is not of the form it should have, or looks like a key, is replaced
 * by {@value #UNREADABLE}: an answer that echoes a key or holds line breaks must not get into logs, findings or the
 * store. Values that go back to OKX are not for here: they stay as they came.
 */
public final class ShownText {
    /** Stands for a text that is not shown. */
    public static final String UNREADABLE = "(unreadable)";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:/-]{1,64}");
    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]*");
    private static final Pattern ADDRESS = Pattern.compile("(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}"
            + "|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}"
            + "|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){1,5}:[0-9]{1,3}(?:\\.[0-9]{1,3}){3})"
            + "(?:/[0-9]{1,3})?");
    private static final Pattern KEY_LIKE = Pattern.compile(
            "[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}" // API key
                    + "|[0-9A-Fa-f]{32}"); // secret key

    private ShownText() {}

    /**
     * An id, a name of an instrument, a number or another word of OKX's.
     *
     * @param text the text as OKX sent it
     * @return the same text if it has 1 to 64 letters, digits and {@code _ . : / -} and holds nothing like a key; else
     *     {@link #UNREADABLE}
     */
    public static String id(String text) {
        return ID.matcher(text).matches() && !isKeyLike(text) ? text : UNREADABLE;
    }

    /**
     * A text that a person chose, or of a form that is not known.
     *
     * @param text the text as OKX sent it
     * @param maxLength how many characters it may have
     * @return the same text if it is no longer, all of its characters print on one line, and it holds nothing like a
     *     key; else {@link #UNREADABLE}
     */
    public static String line(String text, int maxLength) {
        boolean shown = text.codePointCount(0, text.length()) <= maxLength
                && PRINTABLE.matcher(text).matches()
                && !isKeyLike(text);
        return shown ? text : UNREADABLE;
    }

    /** An IP address or a network; whether it exists is not looked at. */
    static String address(String text) {
        return ADDRESS.matcher(text).matches() ? text : UNREADABLE;
    }

    /** Whether a text holds something of the form of an API key or a secret key. */
    static boolean isKeyLike(String text) {
        return KEY_LIKE.matcher(text).find();
    }
}
