package io.okxconnect.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for somebody's OAuth 2.0 server: metadata, a consent page, codes with PKCE, refresh with rotation, revocation. For one
 * public client on this machine, and for looking at; never a server to deploy.
 */
final class StandInServer implements AutoCloseable {
    static final String CLIENT_ID = "example-app";
    private static final int LONGEST_FORM = 8_192;

    private final ObjectMapper json = new ObjectMapper();
    private final StandInGrants grants = new StandInGrants();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private StandInServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static StandInServer start() throws IOException {
        return new StandInServer();
    }

    /** What it calls itself. */
    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET /.well-known/oauth-authorization-server" -> tell(exchange, 200, metadata());
                case "GET /authorize" -> ask(exchange, fields(query == null ? "" : query));
                case "POST /answer" -> goBack(exchange, form(exchange));
                case "POST /token" -> token(exchange, form(exchange));
                case "POST /revoke" -> {
                    grants.revoke(form(exchange).getOrDefault("token", ""));
                    tell(exchange, 200, Map.of());
                }
                default -> send(exchange, 404, "text/plain", "Not found");
            }
        }
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                issuer().toString(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "revocation_endpoint",
                issuer() + "/revoke",
                "response_types_supported",
                List.of("code"),
                "code_challenge_methods_supported",
                List.of("S256"),
                "token_endpoint_auth_methods_supported",
                List.of("none"),
                "authorization_response_iss_parameter_supported",
                true);
    }

    private void ask(HttpExchange exchange, Map<String, String> asked) throws IOException {
        Optional<String> ticket = CLIENT_ID.equals(asked.get("client_id")) ? grants.ask(asked) : Optional.empty();
        if (ticket.isEmpty()) {
            send(exchange, 400, "text/html", page("This request is not in order", ""));
            return;
        }
        String scope = asked.getOrDefault("scope", "").replaceAll("[^a-z:_ ]", "");
        send(
                exchange,
                200,
                "text/html",
                page(
                        "Allow " + CLIENT_ID + "?",
                        "<p>It asks for: <strong id=\"scope\">" + scope + "</strong></p><form method=\"post\""
                                + " action=\"/answer\"><input type=\"hidden\" name=\"ticket\" value=\"" + ticket.get()
                                + "\"><button name=\"decision\" value=\"agree\" id=\"agree\">Agree</button> <button"
                                + " name=\"decision\" value=\"decline\" id=\"decline\">Decline</button></form>"));
    }

    private void goBack(HttpExchange exchange, Map<String, String> form) throws IOException {
        Optional<String> target = grants.decide(
                form.getOrDefault("ticket", ""), "agree".equals(form.get("decision")), issuer().toString());
        if (target.isEmpty()) {
            send(exchange, 400, "text/html", page("This page is out of date", ""));
            return;
        }
        exchange.getResponseHeaders().add("Location", target.get());
        send(exchange, 303, "text/plain", "");
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        Optional<Map<String, Object>> tokens = switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> grants.exchange(form);
            case "refresh_token" -> grants.refresh(form);
            default -> Optional.empty();
        };
        if (tokens.isPresent() && CLIENT_ID.equals(form.get("client_id"))) {
            tell(exchange, 200, tokens.get());
        } else {
            tell(exchange, 400, Map.of("error", "invalid_grant"));
        }
    }

    private void tell(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        send(exchange, status, "application/json", json.writeValueAsString(body));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        if (body.length == 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String page(String title, String content) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body><h1>" + title + "</h1>" + content + "</body></html>";
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        return fields(new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.US_ASCII));
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(encoded.split("&", -1)).map(pair -> pair.split("=", 2)).forEach(pair -> {
            if (pair.length == 2) {
                fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        });
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
