package io.okxconnect.examples.web;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * A piece of a page. What is put into a template is escaped, unless it is a piece of a page itself, so that forgetting
 * is safe. Templates are constants of the program, with every attribute in double quotes.
 */
public final class Html {
    /** Nothing. */
    public static final Html NONE = new Html("");

    private static final String PLACE = "{}";

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /**
     * Fills a template.
     *
     * @param template markup with {@code {}} for each value
     * @param values pieces of a page, optional or many of them, or anything else, whose text is escaped
     * @return the piece
     */
    public static Html of(String template, Object... values) {
        StringBuilder filled = new StringBuilder(template.length() * 2);
        Iterator<Object> rest = Arrays.asList(values).iterator();
        int from = 0;
        int place = template.indexOf(PLACE);
        while (place >= 0) {
            filled.append(template, from, place);
            append(filled, rest.next());
            from = place + PLACE.length();
            place = template.indexOf(PLACE, from);
        }
        if (rest.hasNext()) {
            throw new IllegalArgumentException("more values than places");
        }
        return new Html(filled.append(template.substring(from)).toString());
    }

    private static void append(StringBuilder filled, Object value) {
        if (value instanceof Html piece) {
            filled.append(piece.markup);
        } else if (value instanceof Optional<?> perhaps) {
            perhaps.ifPresent(piece -> append(filled, piece));
        } else if (value instanceof Iterable<?> pieces) {
            pieces.forEach(piece -> append(filled, piece));
        } else {
            filled.append(escaped(String.valueOf(value)));
        }
    }

    /**
     * Escapes a text for the content of an element and for an attribute in quotes.
     *
     * @param text any text
     * @return the text as markup
     */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** {@return the markup} */
    @Override
    public String toString() {
        return markup;
    }
}
