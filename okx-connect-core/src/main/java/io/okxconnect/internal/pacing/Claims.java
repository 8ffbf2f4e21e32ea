package io.okxconnect.internal.pacing;

import io.okxconnect.rest.HttpMethod;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works out which limits a call counts against, and for how many. */
final class Claims {
    /** Options have no count of their own: all strikes and days of a family share one. */
    private static final Pattern OPTION = Pattern.compile("([^-]+-[^-]+)-\\d{6}-[^-]+-[CP]");

    private final RateTable table;

    Claims(RateTable table) {
        this.table = table;
    }

    /** Never empty. */
    List<Claim> of(RestRequest request, @Nullable RateRule rule) {
        if (rule == null) {
            return List.of(Claim.unlimited(request.endpoint()));
        }
        String by = rule.by();
        if (by == null && rule.unit() == RateRule.Unit.CALLS) {
            return List.of(Claim.own(rule, "", 1));
        }
        List<String> values = values(request, by == null ? "" : by);
        String single = rule.batchOfOne();
        RateRule counting = single != null && values.size() == 1 ? table.required(single) : rule;
        Map<String, Integer> weights = new LinkedHashMap<>();
        values.forEach(value -> weights.merge(value, 1, Integer::sum));
        List<Claim> claims = new ArrayList<>();
        weights.forEach((value, weight) -> claims.add(Claim.own(counting, value, weight)));
        String also = rule.also();
        if (also != null) {
            claims.add(Claim.total(table.required(also), values.size()));
        }
        return claims;
    }

    /** A parameter's value for each element of the call, at least one; {@code ""} where it is missing. */
    private static List<String> values(RestRequest request, String parameter) {
        if (request.method() == HttpMethod.GET) {
            return List.of(inQuery(request.requestPath(), parameter));
        }
        JsonValue body = JsonValue.parse(request.body());
        if (body.kind() != JsonValue.Kind.ARRAY || body.items().isEmpty()) {
            return List.of(inBody(body, parameter));
        }
        return body.items().stream().map(item -> inBody(item, parameter)).toList();
    }

    private static String inBody(JsonValue item, String parameter) {
        return item.member(parameter)
                .flatMap(JsonValue::rawText)
                .map(Claims::counted)
                .orElse("");
    }

    private static String inQuery(String requestPath, String parameter) {
        int question = requestPath.indexOf('?');
        if (question >= 0) {
            for (String pair : requestPath.substring(question + 1).split("&", -1)) {
                if (pair.startsWith(parameter + "=")) {
                    return counted(pair.substring(parameter.length() + 1));
                }
            }
        }
        return "";
    }

    private static String counted(String value) {
        Matcher option = OPTION.matcher(value);
        return option.matches() ? option.group(1) : value;
    }
}
