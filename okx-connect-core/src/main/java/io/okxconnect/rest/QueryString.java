package io.okxconnect.rest;

import io.okxconnect.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Query parameters, encoded once as they are added (RFC 3986), so that the text signed is the text sent. */
final class QueryString {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final int MAX_VALUE_LENGTH = 2_000;
    /** Unreserved characters, and the comma, which RFC 3986 allows in a query and OKX's docs show unencoded in lists. */
    private static final String PLAIN = "-._~,";

    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder encoded = new StringBuilder();
    private final Set<String> names = new HashSet<>();

    void add(String name, String value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        if (!NAME.matcher(name).matches()) {
            throw new InvalidArgumentException(
                    "name", "must be 1 to 64 letters, digits and '_'", "Use the parameter's name from OKX's docs.");
        }
        if (value.isEmpty() || value.length() > MAX_VALUE_LENGTH) {
            throw new InvalidArgumentException(
                    "value",
                    "must be 1 to 2000 characters",
                    "Leave the parameter " + name + " out if it has no value.");
        }
        if (!names.add(name)) {
            throw new InvalidArgumentException(
                    "name", "must not come twice", "Join several values of " + name + " with commas.");
        }
        if (encoded.length() > 0) {
            encoded.append('&');
        }
        encoded.append(name).append('=');
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            append(octet & 0xFF);
        }
    }

    private void append(int octet) {
        boolean plain = octet < 0x80 && (isLetterOrDigit(octet) || PLAIN.indexOf(octet) >= 0);
        if (plain) {
            encoded.append((char) octet);
        } else {
            encoded.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xF));
        }
    }

    private static boolean isLetterOrDigit(int octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9');
    }

    @Override
    public String toString() {
        return encoded.toString();
    }
}
