package io.okxconnect.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A tiny V5 client with signing code of its own, so that the sandbox is not checked against itself. */
final class SigningClient {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final Clock clock;
    private final SandboxApiKey key;

    SigningClient(URI base, Clock clock, SandboxApiKey key) {
        this.base = base;
        this.clock = clock;
        this.key = key;
    }

    record Result(int status, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }

        String code() {
            return json().path("code").asText();
        }

        JsonNode row() {
            return json().path("data").path(0);
        }
    }

    Result get(String target) throws Exception {
        return send("GET", target, "", headers -> {});
    }

    Result post(String path, String body) throws Exception {
        return send("POST", path, body, headers -> {});
    }

    /** Signs, lets the test spoil the headers, and sends. */
    Result send(String method, String target, String body, Consumer<Map<String, String>> spoil) throws Exception {
        String timestamp = TIMESTAMP.format(clock.instant());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("OK-ACCESS-KEY", key.apiKey());
        headers.put("OK-ACCESS-SIGN", sign(key.secretKey(), timestamp + method + target + body));
        headers.put("OK-ACCESS-TIMESTAMP", timestamp);
        headers.put("OK-ACCESS-PASSPHRASE", key.passphrase());
        if (key.environment() == SandboxEnvironment.DEMO) {
            headers.put("x-simulated-trading", "1");
        }
        if (method.equals("POST")) {
            headers.put("Content-Type", "application/json");
        }
        spoil.accept(headers);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target));
        headers.forEach(request::header);
        request.method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return result(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    static Result unsigned(URI uri) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return result(http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()));
    }

    static String sign(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Result result(HttpResponse<String> response) {
        return new Result(response.statusCode(), response.body());
    }
}
