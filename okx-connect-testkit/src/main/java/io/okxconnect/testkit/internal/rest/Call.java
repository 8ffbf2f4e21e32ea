package io.okxconnect.testkit.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.Account;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Instrument;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that has been let in, with its parameters. */
final class Call {
    private final ApiRequest request;
    private final @Nullable Caller caller;
    private final Map<String, String> parameters;

    private Call(ApiRequest request, @Nullable Caller caller, Map<String, String> parameters) {
        this.request = request;
        this.caller = caller;
        this.parameters = parameters;
    }

    /** The parameters are the query's for GET, the members of the JSON body for POST. */
    static Call of(ApiRequest request, @Nullable Caller caller, Endpoint endpoint) {
        return new Call(
                request,
                caller,
                switch (endpoint.input()) {
                    case QUERY -> query(request.query());
                    case JSON -> members(Json.parseObject(request.body()));
                    case NONE -> Map.of();
                });
    }

    ApiRequest request() {
        return request;
    }

    Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("a public endpoint has no caller");
        }
        return caller;
    }

    Account account() {
        return caller().account();
    }

    /** A parameter that may be missing; an empty one counts as missing. */
    Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(it -> !it.isEmpty());
    }

    String text(String name) {
        return optional(name).orElse("");
    }

    String required(String name) {
        return optional(name).orElseThrow(() -> ErrorCode.PARAMETER_MISSING.refusal(name));
    }

    String required(String name, Set<String> allowed) {
        String value = required(name);
        if (!allowed.contains(value)) {
            throw ErrorCode.PARAMETER_ERROR.refusal(name);
        }
        return value;
    }

    /** A decimal number that is not below zero. */
    BigDecimal number(String name) {
        String text = required(name);
        if (!text.matches("\\d{1,24}(\\.\\d{1,24})?")) {
            throw ErrorCode.PARAMETER_ERROR.refusal(name);
        }
        return new BigDecimal(text);
    }

    /** A listed instrument. */
    Instrument instrument(String instId) {
        return Instrument.find(instId).orElseThrow(ErrorCode.INSTRUMENT_UNKNOWN::refusal);
    }

    /** A comma list of at most {@code most} values; empty if the parameter is missing. */
    List<String> list(String name, int most) {
        List<String> values = optional(name)
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::trim).toList())
                .orElse(List.of());
        if (values.size() > most) {
            throw ErrorCode.TOO_MANY_VALUES.refusal(name, Integer.toString(most));
        }
        return values;
    }

    private static Map<String, String> members(ObjectNode body) {
        Map<String, String> members = new LinkedHashMap<>();
        body.properties().forEach(member -> members.put(member.getKey(), scalar(member.getValue())));
        return members;
    }

    private static String scalar(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    private static Map<String, String> query(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.PARAMETER_ERROR.refusal("query");
        }
    }
}
