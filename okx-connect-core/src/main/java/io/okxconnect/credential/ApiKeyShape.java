package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;

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

    /** What looks odd, as sentences for the user; empty if all three look as OKX makes them. */
    static List<String> warnings(char[] apiKey, char[] secretKey, char[] passphrase) {
        List<String> warnings = new ArrayList<>();
        if (!isUuid(apiKey)) {
            warnings.add("The API key does not look like one: OKX shows 36 characters of the form " + UUID_FORM + ".");
        }
        if (!isSecretKey(secretKey)) {
            warnings.add("The secret key does not look like one: OKX shows 32 hexadecimal digits.");
        }
        if (passphrase.length < 8 || passphrase.length > 32) {
            warnings.add("The passphrase does not look like one: OKX asks for 8 to 32 characters. It is the one chosen"
                    + " when the key was made, not the login password.");
        }
        if (isUuid(secretKey) || isSecretKey(apiKey)) {
            warnings.add("The API key and the secret key look swapped.");
        }
        if (isSecretKey(passphrase) && !isSecretKey(secretKey)) {
            warnings.add("The secret key and the passphrase look swapped.");
        }
        if (isUuid(passphrase) && !isUuid(apiKey)) {
            warnings.add("The API key and the passphrase look swapped.");
        }
        return List.copyOf(warnings);
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
