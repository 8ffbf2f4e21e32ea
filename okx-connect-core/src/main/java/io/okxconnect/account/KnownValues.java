package io.okxconnect.account;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The constants of one open set, found by their text. */
final class KnownValues<V extends OpenValue> {
    private final List<V> inOrder;
    private final Map<String, V> byText;
    private final Function<String, V> unknown;

    private KnownValues(List<V> inOrder, Function<String, V> unknown) {
        this.inOrder = inOrder;
        this.byText = inOrder.stream().collect(Collectors.toUnmodifiableMap(OpenValue::text, value -> value));
        this.unknown = unknown;
    }

    static <V extends OpenValue> KnownValues<V> of(Function<String, V> unknown, List<V> known) {
        return new KnownValues<>(known, unknown);
    }

    V of(String text) {
        V known = byText.get(Objects.requireNonNull(text, "text"));
        return known != null ? known : unknown.apply(text);
    }

    List<V> all() {
        return inOrder;
    }
}
