package io.okxconnect.testkit.internal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A piece of HTML. Every text and every attribute is escaped when it is written, so that no page can forget it. */
final class Markup {
    private static final Set<String> VOID = Set.of("input", "link", "meta");

    private final String name;
    private final String text;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Markup> children = new ArrayList<>();

    private Markup(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static Markup text(String text) {
        return new Markup("", text);
    }

    static Markup tag(String name, Markup... children) {
        return new Markup(name, "").add(children);
    }

    static Markup tag(String name, String text) {
        return tag(name, text(text));
    }

    /** Several pieces in a row without an element around them. */
    static Markup all(List<Markup> pieces) {
        return new Markup("", "").add(pieces.toArray(Markup[]::new));
    }

    Markup add(Markup... more) {
        children.addAll(List.of(more));
        return this;
    }

    Markup with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Adds an attribute that needs no value, such as {@code checked}, if {@code wanted}. */
    Markup flag(String attribute, boolean wanted) {
        if (wanted) {
            attributes.put(attribute, attribute);
        }
        return this;
    }

    String write() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        if (!name.isEmpty()) {
            out.append('<').append(name);
            attributes.forEach((key, value) -> {
                out.append(' ').append(key).append("=\"");
                escape(value, out);
                out.append('"');
            });
            out.append('>');
        }
        escape(text, out);
        children.forEach(child -> child.write(out));
        if (!name.isEmpty() && !VOID.contains(name)) {
            out.append("</").append(name).append('>');
        }
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
