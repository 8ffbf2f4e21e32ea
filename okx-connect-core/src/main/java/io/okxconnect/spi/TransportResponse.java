package io.okxconnect.spi;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** One complete HTTP answer. */
public final class TransportResponse {
    private final int status;
    private final Map<String, String> headers;
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
        Map<String, String> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(inAnyCase::putIfAbsent);
        this.headers = Collections.unmodifiableMap(inAnyCase);
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
        return Optional.ofNullable(headers.get(name));
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
