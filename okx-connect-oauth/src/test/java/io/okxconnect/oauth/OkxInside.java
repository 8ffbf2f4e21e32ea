package io.okxconnect.oauth;

import io.okxconnect.canary.Canary;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Ids;
import io.okxconnect.testkit.internal.model.IpList;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.oauth.ClientTerms;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import io.okxconnect.testkit.internal.rest.Answer;
import io.okxconnect.testkit.internal.rest.ApiRequest;
import io.okxconnect.testkit.internal.rest.RestApi;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The sandbox's exchange and its rules, with neither server nor sockets in between. A refresh token that is used twice ends the
 * whole consent.
 */
final class OkxInside implements HttpTransport {
    static final URI BASE = URI.create("http://127.0.0.1:1");
    static final String CLIENT_ID = "CID123";

    private static final String SITE = "GLOBAL";

    private final RestApi api;
    private final OAuthDesk oauth;
    private final Trader alice;
    private final AtomicInteger tokenCalls = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();

    OkxInside(Clock clock) {
        Exchange exchange =
                new Exchange(clock, Ids.seeded(7), Set.of(Reading.RATE_LIMITS_OFF, Reading.REFRESH_REUSE_REVOKES));
        oauth = new OAuthDesk(exchange, Set.of(SITE), site -> BASE.toString());
        api = new RestApi(exchange, oauth);
        alice = exchange.open("alice", SITE, null);
        IpList anywhere = IpList.of(List.of());
        oauth.clients()
                .register(
                        CLIENT_ID,
                        Canary.CLIENT_SECRET,
                        new ClientTerms(
                                ClientTerms.Kind.CONFIDENTIAL,
                                "App",
                                Set.of(Desk.REDIRECT.toString()),
                                Set.of("read_only", "trade"),
                                anywhere,
                                anywhere,
                                Set.of(SITE)));
    }

    URI agreeTo(URI authorizationUri) {
        return oauth.rules()
                .read(SITE, authorizationUri.getRawQuery())
                .flatMap(asked -> oauth.consents().agree(asked, alice))
                .map(URI::create)
                .orElseThrow();
    }

    int tokenCalls() {
        return tokenCalls.get();
    }

    int reads() {
        return reads.get();
    }

    /** How many calls were not answered with success. */
    int refusals() {
        return refusals.get();
    }

    @Override
    public TransportResponse execute(TransportRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        if (request.requestPath().equals(OAuthSite.TOKEN_PATH)) {
            tokenCalls.incrementAndGet();
        } else if (request.requestPath().equals(OAuthScene.BALANCE)) {
            reads.incrementAndGet();
        }
        Answer answer = api.answer(
                new ApiRequest(SITE, "127.0.0.1", request.method(), request.requestPath(), headers, request.body()));
        if (answer.status() != 200) {
            refusals.incrementAndGet();
        }
        return new TransportResponse(answer.status(), answer.headers(), answer.body());
    }

    @Override
    public void close() {}
}
