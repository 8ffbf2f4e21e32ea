package io.okxconnect.examples.myexchanges;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address below {@code /accounts/}.
 *
 * @param number the account
 * @param rest what of it; empty for the account itself
 */
record AccountPath(int number, String rest) {
    private static final Pattern FORM = Pattern.compile("/accounts/(\\d{1,6})(?:/([a-z]+))?");

    static Optional<AccountPath> parse(String path) {
        Matcher match = FORM.matcher(path);
        return match.matches()
                ? Optional.of(
                        new AccountPath(Integer.parseInt(match.group(1)), match.group(2) == null ? "" : match.group(2)))
                : Optional.empty();
    }
}
