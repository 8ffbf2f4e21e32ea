package io.okxconnect.rest;

import io.okxconnect.error.InvalidArgumentException;
import java.util.Map;

/** Writes a value as JSON without white space, members in order, numbers digit by digit. */
final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(JsonValue value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, 1);
        return writer.out.toString();
    }

    private void value(JsonValue value, int depth) {
        if (depth > JsonReader.MAX_DEPTH + 1) {
            throw new InvalidArgumentException(
                    "value", "must be nested at most " + JsonReader.MAX_DEPTH + " deep", "Flatten the value.");
        }
        switch (value.kind()) {
            case OBJECT -> object(value.members(), depth);
            case ARRAY -> {
                out.append('[');
                String separator = "";
                for (JsonValue item : value.items()) {
                    out.append(separator);
                    value(item, depth + 1);
                    separator = ",";
                }
                out.append(']');
            }
            case TEXT -> text(value.content().toString());
            case NUMBER, BOOLEAN, NULL -> out.append(value.content());
        }
    }

    private void object(Map<String, JsonValue> members, int depth) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            out.append(separator);
            text(member.getKey());
            out.append(':');
            value(member.getValue(), depth + 1);
            separator = ",";
        }
        out.append('}');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || loneSurrogate(text, i)) {
                        escape(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** UTF-8 has no form for half a pair; written raw it would turn into '?'. */
    private static boolean loneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 0xF));
        }
    }
}
