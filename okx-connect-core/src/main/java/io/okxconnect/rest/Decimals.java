package io.okxconnect.rest;

import java.math.BigDecimal;

/** Numbers as OKX writes them. */
final class Decimals {
    private static final int MOST_DIGITS = 24;
    private static final int MOST_EXPONENT_DIGITS = 2;
    /** With a sign and a point, no more digits than a long holds whatever they are. */
    private static final int SHORT = 18;

    private Decimals() {}

    /** At most 24 digits before and after the point, and an exponent of at most two. */
    static boolean isDecimal(String text) {
        int end = digits(text, text.startsWith("-") ? 1 : 0, MOST_DIGITS);
        if (is('.', text, end)) {
            end = digits(text, end + 1, MOST_DIGITS);
        }
        if (is('e', text, end) || is('E', text, end)) {
            boolean signed = is('+', text, end + 1) || is('-', text, end + 1);
            end = digits(text, end + (signed ? 2 : 1), MOST_EXPONENT_DIGITS);
        }
        return end == text.length();
    }

    /**
     * The number, digit by digit as the JDK reads it. Most are short, and of those the JDK would first copy the characters.
     */
    static BigDecimal parse(String decimal) {
        if (decimal.length() > SHORT) {
            return new BigDecimal(decimal);
        }
        long digits = 0;
        int point = decimal.indexOf('.');
        for (int i = decimal.startsWith("-") ? 1 : 0; i < decimal.length(); i++) {
            char c = decimal.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
            } else if (c != '.') {
                return new BigDecimal(decimal);
            }
        }
        int scale = point < 0 ? 0 : decimal.length() - 1 - point;
        return BigDecimal.valueOf(decimal.startsWith("-") ? -digits : digits, scale);
    }

    private static boolean is(char wanted, String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) == wanted;
    }

    /** Where the digits from there end; -1 if there is none, or more than so many. */
    static int digits(String text, int from, int most) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == from || end - from > most ? -1 : end;
    }
}
