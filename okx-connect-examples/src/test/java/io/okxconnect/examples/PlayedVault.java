package io.okxconnect.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What the store uses of a KV secrets engine, version 2, played as HashiCorp's API documentation describes it (Secrets engines, KV, version
 * 2): create with check-and-set, read, list, delete metadata and all versions. Vault itself is not needed to run the tests.
 */
final class PlayedVault implements AutoCloseable {
    static final String TOKEN = "hvs.made-up-for-tests";
    private static final String MOUNT = "/v1/secret/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Version(int number, JsonNode data) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Version> entries = new ConcurrentSkipListMap<>();

    PlayedVault() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(MOUNT, this::answer);
        server.start();
    }

    URI engine() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + MOUNT);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                send(exchange, 403, errors("permission denied"));
                return;
            }
            String path = exchange.getRequestURI().getPath().substring(MOUNT.length());
            String query = exchange.getRequestURI().getQuery();
            switch (exchange.getRequestMethod() + " " + path.substring(0, path.indexOf('/'))) {
                case "GET data" -> read(exchange, entries.get(path.substring("data/".length())));
                case "POST data" -> write(exchange, path.substring("data/".length()));
                case "GET metadata" -> {
                    if ("list=true".equals(query)) {
                        list(exchange, path.substring("metadata/".length()));
                    } else {
                        read(exchange, entries.get(path.substring("metadata/".length())));
                    }
                }
                case "DELETE metadata" -> {
                    entries.remove(path.substring("metadata/".length()));
                    send(exchange, 204, null);
                }
                default -> send(exchange, 405, errors("unsupported operation"));
            }
        }
    }

    private static void read(HttpExchange exchange, Version version) throws IOException {
        if (version == null) {
            send(exchange, 404, JSON.createObjectNode().set("errors", JSON.createArrayNode()));
            return;
        }
        ObjectNode body = JSON.createObjectNode();
        ObjectNode data = body.putObject("data");
        data.set("data", version.data());
        data.putObject("metadata").put("version", version.number());
        send(exchange, 200, body);
    }

    private void write(HttpExchange exchange, String name) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        int cas = body.at("/options/cas").asInt(-1);
        Version next = new Version(cas + 1, body.get("data"));
        Version now =
                entries.compute(name, (same, before) -> (before == null ? 0 : before.number()) == cas ? next : before);
        if (now == next) {
            ObjectNode answer = JSON.createObjectNode();
            answer.putObject("data").put("version", next.number());
            send(exchange, 200, answer);
        } else {
            send(exchange, 400, errors("check-and-set parameter did not match the current version"));
        }
    }

    private void list(HttpExchange exchange, String folder) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        var keys = body.putObject("data").putArray("keys");
        entries.keySet().stream()
                .filter(name -> name.startsWith(folder))
                .forEach(name -> keys.add(name.substring(folder.length())));
        if (keys.isEmpty()) {
            read(exchange, null);
        } else {
            send(exchange, 200, body);
        }
    }

    private static JsonNode errors(String text) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("errors").add(text);
        return body;
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, body == null ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
