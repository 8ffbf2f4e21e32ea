package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The app's own name for one connected account: the key under which its credential is stored. It is not an OKX id and is
 * never sent to OKX. Do not put anything secret in it: it appears in messages.
 *
 * <p>Immutable; equal if the text is equal.
 */
public final class AccountId {
    private static final int MAX_LENGTH = 128;

    private final String value;

    private AccountId(String value) {
        this.value = value;
    }

    /**
     * The id with the given text, taken as it is.
     *
     * @param value 1 to 128 characters, no control or invisible characters, no blank at either end
     * @return the id
     * @throws InvalidArgumentException if a rule is broken
     */
    public static AccountId of(String value) {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new InvalidArgumentException(
                    "accountId", "must be 1 to 128 characters", "Pass a short id such as \"alice\".");
        }
        if (PastedText.trimmed(value).length() != value.length()) {
            throw new InvalidArgumentException(
                    "accountId", "must not begin or end with a blank", "Trim the id before you pass it.");
        }
        if (!value.codePoints().allMatch(AccountId::isAllowed)) {
            throw new InvalidArgumentException(
                    "accountId",
                    "must not hold control, invisible or unpaired surrogate characters",
                    "Pass plain text such as \"alice\".");
        }
        return new AccountId(value);
    }

    private static boolean isAllowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /**
     * The text of the id.
     *
     * @return exactly what was passed to {@link #of}
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** {@return the text of the id} */
    @Override
    public String toString() {
        return value;
    }
}
