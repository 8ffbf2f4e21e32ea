package io.okxconnect.credential;

/** What comes along when a person copies a key from a web page: blanks, line ends, byte order marks, zero-width characters. */
final class PastedText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char WORD_JOINER = '\u2060';

    private PastedText() {}

    /** The characters between the pasted ones; shares nothing with the input. */
    static char[] trimmed(char[] text) {
        int from = 0;
        int to = text.length;
        while (from < to && isPasted(text[from])) {
            from++;
        }
        while (to > from && isPasted(text[to - 1])) {
            to--;
        }
        char[] inner = new char[to - from];
        System.arraycopy(text, from, inner, 0, inner.length);
        return inner;
    }

    static String trimmed(String text) {
        return new String(trimmed(text.toCharArray()));
    }

    private static boolean isPasted(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == BYTE_ORDER_MARK
                || c == WORD_JOINER
                || (c >= '\u200B' && c <= '\u200F');
    }
}
