package io.okxconnect.internal.account;

import io.okxconnect.account.Answers;
import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.ExchangeError;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.PermissionDeniedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Answers calls in the order given and writes down what was asked. */
final class ScriptedPort implements CallPort {
    private final Deque<Supplier<RestResponse>> answers = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final List<RestRequest> requests = new ArrayList<>();

    ScriptedPort answers(String rows) {
        answers.add(() -> Answers.answer(rows));
        return this;
    }

    ScriptedPort config(String posMode, String acctLv) {
        return answers("{'uid':'7001','acctLv':'" + acctLv + "','posMode':'" + posMode + "'}");
    }

    ScriptedPort fails(OkxConnectException failure) {
        answers.add(() -> {
            throw failure;
        });
        return this;
    }

    @Override
    public RestResponse call(RestRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        calls.add((request.method() + " " + request.requestPath() + " " + body).strip());
        requests.add(request);
        Supplier<RestResponse> answer = answers.poll();
        if (answer == null) {
            throw new AssertionError("not expected: " + calls.get(calls.size() - 1));
        }
        return answer.get();
    }

    List<String> calls() {
        return calls;
    }

    RestRequest lastRequest() {
        return requests.get(requests.size() - 1);
    }

    boolean isDone() {
        return answers.isEmpty();
    }

    static AccountStateException stateRefusal(String code) {
        return new AccountStateException(error(code));
    }

    static PermissionDeniedException permissionRefusal() {
        return new PermissionDeniedException(error("50120"));
    }

    private static ExchangeError error(String code) {
        return new ExchangeError(
                code,
                "",
                "POST /api/v5/account/test",
                200,
                "",
                "OKX refused it.",
                "Clear what stands in the way.",
                RetryAdvice.FIX,
                Outcome.NOT_DONE);
    }
}
