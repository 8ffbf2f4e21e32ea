package io.okxconnect.testkit.internal.rest;

import static io.okxconnect.testkit.internal.rest.Endpoint.Access.FAST_API;

import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.model.Refusal;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Answers V5 REST requests: finds the endpoint, checks the caller, counts, does the work. */
public final class RestApi {
    /** Codes that OKX documents as HTTP 200 and that were seen as HTTP 401. */
    private static final Set<ErrorCode> SEEN_AS_401 = Set.of(ErrorCode.KEY_UNKNOWN, ErrorCode.PERMISSION_MISSING);

    /** Codes whose HTTP status OKX does not document. */
    private static final Set<ErrorCode> UNDOCUMENTED =
            Set.of(ErrorCode.BROKERS_ONLY, ErrorCode.SITE_NOT_ENABLED, ErrorCode.KEY_NOT_THERE);

    private final Exchange exchange;
    private final Gate gate;
    private final BearerGate bearerGate;
    private final AgentEndpoints agentEndpoints;
    private final RateLimiter limiter;
    private final Map<String, Map<String, Endpoint>> endpoints = new HashMap<>();

    public RestApi(Exchange exchange, OAuthDesk oauth) {
        this.exchange = exchange;
        this.gate = new Gate(exchange);
        this.bearerGate = new BearerGate(exchange, oauth.tokens());
        this.agentEndpoints = new AgentEndpoints(exchange, oauth);
        this.limiter = new RateLimiter(exchange.clock());
        Stream.of(
                        new PublicEndpoints(exchange).list(),
                        new ConfigEndpoints().list(),
                        new BalanceEndpoints(exchange).list(),
                        new LeverageEndpoints(exchange).list(),
                        new TradeEndpoints(exchange).list(),
                        new MarketEndpoints(exchange).list(),
                        new SubAccountEndpoints().list(),
                        new TokenEndpoint(exchange, oauth).list(),
                        new FastApiEndpoints(exchange, oauth.fastApi()).list())
                .flatMap(List::stream)
                .forEach(it -> endpoints
                        .computeIfAbsent(it.path(), path -> new HashMap<>())
                        .put(it.method(), it));
    }

    /** Whether a path is one of an endpoint rather than of a page. */
    public static boolean serves(String path) {
        return path.startsWith("/api/") || path.startsWith("/v5/") || path.startsWith("/.well-known/");
    }

    public Answer answer(ApiRequest request) {
        if (agentEndpoints.serve(request.path())) {
            return agentEndpoints.answer(request);
        }
        Map<String, Endpoint> methods = endpoints.get(request.path());
        if (methods == null || isMissingAt(request)) {
            return Answer.edgePage(404, "Not Found");
        }
        try {
            Endpoint endpoint = methods.get(request.method());
            if (endpoint == null) {
                throw ErrorCode.METHOD_WRONG.refusal();
            }
            return endpoint.access() == Endpoint.Access.PUBLIC
                    ? answerPublic(request, endpoint)
                    : answerPrivate(request, endpoint);
        } catch (Refusal refusal) {
            return Json.refusal(refusal, status(refusal.errorCode()));
        }
    }

    /** The answer to a fault that asks for a code: shaped as the code always is. */
    public static Answer refusal(String code) {
        ErrorCode.Origin origin = ErrorCode.find(code).map(ErrorCode::origin).orElse(ErrorCode.Origin.BUSINESS);
        int status = ErrorCode.find(code).map(ErrorCode::status).orElse(200);
        String text = ErrorCode.find(code).map(ErrorCode::text).orElse("");
        return Json.refusal(origin, code, text, status);
    }

    /** As {@link #refusal(String)}, with a status and a text of the caller's choice. */
    public static Answer refusal(int status, String code, String message) {
        ErrorCode.Origin origin = ErrorCode.find(code).map(ErrorCode::origin).orElse(ErrorCode.Origin.BUSINESS);
        return Json.refusal(origin, code, message, status);
    }

    private Answer answerPublic(ApiRequest request, Endpoint endpoint) {
        Call call = Call.of(request, null, endpoint);
        count(endpoint, call, request.callerIp());
        return endpoint.work().apply(call);
    }

    private Answer answerPrivate(ApiRequest request, Endpoint endpoint) {
        boolean bearer = request.headers().containsKey("authorization") || endpoint.access() == FAST_API;
        Caller caller = bearer ? bearerGate.admit(request, endpoint.access()) : gate.admit(request, endpoint.access());
        Call call = Call.of(request, caller, endpoint);
        count(endpoint, call, caller.owner().uid() + caller.environment());
        return call.account().exclusively(() -> endpoint.work().apply(call));
    }

    private void count(Endpoint endpoint, Call call, String who) {
        if (exchange.follows(Reading.RATE_LIMITS_OFF)) {
            return;
        }
        String counted = switch (endpoint.limit().key()) {
            case IP, USER -> who;
            case IP_AND_TYPE -> who + "/" + call.text("instType");
            case USER_AND_INSTRUMENT -> who + "/" + call.text("instId");
        };
        limiter.take(endpoint, counted);
    }

    private boolean isMissingAt(ApiRequest request) {
        return exchange.follows(Reading.EEA_WITHOUT_LEVERAGE_INFO)
                && request.site().equals("EEA")
                && request.path().equals("/api/v5/account/leverage-info");
    }

    private int status(ErrorCode code) {
        if (SEEN_AS_401.contains(code) && exchange.follows(Reading.KEY_REFUSALS_AS_HTTP_200)) {
            return 200;
        }
        if (UNDOCUMENTED.contains(code) && exchange.follows(Reading.UNDOCUMENTED_STATUSES_SWAPPED)) {
            return code.status() == 200 ? 400 : 200;
        }
        if (code == ErrorCode.TOO_MANY_REQUESTS && exchange.follows(Reading.RATE_LIMIT_AS_HTTP_200)) {
            return 200;
        }
        return code.status();
    }
}
