package io.okxconnect.rest;

import io.okxconnect.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds values from an app's own maps, lists and scalars. */
final class JsonConversion {
    private JsonConversion() {}

    static JsonValue from(@Nullable Object value, int depth) {
        if (depth > JsonReader.MAX_DEPTH) {
            throw new InvalidArgumentException(
                    "value", "must be nested at most " + JsonReader.MAX_DEPTH + " deep", "Check for a cycle.");
        }
        if (value == null) {
            return JsonValue.ofNull();
        } else if (value instanceof JsonValue json) {
            return json;
        } else if (value instanceof String text) {
            return JsonValue.of(text);
        } else if (value instanceof Boolean bool) {
            return JsonValue.of(bool.booleanValue());
        } else if (value instanceof Integer || value instanceof Long) {
            return JsonValue.of(((Number) value).longValue());
        } else if (value instanceof BigDecimal decimal) {
            return JsonValue.of(decimal);
        } else if (value instanceof BigInteger integer) {
            return JsonValue.of(integer);
        } else if (value instanceof List<?> list) {
            List<JsonValue> items = new ArrayList<>(list.size());
            for (Object item : list) {
                items.add(from(item, depth + 1));
            }
            return JsonValue.array(items);
        } else if (value instanceof Map<?, ?> map) {
            return object(map, depth);
        }
        throw new InvalidArgumentException(
                "value",
                "must not hold a " + value.getClass().getName(),
                "Use text (OKX wants numbers as text), boolean, whole number, BigDecimal, Map or List.");
    }

    private static JsonValue object(Map<?, ?> map, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw new InvalidArgumentException("value", "must have text keys in every map", "Use String keys.");
            }
            members.put(name, from(entry.getValue(), depth + 1));
        }
        return JsonValue.object(members);
    }
}
