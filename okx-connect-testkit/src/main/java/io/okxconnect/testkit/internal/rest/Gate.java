package io.okxconnect.testkit.internal.rest;

import io.okxconnect.testkit.internal.model.ApiKey;
import io.okxconnect.testkit.internal.model.Environment;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.model.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Lets a signed request in, or refuses it with the first thing that is wrong. */
final class Gate {
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");

    private final Exchange exchange;

    Gate(Exchange exchange) {
        this.exchange = exchange;
    }

    Caller admit(ApiRequest request, Endpoint.Access access) {
        requireHeaders(request);
        requireJson(request);
        String timestamp = request.header("OK-ACCESS-TIMESTAMP");
        requireFresh(timestamp);
        ApiKey key = findKey(request);
        requireEnvironment(request, key);
        if (!key.hasPassphrase(request.header("OK-ACCESS-PASSPHRASE"))) {
            throw ErrorCode.PASSPHRASE_WRONG.refusal();
        }
        if (!Signature.matches(key.secret(), request, timestamp, request.header("OK-ACCESS-SIGN"))) {
            throw ErrorCode.SIGNATURE_WRONG.refusal();
        }
        if (!key.ips().allows(request.callerIp())) {
            // OKX was seen to print the whole key here. The sandbox does too, so that clients learn to hide it.
            throw ErrorCode.IP_NOT_LISTED.refusal(request.callerIp(), key.id());
        }
        if (key.isFrozen() || key.owner().isFrozen()) {
            throw ErrorCode.API_FROZEN.refusal();
        }
        key.used(exchange.clock().instant());
        if (!key.permissions().contains(access.permission())) {
            throw ErrorCode.PERMISSION_MISSING.refusal();
        }
        return Caller.of(key);
    }

    private static void requireHeaders(ApiRequest request) {
        requireHeader(request, "OK-ACCESS-KEY", ErrorCode.KEY_HEADER_EMPTY);
        requireHeader(request, "OK-ACCESS-PASSPHRASE", ErrorCode.PASSPHRASE_HEADER_EMPTY);
        requireHeader(request, "OK-ACCESS-SIGN", ErrorCode.SIGN_HEADER_EMPTY);
        requireHeader(request, "OK-ACCESS-TIMESTAMP", ErrorCode.TIMESTAMP_HEADER_EMPTY);
    }

    private static void requireHeader(ApiRequest request, String name, ErrorCode code) {
        if (request.header(name).isBlank()) {
            throw code.refusal();
        }
    }

    static void requireJson(ApiRequest request) {
        if (request.method().equals("POST") && !request.mediaType().equals("application/json")) {
            throw ErrorCode.BAD_CONTENT_TYPE.refusal();
        }
    }

    private void requireFresh(String timestamp) {
        Instant sent;
        try {
            if (!TIMESTAMP.matcher(timestamp).matches()) {
                throw ErrorCode.TIMESTAMP_MALFORMED.refusal();
            }
            sent = Instant.parse(timestamp);
        } catch (DateTimeException e) {
            throw ErrorCode.TIMESTAMP_MALFORMED.refusal();
        }
        if (Duration.between(sent, exchange.clock().instant()).abs().compareTo(WINDOW) > 0) {
            throw ErrorCode.TIMESTAMP_EXPIRED.refusal();
        }
    }

    private ApiKey findKey(ApiRequest request) {
        ApiKey key = exchange.keyDesk()
                .find(request.header("OK-ACCESS-KEY"))
                .filter(it -> it.owner().site().equals(request.site()))
                .orElseThrow(ErrorCode.KEY_UNKNOWN::refusal);
        if (!key.isAlive(exchange.clock().instant())) {
            // An expired key stays dead: turning the clock back does not revive it.
            key.kill();
            throw deadKey();
        }
        return key;
    }

    private Refusal deadKey() {
        return (exchange.follows(Reading.DEAD_KEYS_ARE_INVALID) ? ErrorCode.KEY_INVALID : ErrorCode.KEY_UNKNOWN)
                .refusal();
    }

    private static void requireEnvironment(ApiRequest request, ApiKey key) {
        if (request.isDemo() != (key.environment() == Environment.DEMO)) {
            throw ErrorCode.WRONG_ENVIRONMENT.refusal();
        }
    }
}
