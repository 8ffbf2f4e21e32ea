package io.okxconnect.oauth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.function.UnaryOperator;

/** A browser, or something that pretends to be one, at a receiver's door. */
final class LoopbackVisit {
    private LoopbackVisit() {}

    static Socket connect(URI redirect) throws IOException {
        return new Socket(redirect.getHost().replaceAll("[\\[\\]]", ""), redirect.getPort());
    }

    /** The whole answer, or "" if the connection was cut. */
    static String send(URI redirect, String request) {
        try (Socket socket = connect(redirect)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException cut) {
            return "";
        }
    }

    /** What still comes; "" if the connection is cut. */
    static String rest(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException reset) {
            return "";
        }
    }

    static String get(URI redirect, String query) {
        return get(redirect, query, host -> host);
    }

    static String get(URI redirect, String query, UnaryOperator<String> host) {
        return send(redirect, request("GET", redirect.getPath() + "?" + query, host.apply(redirect.getRawAuthority())));
    }

    static String request(String method, String target, String host) {
        return method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: test\r\n\r\n";
    }
}
