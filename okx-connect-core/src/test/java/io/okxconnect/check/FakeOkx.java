package io.okxconnect.check;

import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.ExchangeError;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.internal.account.HttpAccountApi;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account behind the real typed calls, whose settings can be changed and made to refuse. Records every call. */
final class FakeOkx {
    final Map<String, Object> config = Accounts.ready();
    final List<Map<String, Object>> positions = new ArrayList<>();
    /** Rows of pending orders by path and query. */
    final Map<String, List<Map<String, Object>>> pending = new HashMap<>();
    /** Answers of the precheck, one after the other; then it passes. */
    final List<JsonValue> prechecks = new ArrayList<>();
    /** What to throw once, by method and path without query; "after ..." takes effect first. */
    final Map<String, RuntimeException> failures = new HashMap<>();
    /** Every call: method, path with query, body. */
    final List<String> calls = new ArrayList<>();

    boolean ignoresWrites;
    boolean unreadableAfterWrites;

    static RuntimeException refusal(String code) {
        return new AccountStateException(error(code, Outcome.NOT_DONE));
    }

    static RuntimeException lostAnswer() {
        return new ExchangeUnavailableException(error("50004", Outcome.UNKNOWN));
    }

    private static ExchangeError error(String code, Outcome outcome) {
        return new ExchangeError(
                code, "", "POST /api/v5/x", 200, "", "It was refused.", "Do something.", RetryAdvice.FIX, outcome);
    }

    RemedyContext context() {
        return RemedyContext.of(new HttpAccountApi(this::call), this::call, Site.EEA, TradingEnvironment.DEMO);
    }

    /** Every call that may change something. */
    List<String> writes() {
        return calls.stream().filter(call -> call.startsWith("POST")).toList();
    }

    private RestResponse call(RestRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        calls.add((request.method() + " " + request.requestPath() + " " + body).strip());
        failOnce(request.endpoint());
        if (!body.isEmpty()) {
            set(JsonValue.parse(body), request.endpoint().endsWith("-preset"));
        }
        failOnce("after " + request.endpoint());
        JsonValue envelope = JsonValue.from(Map.of("code", "0", "msg", "", "data", rows(request)));
        return RestResponse.read(
                request.endpoint(), 200, Outcome.UNKNOWN, envelope.toJson().getBytes(StandardCharsets.UTF_8));
    }

    private void failOnce(String name) {
        RuntimeException failure = failures.remove(name);
        if (failure != null) {
            throw failure;
        }
    }

    private List<?> rows(RestRequest request) {
        return switch (request.endpoint()) {
            case "GET /api/v5/account/config" -> List.of(config);
            case "GET /api/v5/account/positions" -> positions;
            case "GET /api/v5/account/set-account-switch-precheck" ->
                List.of(prechecks.isEmpty() ? Map.of("sCode", "0") : prechecks.remove(0));
            case "POST /api/v5/account/account-level-switch-preset" -> List.of(Map.of("acctLv", "2"));
            default -> pending.getOrDefault(request.requestPath(), List.of());
        };
    }

    private void set(JsonValue body, boolean onlyPreset) {
        if (unreadableAfterWrites) {
            failures.put("GET /api/v5/account/config", refusal("50001"));
        }
        if (ignoresWrites || onlyPreset) {
            return;
        }
        body.text("acctLv").ifPresent(value -> config.put("acctLv", value));
        body.text("posMode").ifPresent(value -> config.put("posMode", value));
        String isolated = body.text("type").orElse("").equals("MARGIN") ? "mgnIsoMode" : "ctIsoMode";
        body.text("isoMode").ifPresent(value -> config.put(isolated, value));
    }
}
