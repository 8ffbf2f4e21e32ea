package io.okxconnect.oauth.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * OKX's outside in front of a server that speaks plain OAuth: scopes joined by commas, JSON at the token endpoint, refusals as {@code
 * {"code":…,"msg":…}}. It only translates; whether a code, a verifier, a secret or a refresh token is good is the judge's verdict. Everything
 * else goes to a sandbox, which is told of the tokens that the judge gave.
 */
public final class OkxFacade implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Set anew by each of the two connections. */
    private static final Set<String> HOP = Set.of("host", "connection", "content-length", "transfer-encoding", "date");

    private final RealServer judge;
    private final SandboxOkx rest;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    public OkxFacade(RealServer judge, SandboxOkx rest) throws IOException {
        this.judge = judge;
        this.rest = rest;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/account/oauth", this::authorize);
        server.createContext("/v5/users/oauth/token", this::token);
        server.createContext("/", this::forward);
        server.setExecutor(threads);
        server.start();
    }

    /** The site's one address, for pages and token calls. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The user logs in and agrees; OKX then names the user's site in the callback. */
    public URI approve(URI authorizationUri) {
        URI callback = judge.approve(authorizationUri, RealServer.WEB_REDIRECT);
        return URI.create(callback + "&domain=" + URLEncoder.encode(uri().toString(), UTF_8));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        StringJoiner query = new StringJoiner("&");
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            query.add(pair.startsWith("scope=") ? pair.replace("%2C", "%20") : pair);
        }
        exchange.getResponseHeaders().add("Location", judge.authorizationEndpoint() + "?" + query);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        JsonNode call = type != null && type.startsWith("application/json")
                ? json.readTree(exchange.getRequestBody().readAllBytes())
                : json.nullNode();
        if (!exchange.getRequestMethod().equals("POST") || !call.isObject()) {
            answer(exchange, 400, refusal("53010"));
            return;
        }
        HttpResponse<String> verdict = ask(call);
        JsonNode answer = json.readTree(verdict.body());
        if (verdict.statusCode() == 200) {
            ObjectNode tokens = tokens(answer);
            String access = tokens.path("access_token").textValue();
            rest.learn(
                    call.path("client_id").textValue(),
                    access,
                    tokens.path("refresh_token").asText("none-" + access));
            answer(exchange, 200, tokens);
        } else {
            answer(exchange, 400, refusal(code(call, answer.path("error").textValue())));
        }
    }

    private HttpResponse<String> ask(JsonNode call) throws IOException {
        StringJoiner form = new StringJoiner("&");
        call.properties()
                .forEach(field -> form.add(field.getKey() + "="
                        + URLEncoder.encode(field.getValue().textValue(), UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(judge.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(LIMIT)
                .POST(BodyPublishers.ofString(form.toString()))
                .build();
        return send(request, BodyHandlers.ofString());
    }

    /** The members that OKX's answer has, and no others. */
    private ObjectNode tokens(JsonNode answer) {
        ObjectNode tokens = json.createObjectNode()
                .put("access_token", answer.path("access_token").textValue())
                .put("token_type", "bearer")
                .put("expires_in", answer.path("expires_in").intValue());
        if (answer.has("refresh_token")) {
            tokens.put("refresh_token", answer.path("refresh_token").textValue());
        }
        return tokens;
    }

    /** OKX's error table: 53012 bad code, 53005 bad refresh token, 53010 anything wrong with the parameters, the client included. */
    private static String code(JsonNode call, String error) {
        if (!"invalid_grant".equals(error)) {
            return "53010";
        }
        return call.has("refresh_token") ? "53005" : "53012";
    }

    private ObjectNode refusal(String code) {
        return json.createObjectNode().put("code", code).put("msg", "refused");
    }

    private void answer(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = bytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void forward(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(rest.uri().resolve(exchange.getRequestURI()))
                .timeout(LIMIT)
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = send(request.build(), BodyHandlers.ofByteArray());
        answer.headers().map().forEach((name, values) -> {
            if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private byte[] bytes(ObjectNode body) throws JsonProcessingException {
        return json.writeValueAsBytes(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
