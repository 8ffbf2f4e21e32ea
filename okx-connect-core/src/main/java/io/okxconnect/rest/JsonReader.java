package io.okxconnect.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads strict JSON from bytes that nobody vouches for. Jackson tokenises; the limits and the tree are ours. */
final class JsonReader {
    static final int MAX_DEPTH = 32;
    static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_TEXT_LENGTH = 1024 * 1024;
    private static final int MAX_NAME_LENGTH = 128;
    /** Bounds the heap: a value of two bytes takes seventy as an object. OKX's densest answers, order books, need 7 bytes a value. */
    private static final int MAX_VALUES_OF_SMALL_DOCUMENT = 100_000;

    private static final int MIN_BYTES_PER_VALUE = 16;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Names come from a peer: they must not fill tables that outlive the document.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private final @Nullable JsonOrigin origin;
    private final int maxValues;
    private int values;

    private JsonReader(JsonParser parser, int bytes, @Nullable JsonOrigin origin) {
        this.parser = parser;
        this.maxValues = Math.max(MAX_VALUES_OF_SMALL_DOCUMENT, bytes / MIN_BYTES_PER_VALUE);
        this.origin = origin;
    }

    static JsonValue read(byte[] utf8, @Nullable JsonOrigin origin) throws JsonRefusedException {
        CharBuffer text = decode(utf8);
        try (JsonParser parser =
                FACTORY.createParser(text.array(), text.arrayOffset() + text.position(), text.length())) {
            JsonReader reader = new JsonReader(parser, utf8.length, origin);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonRefusedException("a JSON document, not an empty one");
            }
            JsonValue value = reader.value(first);
            if (parser.nextToken() != null) {
                throw new JsonRefusedException("one JSON document with nothing after it");
            }
            return value;
        } catch (IOException e) {
            // Jackson's message quotes the document, so neither it nor the exception goes on.
            throw new JsonRefusedException("valid JSON within the limits of okx-connect");
        }
    }

    private static CharBuffer decode(byte[] utf8) throws JsonRefusedException {
        boolean marked = utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF;
        int start = marked ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8, start, utf8.length - start));
        } catch (CharacterCodingException e) {
            throw new JsonRefusedException("JSON in UTF-8");
        }
    }

    private JsonValue value(JsonToken token) throws IOException, JsonRefusedException {
        if (++values > maxValues) {
            throw new JsonRefusedException("JSON of at most " + maxValues + " values");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> of(JsonValue.Kind.TEXT, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> of(JsonValue.Kind.NUMBER, parser.getText());
            case VALUE_TRUE -> of(JsonValue.Kind.BOOLEAN, true);
            case VALUE_FALSE -> of(JsonValue.Kind.BOOLEAN, false);
            case VALUE_NULL -> of(JsonValue.Kind.NULL, "null");
            default -> throw new JsonRefusedException("valid JSON within the limits of okx-connect");
        };
    }

    private JsonValue object() throws IOException, JsonRefusedException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (next() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (name.length() > MAX_NAME_LENGTH) {
                throw new JsonRefusedException("JSON with member names of at most " + MAX_NAME_LENGTH + " characters");
            }
            // The last of two equal names would win silently: {"code":"1",…,"code":"0"} must not read as success.
            if (members.put(name, value(next())) != null) {
                throw new JsonRefusedException("JSON without a member name twice in one object");
            }
        }
        return of(JsonValue.Kind.OBJECT, Collections.unmodifiableMap(members));
    }

    private JsonValue array() throws IOException, JsonRefusedException {
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(value(token));
        }
        return of(JsonValue.Kind.ARRAY, List.copyOf(items));
    }

    private JsonToken next() throws IOException, JsonRefusedException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonRefusedException("a complete JSON document");
        }
        return token;
    }

    private JsonValue of(JsonValue.Kind kind, Object content) {
        return new JsonValue(kind, content, origin);
    }
}
