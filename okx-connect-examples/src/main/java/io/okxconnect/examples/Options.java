package io.okxconnect.examples;

import io.okxconnect.error.InvalidArgumentException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options that are followed by a value, and flags, which end in {@code !} where they are declared. */
final class Options {
    private final List<String> known;
    private final Map<String, String> values;

    private Options(List<String> known, Map<String, String> values) {
        this.known = known;
        this.values = values;
    }

    static Options of(String... known) {
        return new Options(List.of(known), Map.of());
    }

    Options parse(List<String> words) {
        Map<String, String> found = new HashMap<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (known.contains(option + "!")) {
                found.put(option, "");
            } else if (known.contains(option) && rest.hasNext()) {
                found.put(option, rest.next());
            } else {
                throw new InvalidArgumentException(
                        // Anything else is not repeated: it may be a secret in the wrong place.
                        option.startsWith("--") ? option : "argument",
                        known.contains(option) ? "must be followed by a value" : "is no option of this example",
                        "These are: " + String.join(", ", known).replace("!", "") + ".");
            }
        }
        return new Options(known, found);
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new InvalidArgumentException(name, "must be set", "Add it."));
    }

    int number(String name, int otherwise) {
        String text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,5}")) {
            throw new InvalidArgumentException(name, "must be a whole number", "Pass one such as 8080.");
        }
        return Integer.parseInt(text);
    }
}
