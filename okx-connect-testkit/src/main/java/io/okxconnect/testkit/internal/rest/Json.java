package io.okxconnect.testkit.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The envelopes of V5 and the rows in them; members keep the order in which they are put. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static ObjectNode row() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Puts {@code ""} under every name: OKX's way to say that a member does not apply. */
    static ObjectNode empty(ObjectNode row, String... names) {
        for (String name : names) {
            row.put(name, "");
        }
        return row;
    }

    static Answer success(List<ObjectNode> rows) {
        ObjectNode envelope = row().put("code", "0").put("msg", "");
        envelope.set("data", list().addAll(rows));
        return answer(200, "0", envelope);
    }

    static Answer success(ObjectNode row) {
        return success(List.of(row));
    }

    /** The answer of an order endpoint: the row decides, and the envelope tells when it came and went. */
    static Answer orderResult(String code, String message, ObjectNode row, Instant in, Instant out) {
        ObjectNode envelope = row().put("code", code);
        envelope.set("data", list().add(row));
        envelope.put("inTime", micros(in)).put("msg", message).put("outTime", micros(out));
        return answer(200, code, envelope);
    }

    static Answer refusal(Refusal refusal, int status) {
        ErrorCode code = refusal.errorCode();
        return refusal(code.origin(), code.code(), refusal.text(), status);
    }

    /** The gateway answers without {@code data}; the business side with an empty one. */
    static Answer refusal(ErrorCode.Origin origin, String code, String message, int status) {
        ObjectNode envelope = row();
        if (origin == ErrorCode.Origin.GATEWAY) {
            envelope.put("msg", message).put("code", code);
        } else {
            envelope.put("code", code);
            envelope.set("data", list());
            envelope.put("msg", message);
        }
        return answer(status, code, envelope);
    }

    /** The body of a POST: one JSON object. */
    static ObjectNode parseObject(byte[] body) {
        if (body.length == 0) {
            throw ErrorCode.EMPTY_BODY.refusal();
        }
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw ErrorCode.BAD_JSON.refusal();
        }
        throw ErrorCode.BAD_JSON.refusal();
    }

    /** An answer without an envelope, as token endpoints give it. */
    static Answer flat(int status, ObjectNode body) {
        return answer(status, "", body);
    }

    private static Answer answer(int status, String code, ObjectNode envelope) {
        try {
            return Answer.json(status, code, MAPPER.writeValueAsBytes(envelope));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts cannot be written", e);
        }
    }

    private static String micros(Instant instant) {
        return Long.toString(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000);
    }
}
