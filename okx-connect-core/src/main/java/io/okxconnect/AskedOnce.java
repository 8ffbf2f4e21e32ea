package io.okxconnect;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers what it was told the first time. Not safe for use by many threads. */
final class AskedOnce<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T told;

    AskedOnce(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = told;
        if (known == null) {
            known = source.get();
            told = known;
        }
        return known;
    }
}
