package io.okxconnect.oauth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a real socket that answers from a script, one answer a request, and shows every byte that it was sent. */
final class StubServer implements AutoCloseable {
    /** Hang up after the request without a word. */
    static final String HANG_UP = "";

    record Seen(String line, Map<String, String> headers, String body) {}

    private final ServerSocket listener;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();

    StubServer() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread thread = new Thread(this::serve, "stub-server");
        thread.setDaemon(true);
        thread.start();
    }

    StubServer then(int status, String contentType, String body, String... headers) {
        StringBuilder answer = new StringBuilder("HTTP/1.1 " + status + " X\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + body.getBytes(UTF_8).length + "\r\nConnection: close\r\n");
        for (String header : headers) {
            answer.append(header).append("\r\n");
        }
        return then(answer + "\r\n" + body);
    }

    StubServer thenJson(int status, String body) {
        return then(status, "application/json", body);
    }

    StubServer then(String answer) {
        synchronized (answers) {
            answers.add(answer);
        }
        return this;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    List<Seen> seen() {
        return seen;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                seen.add(read(socket.getInputStream()));
                String answer;
                synchronized (answers) {
                    answer = answers.isEmpty() ? HANG_UP : answers.poll();
                }
                socket.getOutputStream().write(answer.getBytes(UTF_8));
                socket.getOutputStream().flush();
            } catch (IOException over) {
                // The client went away, or the test is over.
            }
        }
    }

    private static Seen read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("end of request");
            }
            head.append((char) next);
        }
        String[] lines = head.toString().split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).trim());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Seen(lines[0], headers, new String(body, ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
