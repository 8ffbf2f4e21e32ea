package io.okxconnect.rest;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value: object, array, text, number, boolean or null (RFC 8259). Immutable and safe for use by many threads.
 *
 * <p>The readers with a name follow OKX's habits: numbers and times come as text, {@code ""} means "not applicable" and reads
 * as absent, never as zero. So do a missing member and JSON null. A member that is there but does not have the asked form is a
 * {@link MalformedResponseException} if the value came from an answer, else an {@link InvalidArgumentException}. Nothing is
 * dropped: {@link #member} and {@link #members} give every member as it came.
 */
public final class JsonValue {

    /** The six forms of a JSON value. */
    public enum Kind {
        /** Members by name. */
        OBJECT,
        /** Values in order. */
        ARRAY,
        /** A JSON string. */
        TEXT,
        /** A JSON number, kept digit by digit. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** JSON null. */
        NULL
    }

    private static final JsonValue NULL = new JsonValue(Kind.NULL, "null", null);

    private final Kind kind;
    private final Object content;
    private final @Nullable JsonOrigin origin;

    JsonValue(Kind kind, Object content, @Nullable JsonOrigin origin) {
        this.kind = kind;
        this.content = content;
        this.origin = origin;
    }

    /**
     * Reads a JSON text. At most: nesting 32, text 1 MiB, number 64 characters, member name 128 characters, and 100,000
     * values or one for every 16 bytes, whichever is more.
     * A name twice in one object and anything after the first value are refused.
     *
     * @param json one JSON document; a leading byte order mark is skipped
     * @return its value
     * @throws InvalidArgumentException if it is not JSON or over a limit; the message quotes nothing of it
     */
    public static JsonValue parse(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a JSON document, as {@link #parse(String)} does.
     *
     * @param json UTF-8 bytes; other encodings are refused
     * @return its value
     * @throws InvalidArgumentException if it is not UTF-8, not JSON or over a limit
     */
    public static JsonValue parse(byte[] json) {
        try {
            return JsonReader.read(json, null);
        } catch (JsonRefusedException e) {
            throw new InvalidArgumentException("json", "must be " + e.expected(), "Pass one complete JSON document.");
        }
    }

    /**
     * An object.
     *
     * @param members values by name; copied, order kept
     * @return the value
     */
    public static JsonValue object(Map<String, JsonValue> members) {
        LinkedHashMap<String, JsonValue> copy = new LinkedHashMap<>(members);
        copy.forEach((name, value) -> {
            Objects.requireNonNull(name, "member name");
            Objects.requireNonNull(value, "member value");
        });
        return new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(copy), null);
    }

    /**
     * An array.
     *
     * @param items values in order; copied
     * @return the value
     */
    public static JsonValue array(List<JsonValue> items) {
        return new JsonValue(Kind.ARRAY, List.copyOf(items), null);
    }

    /**
     * A text.
     *
     * @param text may be empty
     * @return the value
     */
    public static JsonValue of(String text) {
        return new JsonValue(Kind.TEXT, Objects.requireNonNull(text, "text"), null);
    }

    /**
     * A number. OKX wants most numbers as text: {@code of(number.toPlainString())}.
     *
     * @param number at most 64 characters in its text form
     * @return the value
     * @throws InvalidArgumentException if the text form is longer
     */
    public static JsonValue of(BigDecimal number) {
        String text = number.toString();
        if (text.length() > JsonReader.MAX_NUMBER_LENGTH) {
            throw new InvalidArgumentException("number", "must be at most 64 characters as text", "Round it first.");
        }
        return new JsonValue(Kind.NUMBER, text, null);
    }

    /**
     * A whole number.
     *
     * @param number any
     * @return the value
     */
    public static JsonValue of(long number) {
        return new JsonValue(Kind.NUMBER, Long.toString(number), null);
    }

    /**
     * True or false.
     *
     * @param value either
     * @return the value
     */
    public static JsonValue of(boolean value) {
        return new JsonValue(Kind.BOOLEAN, value, null);
    }

    /**
     * JSON null.
     *
     * @return the value
     */
    public static JsonValue ofNull() {
        return NULL;
    }

    /**
     * Builds a value from plain Java ones.
     *
     * @param value a {@code JsonValue}, {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code BigInteger},
     *     {@code BigDecimal}, or a {@code Map} with text keys or {@code List} of these; null gives JSON null
     * @return the value
     * @throws InvalidArgumentException for any other type; {@code double} and {@code float} are refused because they are not
     *     exact
     */
    public static JsonValue from(@Nullable Object value) {
        return JsonConversion.from(value, 0);
    }

    static JsonValue of(BigInteger number) {
        return of(new BigDecimal(number));
    }

    /**
     * Which of the six forms this is.
     *
     * @return the form
     */
    public Kind kind() {
        return kind;
    }

    /**
     * All members of an object, known or not.
     *
     * @return unmodifiable, in the order they came; empty for anything but an object
     */
    @SuppressWarnings("unchecked") // content of an OBJECT is always this map
    public Map<String, JsonValue> members() {
        return kind == Kind.OBJECT ? (Map<String, JsonValue>) content : Map.of();
    }

    /**
     * All values of an array.
     *
     * @return unmodifiable; empty for anything but an array
     */
    @SuppressWarnings("unchecked") // content of an ARRAY is always this list
    public List<JsonValue> items() {
        return kind == Kind.ARRAY ? (List<JsonValue>) content : List.of();
    }

    /**
     * The text of a text, the digits of a number, or {@code true} or {@code false}.
     *
     * @return the text as it came, {@code ""} included; empty for object, array and null
     */
    public Optional<String> rawText() {
        return Optional.ofNullable(scalar());
    }

    /** The text of a text, number or truth value; null for the other kinds. */
    @Nullable
    String scalar() {
        if (kind == Kind.TEXT || kind == Kind.NUMBER) {
            return (String) content;
        }
        return kind == Kind.BOOLEAN ? content.toString() : null;
    }

    /**
     * One member as it came.
     *
     * @param name its name
     * @return the member, JSON null included; empty if there is none
     */
    public Optional<JsonValue> member(String name) {
        return Optional.ofNullable(members().get(name));
    }

    /**
     * The text of a member. Numbers and booleans give their JSON form, since OKX's types drift.
     *
     * @param name its name
     * @return the text; empty if missing, null or {@code ""}
     * @throws MalformedResponseException if it is an object or array
     */
    public Optional<String> text(String name) {
        return JsonForms.text(this, name);
    }

    /**
     * The text of a member that must be there.
     *
     * @param name its name
     * @return the text, never empty
     * @throws MalformedResponseException if missing, null, {@code ""}, an object or an array
     */
    public String requiredText(String name) {
        return JsonForms.requiredText(this, name);
    }

    /**
     * The exact number in a member: at most 24 digits before and after the point and a two-digit exponent.
     *
     * @param name its name
     * @return the number with its scale kept; empty if missing, null or {@code ""}
     * @throws MalformedResponseException if it is anything else
     */
    public Optional<BigDecimal> decimal(String name) {
        return JsonForms.decimal(this, name);
    }

    /**
     * The time in a member given in Unix milliseconds.
     *
     * @param name its name
     * @return the time; empty if missing, null or {@code ""}
     * @throws MalformedResponseException if it is not a whole number of at most 15 digits
     */
    public Optional<Instant> instantMillis(String name) {
        return JsonForms.instantMillis(this, name);
    }

    /**
     * The truth value of a member: a JSON boolean, or the text {@code true} or {@code false}.
     *
     * @param name its name
     * @return the value; empty if missing, null or {@code ""}
     * @throws MalformedResponseException if it is anything else
     */
    public Optional<Boolean> bool(String name) {
        return JsonForms.bool(this, name);
    }

    /**
     * The texts in a member: the items of an array, or the parts of a comma list.
     *
     * @param name its name
     * @return the non-empty texts in order, trimmed; empty if missing, null or {@code ""}
     * @throws MalformedResponseException if it is an object or holds objects or arrays
     */
    public List<String> texts(String name) {
        return JsonForms.texts(this, name);
    }

    /**
     * The items of an array member.
     *
     * @param name its name
     * @return the items; empty if missing, null or {@code ""}
     * @throws MalformedResponseException if it is anything but an array
     */
    public List<JsonValue> items(String name) {
        return JsonForms.items(this, name);
    }

    /**
     * The JSON form, without white space. It may hold account data: keep it out of logs.
     *
     * @return one JSON document
     */
    public String toJson() {
        return JsonWriter.write(this);
    }

    RuntimeException unexpected(String expected) {
        return origin == null
                ? new InvalidArgumentException("json", "must have " + expected, "Check what the value holds first.")
                : origin.malformed(expected);
    }

    Object content() {
        return content;
    }

    /** Two values are equal if their forms and contents are; numbers digit by digit, objects in any order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonValue that && kind == that.kind && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, content);
    }

    /** {@return form and size only: the content may be account data, see {@link #toJson}} */
    @Override
    public String toString() {
        return switch (kind) {
            case OBJECT -> "JsonValue[OBJECT, " + members().size() + " members]";
            case ARRAY -> "JsonValue[ARRAY, " + items().size() + " items]";
            case TEXT, NUMBER, BOOLEAN, NULL -> "JsonValue[" + kind + "]";
        };
    }
}
