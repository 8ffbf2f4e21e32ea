package io.okxconnect.oauth.internal.loopback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The answers: whole and fixed, so that nothing of a request can get into one. */
public enum LoopbackPage {
    /** A code arrived. */
    RECEIVED(
            200,
            "You can go back to the app",
            "The answer has arrived. The app now finishes the connection and shows the result. You can close this tab."),
    /** The user declined, or the server refused. */
    DECLINED(
            200,
            "Not connected",
            "The authorization was declined, so nothing was connected. Go back to the app to try again, or close this tab."),
    /** The request is not the callback that is awaited. */
    REFUSED(400, "Nothing to see here", "This page only receives the answer that the app is waiting for.");

    private static final String STYLE =
            "body{font:18px/1.5 system-ui,sans-serif;max-width:34em;margin:15vh auto;padding:0 1em;color:#1a1a1a}"
                    + "h1{font-size:1.4em}";

    private final int status;
    private final String title;
    private final String text;

    LoopbackPage(int status, String title, String text) {
        this.status = status;
        this.title = title;
        this.text = text;
    }

    byte[] answer() {
        String page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width\"><title>" + title + "</title><style>" + STYLE
                + "</style></head><body><h1>" + title + "</h1><p>" + text + "</p></body></html>";
        return response(status, page, "");
    }

    /** A refusal without words. */
    static byte[] refusal(int refusal) {
        return response(refusal, "", refusal == 405 ? "Allow: GET\r\n" : "");
    }

    private static byte[] response(int status, String page, String extra) {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " " + reason(status) + "\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + "Content-Security-Policy: default-src 'none'; style-src '" + styleHash()
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
                + "Cache-Control: no-store\r\n"
                + "Referrer-Policy: no-referrer\r\n"
                + "X-Content-Type-Options: nosniff\r\n"
                + extra
                + "Connection: close\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 410 -> "Gone";
            case 421 -> "Misdirected Request";
            default -> "Bad Request";
        };
    }

    private static String styleHash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }
}
