package io.okxconnect.examples.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One request of a browser, and the answer to it. */
public final class Visit {
    private static final int LONGEST_FORM = 16_384;

    private final HttpExchange exchange;

    /**
     * A visit.
     *
     * @param exchange the request and its answer
     */
    public Visit(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** {@return the method, for example GET} */
    public String method() {
        return exchange.getRequestMethod();
    }

    /** {@return the path, decoded} */
    public String path() {
        return exchange.getRequestURI().getPath();
    }

    /** {@return the query, still percent-encoded, as okx-connect reads it} */
    public String rawQuery() {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : query;
    }

    /**
     * A parameter of the query.
     *
     * @param name its name
     * @return its text; empty if it is not there
     */
    public Optional<String> parameter(String name) {
        return new Form(rawQuery().getBytes(StandardCharsets.US_ASCII)).text(name);
    }

    /**
     * A header of the request.
     *
     * @param name its name
     * @return its first value
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** {@return whether the browser only guesses that its user will come here} */
    public boolean isPrefetch() {
        Headers headers = exchange.getRequestHeaders();
        return Stream.of("Sec-Purpose", "Purpose", "X-Moz")
                .flatMap(name -> headers.getOrDefault(name, List.of()).stream())
                .anyMatch(purpose -> purpose.toLowerCase(Locale.ROOT).startsWith("prefetch"));
    }

    /**
     * A cookie of this app.
     *
     * @param name its name
     * @return its value
     */
    public Optional<String> cookie(String name) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /**
     * Reads the form that was sent; once.
     *
     * @return the form, for the caller to close
     * @throws IOException if the browser breaks off
     */
    public Form form() throws IOException {
        return new Form(exchange.getRequestBody().readNBytes(LONGEST_FORM));
    }

    /**
     * Adds a header; to be called before the answer.
     *
     * @param name its name
     * @param value its value
     */
    public void addHeader(String name, String value) {
        exchange.getResponseHeaders().add(name, value);
    }

    /**
     * Answers with a page.
     *
     * @param status the HTTP status
     * @param html the page
     * @param policy what the page may load and do, as a Content-Security-Policy
     * @throws IOException if the browser breaks off
     */
    public void show(int status, String html, String policy) throws IOException {
        addHeader("Content-Security-Policy", policy);
        answer(status, "text/html; charset=utf-8", html);
    }

    /**
     * Sends the browser on with a GET, so that a reload repeats nothing.
     *
     * @param location where to
     * @throws IOException if the browser breaks off
     */
    public void goTo(String location) throws IOException {
        addHeader("Location", location);
        answer(303, "text/plain; charset=utf-8", "");
    }

    /**
     * Answers.
     *
     * @param status the HTTP status
     * @param contentType what the text is
     * @param text the body
     * @throws IOException if the browser breaks off
     */
    public void answer(int status, String contentType, String text) throws IOException {
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
