package io.okxconnect.internal.call;

import io.okxconnect.canary.Canary;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A transport with scripted answers in virtual time. Its own clock and this machine's can be set apart. */
final class FakeOkx implements HttpTransport {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    static final Site SITE = Site.custom("fake", URI.create("http://127.0.0.1:1"));

    final List<TransportRequest> requests = new ArrayList<>();
    final List<Duration> sleeps = new ArrayList<>();
    private final Deque<Function<TransportRequest, TransportResponse>> script = new ArrayDeque<>();
    final Deque<Function<TransportRequest, TransportResponse>> timeScript = new ArrayDeque<>();
    private long nanos = 77;
    Duration wallAhead = Duration.ZERO;
    Duration roundTrip = Duration.ofMillis(10);
    double jitter = 0.5;

    final CallSeams seams = new CallSeams(
            new Clock() {
                @Override
                public Instant instant() {
                    return serverNow().plus(wallAhead);
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            () -> nanos,
            duration -> {
                sleeps.add(duration);
                pass(duration);
            },
            () -> jitter);

    final OkxCalls calls = new OkxCalls(this, seams);

    Instant serverNow() {
        return START.plusNanos(nanos);
    }

    void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    FakeOkx answer(int status, String body) {
        return answer(status, Map.of(), body);
    }

    FakeOkx answer(int status, Map<String, String> headers, String body) {
        return then(request -> response(status, headers, body));
    }

    static TransportResponse response(int status, Map<String, String> headers, String body) {
        return new TransportResponse(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    FakeOkx then(Function<TransportRequest, TransportResponse> answer) {
        script.add(answer);
        return this;
    }

    static CallTarget signed() {
        return signed(TradingEnvironment.LIVE);
    }

    static CallTarget signed(TradingEnvironment environment) {
        return new CallTarget(SITE, environment, (timestamp, method, path, body) -> {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("OK-ACCESS-KEY", Canary.API_KEY);
            headers.put("OK-ACCESS-SIGN", timestamp + method + path + new String(body, StandardCharsets.UTF_8));
            headers.put("OK-ACCESS-TIMESTAMP", timestamp);
            headers.put("OK-ACCESS-PASSPHRASE", Canary.PASSPHRASE);
            return headers;
        });
    }

    @Override
    public TransportResponse execute(TransportRequest request) {
        requests.add(request);
        pass(roundTrip.dividedBy(2));
        try {
            if (request.requestPath().equals("/api/v5/public/time")) {
                if (!timeScript.isEmpty()) {
                    return timeScript.remove().apply(request);
                }
                String body =
                        "{\"code\":\"0\",\"data\":[{\"ts\":\"" + serverNow().toEpochMilli() + "\"}],\"msg\":\"\"}";
                return response(200, Map.of(), body);
            }
            return script.remove().apply(request);
        } finally {
            pass(roundTrip.dividedBy(2));
        }
    }

    long sent(String endpoint) {
        return requests.stream().filter(r -> r.endpoint().equals(endpoint)).count();
    }

    @Override
    public void close() {}
}
