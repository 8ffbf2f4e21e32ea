package io.okxconnect.internal.call;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.signing.SigningTimestamp;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.TransportRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Turns a call into the bytes of one attempt. The array that is signed is the array that is sent. */
final class RequestAssembler {
    private static final Set<String> PUBLIC_HEADERS =
            Set.of("Content-Type", "Accept", "x-simulated-trading", "expTime", "OK-ACCESS-TIMESTAMP");

    private RequestAssembler() {}

    /** Whether a header's value is no secret. */
    static boolean isPublic(String header) {
        return PUBLIC_HEADERS.contains(header);
    }

    static void check(CallTarget target, RestRequest request) {
        if (request.isSigned() && target.credential() == null) {
            throw new InvalidArgumentException(
                    "request", "needs a credential, and there is none", "Mark a public call with unsigned().");
        }
    }

    static TransportRequest assemble(CallTarget target, RestRequest request, Instant now, Duration timeout) {
        String method = request.method().name();
        byte[] body = request.body();
        ActiveCredential credential = target.credential();
        Map<String, String> headers = request.isSigned() && credential != null
                ? credential.headers(SigningTimestamp.iso(now), method, request.requestPath(), body)
                : new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        if (target.environment() == TradingEnvironment.DEMO) {
            headers.put("x-simulated-trading", "1");
        }
        request.expTime().ifPresent(time -> headers.put("expTime", Long.toString(time.toEpochMilli())));
        return new TransportRequest(
                method,
                target.site().restBase(),
                request.requestPath(),
                headers,
                body,
                timeout,
                request.maxBodyBytes());
    }
}
