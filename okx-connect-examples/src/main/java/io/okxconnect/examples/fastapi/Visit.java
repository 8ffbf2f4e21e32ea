package io.okxconnect.examples.fastapi;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One request of a browser, and the answer to it. */
final class Visit {
    private static final int LONGEST_FORM = 4_096;

    private final HttpExchange exchange;

    Visit(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    /** Still percent-encoded, as okx-connect reads it. */
    String rawQuery() {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : query;
    }

    /** Whether the browser only guesses that its user will come here. */
    boolean isPrefetch() {
        Headers headers = exchange.getRequestHeaders();
        return Stream.of("Sec-Purpose", "Purpose", "X-Moz")
                .flatMap(name -> headers.getOrDefault(name, List.of()).stream())
                .anyMatch(purpose -> purpose.toLowerCase(Locale.ROOT).startsWith("prefetch"));
    }

    Optional<String> cookie(String name) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** A field of the form that was sent. */
    Optional<String> field(String name) throws IOException {
        String form = new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.US_ASCII);
        return Arrays.stream(form.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** To be called before the answer. */
    void addHeader(String name, String value) {
        exchange.getResponseHeaders().add(name, value);
    }

    void show(int status, String html) throws IOException {
        addHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        answer(status, "text/html; charset=utf-8", html);
    }

    /** Sends the browser on with a GET, so that a reload repeats nothing. */
    void goTo(String location) throws IOException {
        addHeader("Location", location);
        answer(303, "text/plain; charset=utf-8", "");
    }

    void answer(int status, String contentType, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        addHeader("Content-Type", contentType);
        addHeader("Cache-Control", "no-store");
        // The address of the callback holds a code: no other page may learn it.
        addHeader("Referrer-Policy", "no-referrer");
        addHeader("X-Content-Type-Options", "nosniff");
        boolean empty = body.length == 0 || method().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }
}
