package io.okxconnect.check;

import io.okxconnect.account.AccountApi;
import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.AccountMode;
import io.okxconnect.account.AccountModePrecheck;
import io.okxconnect.account.AccountModePreset;
import io.okxconnect.account.Position;
import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.ExchangeError;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account whose settings can be changed by call, and made to refuse. Records every call. */
final class FakeOkx {
    final Map<String, Object> config = Accounts.ready();
    final List<Map<String, Object>> positions = new ArrayList<>();
    final Map<String, List<Map<String, Object>>> pending = new HashMap<>();
    final Map<String, RuntimeException> failures = new HashMap<>();
    final List<JsonValue> prechecks = new ArrayList<>();
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
        return RemedyContext.of(api(), this::call, Site.EEA, TradingEnvironment.DEMO);
    }

    /** Every call that is no plain look at the configuration or the positions. */
    List<String> writes() {
        return calls.stream().filter(call -> call.startsWith("POST")).toList();
    }

    private AccountApi api() {
        return (AccountApi) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AccountApi.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "config" -> readConfig();
                    case "positions" -> readPositions();
                    case "precheckAccountMode" -> precheck((AccountMode) arguments[0]);
                    case "presetAccountMode" ->
                        preset((AccountMode) arguments[0], arguments.length > 1 ? (BigDecimal) arguments[1] : null);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private AccountConfig readConfig() {
        called("GET config");
        return AccountConfig.fromJson(JsonValue.from(config));
    }

    private List<Position> readPositions() {
        called("GET positions");
        return positions.stream().map(JsonValue::from).map(Position::fromJson).toList();
    }

    private AccountModePrecheck precheck(AccountMode target) {
        called("GET precheck " + target);
        JsonValue answer = prechecks.isEmpty() ? JsonValue.from(Map.of("sCode", "0")) : prechecks.remove(0);
        return AccountModePrecheck.fromJson(answer);
    }

    private AccountModePreset preset(AccountMode target, BigDecimal leverage) {
        called("POST preset " + target + (leverage == null ? "" : " " + leverage));
        return AccountModePreset.fromJson(JsonValue.from(Map.of("acctLv", target.text())));
    }

    private RestResponse call(RestRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        String failureName =
                called(request.method() + " " + request.requestPath() + (body.isEmpty() ? "" : " " + body));
        if (!body.isEmpty() && !ignoresWrites) {
            set(JsonValue.parse(body));
        }
        if (!body.isEmpty() && unreadableAfterWrites) {
            failures.put("GET config", refusal("50001"));
        }
        RuntimeException lost = failures.remove("after " + failureName);
        if (lost != null) {
            throw lost;
        }
        List<?> rows = pending.getOrDefault(request.requestPath(), List.of());
        String envelope =
                JsonValue.from(Map.of("code", "0", "msg", "", "data", rows)).toJson();
        return RestResponse.read(request.endpoint(), 200, Outcome.UNKNOWN, envelope.getBytes(StandardCharsets.UTF_8));
    }

    private void set(JsonValue body) {
        body.text("acctLv").ifPresent(value -> config.put("acctLv", value));
        body.text("posMode").ifPresent(value -> config.put("posMode", value));
        body.text("isoMode")
                .ifPresent(value -> config.put(
                        body.text("type").orElseThrow().equals("MARGIN") ? "mgnIsoMode" : "ctIsoMode", value));
    }

    /** Records the call, and fails it once if told to: by the text up to the first blank after the path. */
    private String called(String call) {
        calls.add(call);
        String[] words = call.split(" ");
        String name = words[0] + " " + words[1];
        RuntimeException failure = failures.remove(name);
        if (failure != null) {
            throw failure;
        }
        return name;
    }
}
