package io.okxconnect.oauth.internal;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's explanation, made fit to be kept: one short line of ASCII in which nothing that was sent and nothing key-like is
 * left. Plain words such as {@code redirect_uri} stay readable.
 */
final class ServerWords {
    private static final int MAX_INPUT = 2_000;
    private static final int MAX_LENGTH = 200;
    private static final int LONGEST_WORD = 15;
    private static final int SHORTEST_ECHO = 4;
    private static final String MASK = "***";
    private static final Pattern UNSEEN = Pattern.compile("[^\\x20-\\x7e]");
    /** What a key, token, code or URL is made of, in one piece. */
    private static final Pattern RUN = Pattern.compile("[^ (),;\"'<>]+");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]{1,20}(?:[_-][A-Za-z]{1,20}){0,4}[.:?!]?");

    private ServerWords() {}

    static String shown(String words, Collection<String> sent) {
        String masked = UNSEEN.matcher(words.length() > MAX_INPUT ? words.substring(0, MAX_INPUT) : words)
                .replaceAll("");
        for (String value : sent) {
            if (value.length() >= SHORTEST_ECHO && !isName(value)) {
                masked = Pattern.compile(Pattern.quote(value), Pattern.CASE_INSENSITIVE)
                        .matcher(masked)
                        .replaceAll(Matcher.quoteReplacement(MASK));
            }
        }
        masked = RUN.matcher(masked)
                .replaceAll(run -> Matcher.quoteReplacement(isHarmless(run.group()) ? run.group() : MASK))
                .strip();
        return masked.length() > MAX_LENGTH ? masked.substring(0, MAX_LENGTH) : masked;
    }

    private static boolean isHarmless(String run) {
        return (run.length() <= LONGEST_WORD && !mixesDigits(run))
                || PLAIN.matcher(run).matches();
    }

    /** The value of {@code grant_type}: sent, but nothing secret. */
    private static boolean isName(String value) {
        return value.equals("authorization_code") || value.equals("refresh_token");
    }

    /** Letters and digits in one short run may be a piece of a key. */
    private static boolean mixesDigits(String run) {
        boolean digits = run.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean letters = run.chars().anyMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        return digits && letters && run.length() >= 8;
    }
}
