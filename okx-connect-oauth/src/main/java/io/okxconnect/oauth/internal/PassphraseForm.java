package io.okxconnect.oauth.internal;

/** OKX's rule for passphrases: 8 to 32 visible ASCII characters of all four kinds. */
public final class PassphraseForm {
    public static final int SHORTEST = 8;
    public static final int LONGEST = 32;

    private PassphraseForm() {}

    public static boolean isKept(CharSequence passphrase) {
        return passphrase.length() >= SHORTEST && passphrase.length() <= LONGEST && hasAllKinds(passphrase);
    }

    /** Whether there is nothing but visible ASCII, and an upper-case and a lower-case letter, a digit and another character in it. */
    public static boolean hasAllKinds(CharSequence text) {
        boolean visible = true;
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        boolean special = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            visible &= c > ' ' && c < 0x7f;
            boolean isUpper = c >= 'A' && c <= 'Z';
            boolean isLower = c >= 'a' && c <= 'z';
            boolean isDigit = c >= '0' && c <= '9';
            upper |= isUpper;
            lower |= isLower;
            digit |= isDigit;
            special |= !isUpper && !isLower && !isDigit;
        }
        return visible && upper && lower && digit && special;
    }
}
