package io.okxconnect.rest;

import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OKX's answer to one call, with its envelope taken apart (OKX V5 docs: {@code code}, {@code msg}, {@code data}). Immutable and
 * safe for use by many threads.
 */
public final class RestResponse {
    private static final Pattern CODE = Pattern.compile("(?:(-?\\d{1,9})(?:_(\\d{1,9}))?)?");

    private final String endpoint;
    private final int httpStatus;
    private final JsonValue root;
    private final String code;
    private final String subCode;
    private final List<JsonValue> data;

    private RestResponse(String endpoint, int httpStatus, JsonValue root) {
        this.endpoint = endpoint;
        this.httpStatus = httpStatus;
        this.root = root;
        this.data = root.member("data").map(RestResponse::rows).orElse(List.of());
        String text = root.text("code").orElse("");
        if (text.equals("0")) {
            this.code = text;
            this.subCode = "";
            return;
        }
        Matcher parts = CODE.matcher(text);
        if (!parts.matches()) {
            // It goes into messages, so nothing but digits may pass.
            throw root.unexpected("digits in member \"code\"");
        }
        this.code = Objects.requireNonNullElse(parts.group(1), "");
        this.subCode = Objects.requireNonNullElse(parts.group(2), "");
    }

    /**
     * Reads an answer's body. Calls of a connection do this themselves; tests of your own mapping can too.
     *
     * @param endpoint method and path without query, named in failures
     * @param httpStatus HTTP status of the answer
     * @param outcomeIfUnreadable what is known about the call's effect if the answer cannot be read: {@link Outcome#UNKNOWN} for
     *     a write
     * @param body the UTF-8 bytes of the body
     * @return the answer; it may be a refusal, see {@link #code()}
     * @throws MalformedResponseException if the body is not a JSON object within the limits of {@link JsonValue#parse(byte[])},
     *     or has a {@code code} that is not made of digits
     */
    public static RestResponse read(String endpoint, int httpStatus, Outcome outcomeIfUnreadable, byte[] body) {
        JsonOrigin origin = new JsonOrigin(
                Objects.requireNonNull(endpoint, "endpoint"),
                httpStatus,
                Objects.requireNonNull(outcomeIfUnreadable, "outcomeIfUnreadable"));
        JsonValue root;
        try {
            root = JsonReader.read(body, origin);
        } catch (JsonRefusedException e) {
            throw origin.malformed(e.expected());
        }
        if (root.kind() != JsonValue.Kind.OBJECT) {
            throw origin.malformed("a JSON object");
        }
        return new RestResponse(endpoint, httpStatus, root);
    }

    private static List<JsonValue> rows(JsonValue data) {
        return switch (data.kind()) {
            case ARRAY -> data.items();
            case OBJECT -> List.of(data);
            case TEXT, NUMBER, BOOLEAN, NULL -> List.of();
        };
    }

    /**
     * Which call was answered.
     *
     * @return method and path without query
     */
    public String endpoint() {
        return endpoint;
    }

    /**
     * The HTTP status.
     *
     * @return the status code
     */
    public int httpStatus() {
        return httpStatus;
    }

    /**
     * OKX's code without its sub-code.
     *
     * @return {@code 0} for success; {@code ""} if the answer had none
     */
    public String code() {
        return code;
    }

    /**
     * The part of OKX's code after {@code _}.
     *
     * @return for example {@code 1000} of {@code 51008_1000}; {@code ""} if there is none
     */
    public String subCode() {
        return subCode;
    }

    /**
     * The whole answer, unknown members included.
     *
     * @return an object
     */
    public JsonValue root() {
        return root;
    }

    /**
     * The rows of {@code data}. An object in its place is one row.
     *
     * @return unmodifiable; empty if there is no {@code data}
     */
    public List<JsonValue> data() {
        return data;
    }

    /**
     * The first row of {@code data}, for the many endpoints that answer with one.
     *
     * @return the row
     * @throws MalformedResponseException if there is none
     */
    public JsonValue row() {
        if (data.isEmpty()) {
            throw root.unexpected("a row in data");
        }
        return data.get(0);
    }

    /**
     * The rows of {@code data} as objects of a class of your own.
     *
     * <p>Members are matched by name with Jackson data binding: records, beans and Jackson's annotations work; unknown members
     * are ignored; {@code ""} becomes null in number types; a missing primitive is a failure. Declare numbers as {@code
     * BigDecimal} or {@code String}. A class in a named module must be open to {@code com.fasterxml.jackson.databind}.
     *
     * @param type the class of a row
     * @param <T> the class of a row
     * @return one object a row
     * @throws MalformedResponseException if a row does not fit the class
     */
    public <T> List<T> rowsAs(Class<T> type) {
        return RowMapper.map(root, data, type);
    }

    /**
     * When OKX received the call, on order endpoints ({@code inTime}).
     *
     * @return the time, exact to the microsecond; empty if the answer has none
     * @throws MalformedResponseException if it is not a number
     */
    public Optional<Instant> inTime() {
        return JsonForms.instantMicros(root, "inTime");
    }

    /**
     * When OKX answered, on order endpoints ({@code outTime}).
     *
     * @return the time, exact to the microsecond; empty if the answer has none
     * @throws MalformedResponseException if it is not a number
     */
    public Optional<Instant> outTime() {
        return JsonForms.instantMicros(root, "outTime");
    }

    /** {@return endpoint, status, code and number of rows; never content} */
    @Override
    public String toString() {
        return "RestResponse[" + endpoint + ", HTTP " + httpStatus + ", code " + code + ", " + data.size() + " rows]";
    }
}
