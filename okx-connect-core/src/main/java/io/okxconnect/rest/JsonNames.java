package io.okxconnect.rest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The names of an object's members in order, and where each is found. Apart from the values, because the rows of an answer
 * have the same names: they share one, and none of their names is hashed again. Immutable.
 */
final class JsonNames {
    /** More names than OKX's largest row has; beyond, names that were chosen to collide would make a plain table slow. */
    private static final int MOST_IN_TABLE = 127;

    /**
     * The names of rows that were read lately, so that the next answer of the same kind needs none of its own. Few, and none
     * of many names, so that no peer fills the heap with them.
     */
    private static final AtomicReferenceArray<@Nullable JsonNames> RECENT = new AtomicReferenceArray<>(64);

    private final String[] names;
    /** Place plus one at the hash or behind it, zero where there is none; null if there are too many names. */
    private final byte @Nullable [] table;

    private final Map<String, Integer> many;

    private JsonNames(String[] names, byte @Nullable [] table, Map<String, Integer> many) {
        this.names = names;
        this.table = table;
        this.many = many;
    }

    /** Of these names in their order; null if one comes twice. */
    static @Nullable JsonNames of(String[] source, int from, int to) {
        int place = place(source, from, to);
        JsonNames recent = RECENT.get(place);
        if (recent != null && Arrays.equals(recent.names, 0, recent.names.length, source, from, to)) {
            return recent;
        }
        JsonNames names = of(Arrays.copyOfRange(source, from, to));
        if (names != null && names.table != null) {
            RECENT.set(place, names);
        }
        return names;
    }

    private static int place(String[] names, int from, int to) {
        if (from == to) {
            return 0;
        }
        int hash = 31 * (31 * (to - from) + names[from].hashCode()) + names[to - 1].hashCode();
        return (hash ^ hash >>> 16) & RECENT.length() - 1;
    }

    private static @Nullable JsonNames of(String[] names) {
        if (names.length > MOST_IN_TABLE) {
            Map<String, Integer> many = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                many.put(names[i], i);
            }
            return many.size() == names.length ? new JsonNames(names, null, many) : null;
        }
        byte[] table = new byte[Math.max(2, Integer.highestOneBit(names.length) << 2)];
        for (int i = 0; i < names.length; i++) {
            int slot = slot(names[i], names, table);
            if (table[slot] != 0) {
                return null;
            }
            table[slot] = (byte) (i + 1);
        }
        return new JsonNames(names, table, Map.of());
    }

    int size() {
        return names.length;
    }

    String name(int index) {
        return names[index];
    }

    /** Where a name is; -1 if nowhere. */
    int indexOf(Object name) {
        if (table == null) {
            return many.getOrDefault(name, -1);
        }
        return table[slot(name, names, table)] - 1;
    }

    /** The slot of a name: where it is, or the free one where it would be. */
    private static int slot(Object name, String[] names, byte[] table) {
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 16) & table.length - 1;
        while (table[slot] != 0 && !names[table[slot] - 1].equals(name)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
