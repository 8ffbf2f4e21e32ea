package io.okxconnect.testkit.internal.rest;

import io.okxconnect.testkit.internal.model.Environment;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.oauth.Grant;
import io.okxconnect.testkit.internal.oauth.TokenDesk;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a request with an access token in, or refuses it with the first thing that is wrong. */
final class BearerGate {
    private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9._~+/-]+=*)");

    private final Exchange exchange;
    private final TokenDesk tokens;

    BearerGate(Exchange exchange, TokenDesk tokens) {
        this.exchange = exchange;
        this.tokens = tokens;
    }

    Caller admit(ApiRequest request, Endpoint.Access access) {
        Matcher bearer = BEARER.matcher(request.header("Authorization"));
        boolean signed = request.headers().keySet().stream().anyMatch(name -> name.startsWith("ok-access-"));
        if (!bearer.matches() || signed) {
            throw ErrorCode.AUTHORIZATION_INVALID.refusal();
        }
        Gate.requireJson(request);
        Grant grant = tokens.admit(bearer.group(1), request.site(), request.callerIp(), request.header("TERMID"));
        Environment environment = request.isDemo() ? Environment.DEMO : Environment.LIVE;
        if (!grant.covers(access.permission(), environment)) {
            throw ErrorCode.SCOPE_MISSING.refusal();
        }
        boolean ordinary = access != Endpoint.Access.FAST_API;
        if (ordinary && request.isDemo() && exchange.follows(Reading.BEARER_WITHOUT_DEMO)) {
            throw ErrorCode.WRONG_ENVIRONMENT.refusal();
        }
        return Caller.of(grant, environment);
    }
}
