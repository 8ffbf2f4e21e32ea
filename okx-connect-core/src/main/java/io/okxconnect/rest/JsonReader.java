package io.okxconnect.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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

    private static final int USUAL_VALUES = 64;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Names come from a peer: Jackson's own table forgets them all when there are some thousands, the JVM's
            // would not.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Its buffers in one place, not one set for each of ten thousand virtual threads.
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .build();

    private final JsonParser parser;
    private final @Nullable JsonOrigin origin;
    private final int maxValues;
    private final JsonValue empty;
    private final JsonValue zero;
    /** Of the objects and arrays that are not at their end, one after the other. */
    private String[] pendingNames = new String[USUAL_VALUES];

    private JsonValue[] pendingValues = new JsonValue[USUAL_VALUES];
    private int pending;
    private int values;

    private JsonReader(JsonParser parser, int bytes, @Nullable JsonOrigin origin) {
        this.parser = parser;
        this.maxValues = Math.max(MAX_VALUES_OF_SMALL_DOCUMENT, bytes / MIN_BYTES_PER_VALUE);
        this.origin = origin;
        this.empty = of(JsonValue.Kind.TEXT, "");
        this.zero = of(JsonValue.Kind.TEXT, "0");
    }

    static JsonValue read(byte[] utf8, @Nullable JsonOrigin origin) throws JsonRefusedException {
        try (JsonParser parser = parser(utf8)) {
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

    /** Of bytes, Jackson guesses the encoding by their zeros, and lets some malformed UTF-8 pass; ASCII has neither. */
    private static JsonParser parser(byte[] utf8) throws IOException, JsonRefusedException {
        if (isAscii(utf8)) {
            return FACTORY.createParser(utf8);
        }
        CharBuffer text = decode(utf8);
        return FACTORY.createParser(text.array(), text.arrayOffset() + text.position(), text.length());
    }

    /** Looks at every byte, because a loop without a way out is one that the JVM takes many bytes at a time. */
    private static boolean isAscii(byte[] bytes) {
        int negativeIfOther = 0;
        for (byte each : bytes) {
            negativeIfOther |= each - 1;
        }
        return negativeIfOther >= 0;
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
        if (token == JsonToken.VALUE_STRING) {
            return text();
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> of(JsonValue.Kind.NUMBER, parser.getText());
            case VALUE_TRUE -> of(JsonValue.Kind.BOOLEAN, true);
            case VALUE_FALSE -> of(JsonValue.Kind.BOOLEAN, false);
            case VALUE_NULL -> of(JsonValue.Kind.NULL, "null");
            default -> throw new JsonRefusedException("valid JSON within the limits of okx-connect");
        };
    }

    /** Most of an account's members are empty or zero: these two are made once a document. */
    private JsonValue text() throws IOException {
        int length = parser.getTextLength();
        if (length == 0) {
            return empty;
        }
        boolean isZero = length == 1 && parser.getTextCharacters()[parser.getTextOffset()] == '0';
        return isZero ? zero : of(JsonValue.Kind.TEXT, parser.getText());
    }

    private JsonValue object() throws IOException, JsonRefusedException {
        int start = pending;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (name.length() > MAX_NAME_LENGTH) {
                throw new JsonRefusedException("JSON with member names of at most " + MAX_NAME_LENGTH + " characters");
            }
            push(name, value(next()));
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new JsonRefusedException("a complete JSON document");
        }
        JsonNames names = JsonNames.of(pendingNames, start, pending);
        if (names == null) {
            // The last of two equal names would win silently: {"code":"1",…,"code":"0"} must not read as success.
            throw new JsonRefusedException("JSON without a member name twice in one object");
        }
        return of(JsonValue.Kind.OBJECT, new JsonMembers(names, pop(start)));
    }

    private JsonValue array() throws IOException, JsonRefusedException {
        int start = pending;
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            push("", value(token));
        }
        return of(JsonValue.Kind.ARRAY, List.of(pop(start)));
    }

    private void push(String name, JsonValue value) {
        if (pending == pendingValues.length) {
            pendingNames = Arrays.copyOf(pendingNames, 2 * pending);
            pendingValues = Arrays.copyOf(pendingValues, 2 * pending);
        }
        pendingNames[pending] = name;
        pendingValues[pending++] = value;
    }

    private JsonValue[] pop(int start) {
        JsonValue[] popped = Arrays.copyOfRange(pendingValues, start, pending);
        pending = start;
        return popped;
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
