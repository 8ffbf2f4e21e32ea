package io.okxconnect.spi;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One complete HTTP answer. */
public final class TransportResponse {
    private final int status;
    /** Names and values in turn: there are few, and hardly one is ever asked for. */
    private final String[] headers;

    private final byte[] body;

    /**
     * Creates an answer.
     *
     * @param status HTTP status
     * @param headers header values by name; of repeated headers the first counts
     * @param body the whole body; shared, must not be changed afterwards
     */
    public TransportResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = new String[2 * headers.size()];
        int next = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            this.headers[next++] = Objects.requireNonNull(header.getKey(), "header name");
            this.headers[next++] = Objects.requireNonNull(header.getValue(), "header value");
        }
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * The HTTP status.
     *
     * @return the status code
     */
    public int status() {
        return status;
    }

    /**
     * One header.
     *
     * @param name its name, in any case
     * @return its value, or empty if it was not sent
     */
    public Optional<String> header(String name) {
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equalsIgnoreCase(name)) {
                return Optional.of(headers[i + 1]);
            }
        }
        return Optional.empty();
    }

    /**
     * The whole body; shared, must not be changed. May hold account data or a fresh key: never log it.
     *
     * @return the bytes as they came
     */
    public byte[] body() {
        return body;
    }

    /** {@return status and size only} */
    @Override
    public String toString() {
        return "TransportResponse[HTTP " + status + ", " + body.length + " bytes]";
    }
}
