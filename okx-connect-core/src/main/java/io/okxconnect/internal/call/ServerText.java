package io.okxconnect.internal.call;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OKX's own message texts, made fit to be kept: short, one line, nothing key-like. Observed texts of 50110 hold the full key. */
final class ServerText {
    private static final int MAX_LENGTH = 300;
    /** Longer than any message seen; bounds the work on hostile texts. */
    private static final int MAX_INPUT = 2_000;

    private static final String MASK = "***";
    /** Control, format and other characters that do not show; between the characters of a key they would hide it from a search. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029\\u034F\\uFE00-\\uFE0F]");

    private static final Pattern KEY_LIKE = Pattern.compile(
            "[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}" // API key
                    + "|[A-Za-z0-9+/_=]{24,}" // secret key, signature, token
                    + "|[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+"); // JWT
    private static final Pattern IP_V4 = Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])");
    private static final Pattern IP_V6 =
            Pattern.compile("(?<![0-9A-Za-z:.])(?=[0-9A-Fa-f]*:[0-9A-Fa-f]*:)[0-9A-Fa-f:]{2,39}(?![0-9A-Za-z:])");

    private ServerText() {}

    static String masked(String text, Collection<String> secrets) {
        String masked = text.length() > MAX_INPUT ? text.substring(0, MAX_INPUT) : text;
        masked = INVISIBLE.matcher(masked).replaceAll("");
        for (String secret : secrets) {
            masked = SecretForms.pattern(secret).matcher(masked).replaceAll(MASK);
        }
        masked = KEY_LIKE.matcher(masked).replaceAll(MASK).strip();
        return masked.length() > MAX_LENGTH ? masked.substring(0, MAX_LENGTH) : masked;
    }

    /** The first IP address in the text, or "" if there is none. */
    static String ipAddress(String masked) {
        Matcher v4 = IP_V4.matcher(masked);
        while (v4.find()) {
            if (isIpV4(v4.group())) {
                return v4.group();
            }
        }
        Matcher v6 = IP_V6.matcher(masked);
        while (v6.find()) {
            String candidate = v6.group().endsWith("::") ? v6.group() : stripTrailingColon(v6.group());
            if (isIpV6(candidate)) {
                return candidate;
            }
        }
        return "";
    }

    private static String stripTrailingColon(String text) {
        return text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isIpV4(String text) {
        for (String octet : text.split("\\.", -1)) {
            if (Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }

    /** Eight groups of up to four hex digits, or fewer with one "::". */
    private static boolean isIpV6(String text) {
        int shortened = text.indexOf("::");
        if (shortened >= 0 && text.indexOf("::", shortened + 1) >= 0) {
            return false;
        }
        int groups = 0;
        for (String group : text.split(":", -1)) {
            if (group.length() > 4) {
                return false;
            }
            groups += group.isEmpty() ? 0 : 1;
        }
        return shortened >= 0 ? groups < 8 && groups > 0 : groups == 8;
    }
}
