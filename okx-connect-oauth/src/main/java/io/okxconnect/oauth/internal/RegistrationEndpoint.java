package io.okxconnect.oauth.internal;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.TransportException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Registers a public client (RFC 7591, section 3), and takes no answer that would send codes elsewhere. */
public final class RegistrationEndpoint {
    private static final int MAX_BODY = 64 * 1024;
    private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7e]{1,512}");

    private final HttpTransport transport;
    private final Duration timeout;

    public RegistrationEndpoint(HttpTransport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    /** The client id. */
    public String register(URI endpoint, String clientName, Set<String> redirectUris, Set<String> scopes) {
        String name = "POST " + endpoint.getRawPath();
        TransportResponse answer = answer(name, request(endpoint, body(clientName, redirectUris, scopes)));
        JsonValue body = answer.status() == 200 || answer.status() == 201 ? json(answer) : JsonValue.ofNull();
        if (body.kind() != JsonValue.Kind.OBJECT) {
            throw TokenAnswer.refusal(Dialect.OKX, name, answer, redirectUris);
        }
        if (body.member("error").isPresent()) {
            throw TokenAnswer.refusal(Dialect.OKX, name, answer, redirectUris);
        }
        if (!redirectUris.equals(redirectUris(body))) {
            throw new TokenEndpointException(Reason.REGISTRATION_DIFFERS, name, answer.status());
        }
        return body.member("client_id")
                .filter(id -> id.kind() == JsonValue.Kind.TEXT)
                .flatMap(JsonValue::rawText)
                .filter(id -> CLIENT_ID.matcher(id).matches())
                .orElseThrow(() -> new TokenEndpointException(Reason.UNREADABLE, name, answer.status()));
    }

    private TransportResponse answer(String name, TransportRequest request) {
        try {
            return transport.execute(request);
        } catch (TransportException e) {
            if (e.requestMayHaveBeenSent()) {
                throw new TokenEndpointException(Reason.OUTCOME_UNKNOWN, name, 0);
            }
            throw e;
        } catch (OkxConnectException | InvalidArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            // A transport of the app's own; its message may hold anything, so nothing of it goes on.
            throw new TokenEndpointException(Reason.OUTCOME_UNKNOWN, name, 0);
        }
    }

    private TransportRequest request(URI endpoint, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        return new TransportRequest(
                "POST", Addresses.base(endpoint), Addresses.target(endpoint), headers, body, timeout, MAX_BODY);
    }

    private static byte[] body(String clientName, Set<String> redirectUris, Set<String> scopes) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client_name", clientName);
        members.put("redirect_uris", List.copyOf(redirectUris));
        if (!scopes.isEmpty()) {
            members.put("scope", String.join(" ", scopes));
        }
        members.put("grant_types", List.of("authorization_code", "refresh_token"));
        members.put("response_types", List.of("code"));
        members.put("token_endpoint_auth_method", "none");
        return JsonValue.from(members).toJson().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonValue json(TransportResponse answer) {
        try {
            return JsonValue.parse(answer.body());
        } catch (InvalidArgumentException e) {
            return JsonValue.ofNull();
        }
    }

    /** What was registered; what is no text counts as an address that was never sent. */
    private static Set<String> redirectUris(JsonValue body) {
        Set<String> uris = new LinkedHashSet<>();
        JsonValue list = body.member("redirect_uris").orElse(JsonValue.ofNull());
        if (list.kind() == JsonValue.Kind.ARRAY) {
            list.items().forEach(uri -> uris.add(uri.rawText().orElse("")));
        }
        return uris;
    }
}
