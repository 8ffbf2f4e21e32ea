package io.okxconnect.testkit.internal.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a form or a query, decoded. */
final class Form {
    private final Map<String, List<String>> fields = new HashMap<>();

    private Form() {}

    /** Reads {@code a=1&b=2}; what cannot be decoded is left out. */
    static Form parse(String encoded) {
        Form form = new Form();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.add(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private void add(Optional<String> name, Optional<String> value) {
        if (name.isPresent() && value.isPresent()) {
            fields.computeIfAbsent(name.get(), it -> new ArrayList<>()).add(value.get());
        }
    }

    /** The first value, without the space around it; {@code ""} if the field was not sent. */
    String text(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
