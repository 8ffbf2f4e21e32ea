package io.okxconnect.account;

import io.okxconnect.rest.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Something OKX described in one JSON object, which is kept whole. Two are equal if they are of the same class and
 * their JSON is equal. Immutable and safe for use by many threads.
 */
public abstract class OkxValue {
    private final JsonValue raw;

    OkxValue(JsonValue raw) {
        this.raw = raw;
    }

    /**
     * The JSON it was read from, with every member that has no accessor here: {@code raw().decimal("spotUpl")}. It
     * holds account data: keep it out of logs.
     *
     * @return an object
     */
    public final JsonValue raw() {
        return raw;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OkxValue that && that.getClass() == getClass() && that.raw.equals(raw);
    }

    @Override
    public final int hashCode() {
        return raw.hashCode();
    }

    /** {@return the class and what identifies the value; no amounts} */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + raw.members().size() + " members]";
    }
}
