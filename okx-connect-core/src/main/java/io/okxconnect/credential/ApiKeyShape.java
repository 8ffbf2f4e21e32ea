package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** What can be told about three pasted strings without asking OKX (OKX V5 docs, "Creating an APIKey", as of 2026-06). */
final class ApiKeyShape {
    private static final int MAX_LENGTH = 256;
    private static final int SECRET_KEY_LENGTH = 32;
    private static final String UUID_FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private ApiKeyShape() {}

    /** Refuses what could not be sent as a header value; names the part, never its content. */
    static void requireSendable(String part, char[] value) {
        if (value.length == 0) {
            throw new InvalidArgumentException(
                    part, "must not be empty", "Pass the " + part + " that belongs to the key, as OKX showed it.");
        }
        if (value.length > MAX_LENGTH) {
            throw new InvalidArgumentException(
                    part, "must be at most 256 characters", "Check that only the " + part + " was pasted.");
        }
        for (char c : value) {
            // HTTP gives no encoding to anything beyond ASCII in a header (RFC 9110, 5.5): it would arrive changed.
            if (c < ' ' || c > '~') {
                throw new InvalidArgumentException(
                        part,
                        "must be printable ASCII: it holds a line break, a control character or another character that"
                                + " an HTTP header cannot carry",
                        "Copy it again from OKX, without the lines around it.");
            }
        }
    }

    /** What looks odd; empty if all three look as OKX makes them. */
    static Set<ShapeHint> hints(char[] apiKey, char[] secretKey, char[] passphrase) {
        Set<ShapeHint> hints = EnumSet.noneOf(ShapeHint.class);
        addIf(hints, !isUuid(apiKey), ShapeHint.API_KEY_FORM);
        addIf(hints, !isSecretKey(secretKey), ShapeHint.SECRET_KEY_FORM);
        addIf(hints, passphrase.length < 8 || passphrase.length > 32, ShapeHint.PASSPHRASE_LENGTH);
        addIf(hints, isUuid(secretKey) || isSecretKey(apiKey), ShapeHint.API_KEY_AND_SECRET_KEY_SWAPPED);
        addIf(hints, isSecretKey(passphrase) && !isSecretKey(secretKey), ShapeHint.SECRET_KEY_AND_PASSPHRASE_SWAPPED);
        addIf(hints, isUuid(passphrase) && !isUuid(apiKey), ShapeHint.API_KEY_AND_PASSPHRASE_SWAPPED);
        addIf(hints, holds(apiKey, UUID_FORM.length(), ApiKeyShape::isUuid), ShapeHint.STRAY_IN_API_KEY);
        addIf(hints, holds(secretKey, SECRET_KEY_LENGTH, ApiKeyShape::isSecretKey), ShapeHint.STRAY_IN_SECRET_KEY);
        return Collections.unmodifiableSet(hints);
    }

    private static void addIf(Set<ShapeHint> hints, boolean odd, ShapeHint hint) {
        if (odd) {
            hints.add(hint);
        }
    }

    /** Whether a longer text holds one of that form: in one piece, or with blanks and signs in between. */
    private static boolean holds(char[] value, int length, Predicate<char[]> form) {
        if (value.length <= length) {
            return false;
        }
        for (int from = 0; from + length <= value.length; from++) {
            if (matches(Arrays.copyOfRange(value, from, from + length), form)) {
                return !continues(value, from - 1) && !continues(value, from + length);
            }
        }
        return matches(lettersDigitsAndHyphens(value), form);
    }

    private static boolean matches(char[] part, Predicate<char[]> form) {
        boolean matches = form.test(part);
        Arrays.fill(part, '\0');
        return matches;
    }

    /** A form with more of the same around it is something else. */
    private static boolean continues(char[] value, int index) {
        return index >= 0 && index < value.length && isHexDigit(value[index]);
    }

    private static char[] lettersDigitsAndHyphens(char[] value) {
        char[] kept = new char[value.length];
        int count = 0;
        for (char c : value) {
            if (c == '-' || Character.isLetterOrDigit(c)) {
                kept[count++] = c;
            }
        }
        char[] exact = Arrays.copyOf(kept, count);
        Arrays.fill(kept, '\0');
        return exact;
    }

    private static boolean isUuid(char[] value) {
        if (value.length != UUID_FORM.length()) {
            return false;
        }
        for (int i = 0; i < value.length; i++) {
            if (UUID_FORM.charAt(i) == '-' ? value[i] != '-' : !isHexDigit(value[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSecretKey(char[] value) {
        for (char c : value) {
            if (!isHexDigit(c)) {
                return false;
            }
        }
        return value.length == SECRET_KEY_LENGTH;
    }

    private static boolean isHexDigit(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }
}
