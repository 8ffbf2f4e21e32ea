package io.okxconnect.internal.http;

import io.okxconnect.spi.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads an answer to its end, and not further than its cap. */
final class AnswerReader {
    private static final int CHUNK = 8 * 1024;
    /** An announced length is only a promise, so it never sizes more than a modest buffer. */
    private static final int LARGEST_PROMISE = 64 * 1024;

    private AnswerReader() {}

    /** Refuses what we did not ask for and cannot measure, before its body is read. */
    static void checkHead(ClassicHttpResponse head) throws RefusedAnswerException {
        if (head.containsHeader("Transfer-Encoding") && head.containsHeader("Content-Length")) {
            throw new RefusedAnswerException("The answer has two different lengths (RFC 9112, section 6.3)");
        }
        for (Header encoding : head.getHeaders("Content-Encoding")) {
            String value = encoding.getValue();
            if (value != null && !value.isEmpty() && !value.equalsIgnoreCase("identity")) {
                throw new RefusedAnswerException("The answer has a content encoding that was not asked for");
            }
        }
    }

    static TransportResponse read(ClassicHttpResponse head, int maxBodyBytes) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : head.getHeaders()) {
            headers.putIfAbsent(header.getName(), header.getValue() == null ? "" : header.getValue());
        }
        return new TransportResponse(head.getCode(), headers, body(head.getEntity(), maxBodyBytes));
    }

    /** Not closed here: closing reads the rest, which may have no end. The connection is reused or dropped as a whole. */
    private static byte[] body(@Nullable HttpEntity entity, int maxBodyBytes) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        long announced = entity.getContentLength();
        if (announced > maxBodyBytes) {
            throw tooLarge(maxBodyBytes);
        }
        InputStream in = entity.getContent();
        return announced >= 0 && announced <= LARGEST_PROMISE
                ? announced(in, (int) announced)
                : unannounced(in, maxBodyBytes);
    }

    /** The stream ends there by itself, or fails if the connection does before. */
    private static byte[] announced(InputStream in, int length) throws IOException {
        byte[] body = new byte[length];
        if (in.readNBytes(body, 0, length) < length || in.read() >= 0) {
            throw new RefusedAnswerException("The answer is not as long as it says");
        }
        return body;
    }

    private static byte[] unannounced(InputStream in, int maxBodyBytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            if (count > maxBodyBytes - body.size()) {
                throw tooLarge(maxBodyBytes);
            }
            body.write(chunk, 0, count);
        }
        return body.toByteArray();
    }

    private static RefusedAnswerException tooLarge(int maxBodyBytes) {
        return new RefusedAnswerException("The answer is longer than its cap of " + maxBodyBytes + " bytes");
    }
}
