package io.okxconnect.oauth.internal;

import io.okxconnect.rest.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** The fields and headers of one call of a token endpoint; most of them are secret. */
public final class TokenCall {
    /** How the fields become a body. */
    public enum Encoding {
        /** One JSON object, all values texts: OKX (profiles A to C). */
        JSON("application/json"),
        /** RFC 6749, appendix B: everybody else. */
        FORM("application/x-www-form-urlencoded");

        private final String contentType;

        Encoding(String contentType) {
            this.contentType = contentType;
        }
    }

    private static final Set<String> USUAL = Set.of("Accept", "Content-Type");

    private final Encoding encoding;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public TokenCall(Encoding encoding) {
        this.encoding = encoding;
        headers.put("Accept", "application/json");
        headers.put("Content-Type", encoding.contentType);
    }

    public TokenCall field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    public TokenCall header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** All values sent, so that no echo of one is kept. */
    Collection<String> values() {
        List<String> values = new ArrayList<>(fields.values());
        headers.forEach((name, value) -> {
            if (!USUAL.contains(name)) {
                values.add(value);
            }
        });
        return values;
    }

    byte[] body() {
        return (encoding == Encoding.JSON ? json() : form()).getBytes(StandardCharsets.UTF_8);
    }

    private String json() {
        return JsonValue.from(fields).toJson();
    }

    private String form() {
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    /** {@return the names of the fields, never a value} */
    @Override
    public String toString() {
        return "TokenCall[" + encoding + ", " + fields.keySet() + "]";
    }
}
