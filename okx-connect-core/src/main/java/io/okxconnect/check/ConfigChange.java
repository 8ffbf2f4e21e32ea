package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.ShownText;
import io.okxconnect.rest.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * One member of OKX's account configuration that differs between two looks at it.
 *
 * @param field OKX's name, for example {@code posMode}
 * @param before the value of the first look as JSON text; {@code ""} if it was not there
 * @param after the value of the second look as JSON text; {@code ""} if it was not there
 */
public record ConfigChange(String field, String before, String after) {
    private static final int MAX_SHOWN = 300;

    /**
     * Checks that no part is null.
     *
     * @param field OKX's name
     * @param before the first value as JSON text
     * @param after the second value as JSON text
     */
    public ConfigChange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /**
     * Everything that differs, known to this version or not.
     *
     * @param before the first look
     * @param after the second look
     * @return the changes, by name of the field
     */
    public static List<ConfigChange> between(AccountConfig before, AccountConfig after) {
        TreeSet<String> names = new TreeSet<>(before.raw().members().keySet());
        names.addAll(after.raw().members().keySet());
        return names.stream()
                .map(name -> new ConfigChange(name, json(before, name), json(after, name)))
                .filter(change -> !change.before.equals(change.after))
                .toList();
    }

    private static String json(AccountConfig config, String name) {
        return config.raw().member(name).map(JsonValue::toJson).orElse("");
    }

    /** {@return for example {@code posMode: "long_short_mode" -> "net_mode"}; a value that looks like a key is not shown} */
    @Override
    public String toString() {
        return ShownText.id(field) + ": " + shown(before) + " -> " + shown(after);
    }

    private static String shown(String json) {
        return json.isEmpty() ? "absent" : ShownText.line(json, MAX_SHOWN);
    }
}
