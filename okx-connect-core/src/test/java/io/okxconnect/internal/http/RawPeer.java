package io.okxconnect.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The server's end of one connection. */
final class RawPeer {
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private final Socket raw;
    private final SSLContext tls;
    private final Runnable onPost;
    private Socket talk;

    RawPeer(Socket raw, SSLContext tls, Runnable onPost) {
        this.raw = raw;
        this.tls = tls;
        this.onPost = onPost;
        this.talk = tls == null ? raw : null;
    }

    Socket raw() {
        return raw;
    }

    private Socket talk() throws IOException {
        if (talk == null) {
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
            socket.setUseClientMode(false);
            socket.startHandshake();
            talk = socket;
        }
        return talk;
    }

    void handshake() throws IOException {
        talk();
    }

    /** Reads one request with its body. */
    String readRequest() throws IOException {
        InputStream in = talk().getInputStream();
        StringBuilder head = new StringBuilder(readBytes(5));
        if (head.toString().equals("POST ")) {
            onPost.run();
        }
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) require(in.read()));
        }
        return head + readBytes(contentLength(head.toString()));
    }

    String readBytes(int count) throws IOException {
        byte[] bytes = talk().getInputStream().readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return new String(bytes, ISO_8859_1);
    }

    /** Reads the beginning of a request, which counts as one on the wire. */
    void readSomeOfAPost() throws IOException {
        if (readBytes(5).equals("POST ")) {
            onPost.run();
        }
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase().startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                .findFirst()
                .orElse(0);
    }

    private static int require(int read) throws EOFException {
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }

    void write(String text) throws IOException {
        write(text.getBytes(ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        OutputStream out = talk().getOutputStream();
        out.write(bytes);
        out.flush();
    }

    void writeRaw(String text) throws IOException {
        raw.getOutputStream().write(text.getBytes(ISO_8859_1));
        raw.getOutputStream().flush();
    }

    /** Answers requests until the client goes away. */
    void answerAll(String answer) throws IOException {
        while (true) {
            readRequest();
            write(answer);
        }
    }

    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    /** Does nothing more, until the server is closed. */
    void stall() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    String readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        talk().getInputStream().transferTo(all);
        return all.toString(ISO_8859_1);
    }
}
