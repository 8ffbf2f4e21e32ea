package io.okxconnect.rest;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object that was read, in the document's order. Unmodifiable. A tenth of a linked map's heap. */
final class JsonMembers extends AbstractMap<String, JsonValue> {
    private final JsonNames names;
    private final JsonValue[] values;

    /** Takes over the array, which has a value for each name. */
    JsonMembers(JsonNames names, JsonValue[] values) {
        this.names = names;
        this.values = values;
    }

    JsonNames names() {
        return names;
    }

    JsonValue value(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public @Nullable JsonValue get(@Nullable Object name) {
        int index = name == null ? -1 : names.indexOf(name);
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, JsonValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Iterator<Map.Entry<String, JsonValue>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, JsonValue>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Map.Entry<String, JsonValue> next() {
            if (next >= values.length) {
                throw new NoSuchElementException();
            }
            int current = next++;
            return Map.entry(names.name(current), values[current]);
        }
    }
}
