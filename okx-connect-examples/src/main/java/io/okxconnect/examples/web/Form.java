package io.okxconnect.examples.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The fields of a form, as the browser sent them. Kept as bytes, so that a pasted secret can be wiped. */
public final class Form implements AutoCloseable {
    private final byte[] body;

    Form(byte[] body) {
        this.body = body;
    }

    /**
     * A field without secrets.
     *
     * @param name its name in the form
     * @return its text; empty if the form has no such field
     */
    public Optional<String> text(String name) {
        int[] place = find(name);
        return place.length == 0 ? Optional.empty() : Optional.of(new String(decoded(place)));
    }

    /**
     * A field that holds a secret.
     *
     * @param name its name in the form
     * @return its characters, for the caller to wipe; none if the form has no such field
     */
    public char[] secret(String name) {
        int[] place = find(name);
        return place.length == 0 ? new char[0] : decoded(place);
    }

    /** From where to where the value stands; nothing if the field is not there. */
    private int[] find(String name) {
        byte[] wanted = (name + "=").getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        while (from < body.length) {
            int to = from;
            while (to < body.length && body[to] != '&') {
                to++;
            }
            int value = from + wanted.length;
            if (value <= to && Arrays.equals(body, from, value, wanted, 0, wanted.length)) {
                return new int[] {value, to};
            }
            from = to + 1;
        }
        return new int[0];
    }

    private char[] decoded(int[] place) {
        byte[] bytes = new byte[place[1] - place[0]];
        int length = 0;
        for (int i = place[0]; i < place[1]; i++) {
            int high = body[i] == '%' && i + 2 < place[1] ? Character.digit(body[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(body[i + 2], 16);
            if (low >= 0) {
                bytes[length++] = (byte) (high * 16 + low);
                i += 2;
            } else {
                bytes[length++] = body[i] == '+' ? (byte) ' ' : body[i];
            }
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
        char[] characters = new char[text.remaining()];
        text.get(characters);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(text.array(), '\0');
        return characters;
    }

    /** Wipes the fields. */
    @Override
    public void close() {
        Arrays.fill(body, (byte) 0);
    }
}
