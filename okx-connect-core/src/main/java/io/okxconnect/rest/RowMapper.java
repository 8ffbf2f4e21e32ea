package io.okxconnect.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds rows to an app's own classes. */
final class RowMapper {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private RowMapper() {}

    static <T> List<T> map(JsonValue root, List<JsonValue> rows, Class<T> type) {
        Objects.requireNonNull(type, "type");
        List<T> mapped = new ArrayList<>(rows.size());
        for (JsonValue row : rows) {
            mapped.add(map(root, row, type));
        }
        return List.copyOf(mapped);
    }

    private static <T> T map(JsonValue root, JsonValue row, Class<T> type) {
        @Nullable T mapped;
        try {
            mapped = MAPPER.treeToValue(node(root, row), type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Their messages quote the row.
            throw root.unexpected("rows that fit " + type.getName()
                    + " (if they never do, compare its members with OKX's documentation)");
        }
        if (mapped == null) {
            throw root.unexpected("rows that fit " + type.getName() + ", not null");
        }
        return mapped;
    }

    private static JsonNode node(JsonValue root, JsonValue value) {
        return switch (value.kind()) {
            case OBJECT -> {
                ObjectNode object = NODES.objectNode();
                value.members().forEach((name, member) -> object.set(name, node(root, member)));
                yield object;
            }
            case ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                value.items().forEach(item -> array.add(node(root, item)));
                yield array;
            }
            case TEXT -> NODES.textNode(value.content().toString());
            case NUMBER -> number(root, value.content().toString());
            case BOOLEAN -> NODES.booleanNode((Boolean) value.content());
            case NULL -> NODES.nullNode();
        };
    }

    private static JsonNode number(JsonValue root, String digits) {
        // A short number with a huge exponent would take all memory when Jackson turns it into a whole number.
        if (!Decimals.isDecimal(digits)) {
            throw root.unexpected("numbers of at most 24 digits before and after the point");
        }
        BigDecimal number = new BigDecimal(digits);
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 18;
        return whole ? NODES.numberNode(number.longValueExact()) : NODES.numberNode(number);
    }
}
