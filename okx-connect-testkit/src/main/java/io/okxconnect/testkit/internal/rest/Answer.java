package io.okxconnect.testkit.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer before it goes on the wire; {@code code} is OKX's code, {@code ""} for answers that have none. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copying every body would buy nothing.
public record Answer(int status, String contentType, byte[] body, String code, Map<String, String> headers) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(int status, String code, byte[] body) {
        return new Answer(status, "application/json", body, code, Map.of());
    }

    /** A page such as the edge network in front of an exchange answers with: not JSON and without a code. */
    public static Answer edgePage(int status, String title) {
        String html = "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title
                + "</h1></body></html>";
        return text(status, "text/html; charset=utf-8", html);
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), "", Map.of());
    }
}
