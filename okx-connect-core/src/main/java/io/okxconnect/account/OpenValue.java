package io.okxconnect.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One word of a set that OKX may extend: a known constant, or a text this version does not know, kept as it came. Two
 * are equal if they are of the same set and have the same text. Immutable.
 */
public abstract class OpenValue {
    private final String text;
    private final @Nullable String displayName;

    /** A word that this version knows. */
    OpenValue(String text, String displayName) {
        this.text = text;
        this.displayName = Objects.requireNonNull(displayName, "displayName");
    }

    /** A word that it does not know. */
    OpenValue(String text) {
        this.text = Objects.requireNonNull(text, "text");
        this.displayName = null;
    }

    /**
     * The word as OKX writes it.
     *
     * @return the text, for example {@code 2} or {@code net_mode}
     */
    public final String text() {
        return text;
    }

    /**
     * Whether this version of okx-connect knows the word.
     *
     * @return true for the constants of the class
     */
    public final boolean isKnown() {
        return displayName != null;
    }

    /**
     * The name to show to a person.
     *
     * @return OKX's name in English; for an unknown word, "unknown" and its text as {@link ShownText#id} shows it; "not
     *     stated" if the text is empty
     */
    public final String displayName() {
        if (displayName != null) {
            return displayName;
        }
        return text.isEmpty() ? "not stated" : "unknown (" + ShownText.id(text) + ")";
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OpenValue that && that.getClass() == getClass() && that.text.equals(text);
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    /** {@return the text, as {@link ShownText#id} shows it} */
    @Override
    public final String toString() {
        return isKnown() || text.isEmpty() ? text : ShownText.id(text);
    }
}
