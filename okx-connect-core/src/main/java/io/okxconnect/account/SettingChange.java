package io.okxconnect.account;

import java.util.Objects;

/**
 * What became of a request to change an account setting. Read before and after, so that it reports the account and not
 * an echo.
 *
 * @param before the value found first
 * @param wanted the value asked for
 * @param after the value found afterwards; {@code before} if no change was needed, or if OKX accepted the change and the
 *     account could not be read again
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
     * @return true if {@code after} is {@code wanted}. False means that OKX accepted the change and it has not been seen
     *     yet: OKX does not show it, or the account could not be read again. Read the configuration before relying on it
     */
    public boolean isInForce() {
        return after.equals(wanted);
    }

    /**
     * Whether the setting was seen to be another than before.
     *
     * @return false if the account already had it, or if an accepted change has not been seen yet, see {@link #isInForce}
     */
    public boolean isChanged() {
        return !after.equals(before);
    }
}
