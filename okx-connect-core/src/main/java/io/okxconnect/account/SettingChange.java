package io.okxconnect.account;

import java.util.Objects;

/**
 * What became of a request to change an account setting. Read before and after, so that it reports the account and not
 * an echo.
 *
 * @param before the value found first
 * @param wanted the value asked for
 * @param after the value found afterwards; {@code before} if no change was needed
 * @param <T> the kind of setting
 */
public record SettingChange<T>(T before, T wanted, T after) {

    /**
     * Checks that no part is null.
     *
     * @param before the value found first
     * @param wanted the value asked for
     * @param after the value found afterwards
     */
    public SettingChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(wanted, "wanted");
        Objects.requireNonNull(after, "after");
    }

    /**
     * Whether the account now has what was asked for.
     *
     * @return true if {@code after} is {@code wanted}. False after an accepted change means that OKX does not show it
     *     yet: read the configuration again before relying on it
     */
    public boolean isInForce() {
        return after.equals(wanted);
    }

    /**
     * Whether the setting is another than before.
     *
     * @return false if the account already had it
     */
    public boolean isChanged() {
        return !after.equals(before);
    }
}
