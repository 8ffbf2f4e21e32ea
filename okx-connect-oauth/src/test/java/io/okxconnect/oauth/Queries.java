package io.okxconnect.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and writes form-encoded text with the JDK alone, so that the module is not checked against itself. */
final class Queries {
    private Queries() {}

    static Map<String, String> of(URI uri) {
        return parse(uri.getRawQuery());
    }

    static Map<String, String> parse(String form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            String before = values.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
            if (before != null) {
                throw new AssertionError(parts[0] + " stands twice");
            }
        }
        return values;
    }

    static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
