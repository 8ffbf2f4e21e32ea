package io.okxconnect.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One HTTP request as it goes on the wire. Immutable; the body is shared, not copied, so nobody may change it. */
public final class TransportRequest {
    private final String method;
    private final URI base;
    private final String requestPath;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Duration timeout;
    private final int maxBodyBytes;

    /**
     * Creates a request.
     *
     * @param method upper-case HTTP method
     * @param base scheme, host and port
     * @param requestPath path with query, already encoded: exactly what was signed
     * @param headers header values by name, in sending order
     * @param body the exact bytes to send; empty for none
     * @param timeout limit of the whole call, body of the answer included
     * @param maxBodyBytes most bytes to read of the answer's body
     */
    public TransportRequest(
            String method,
            URI base,
            String requestPath,
            Map<String, String> headers,
            byte[] body,
            Duration timeout,
            int maxBodyBytes) {
        this.method = Objects.requireNonNull(method, "method");
        this.base = Objects.requireNonNull(base, "base");
        this.requestPath = Objects.requireNonNull(requestPath, "requestPath");
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = Objects.requireNonNull(body, "body");
        this.timeout = Objects.requireNonNull(timeout, "timeout");
        this.maxBodyBytes = maxBodyBytes;
    }

    /**
     * The HTTP method.
     *
     * @return upper case
     */
    public String method() {
        return method;
    }

    /**
     * Where to connect.
     *
     * @return scheme, host and port
     */
    public URI base() {
        return base;
    }

    /**
     * Path with query, exactly as signed. May hold identifiers: keep it out of logs from the {@code ?} on.
     *
     * @return the request target
     */
    public String requestPath() {
        return requestPath;
    }

    /**
     * The headers. Their values hold credentials: never log them.
     *
     * @return unmodifiable, in sending order
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * The exact bytes to send; shared, must not be changed.
     *
     * @return empty for none
     */
    public byte[] body() {
        return body;
    }

    /**
     * Limit of the whole call.
     *
     * @return the limit
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Most bytes to read of the answer's body.
     *
     * @return the cap in bytes
     */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /**
     * Method and path without query.
     *
     * @return for messages and logs
     */
    public String endpoint() {
        int query = requestPath.indexOf('?');
        return method + " " + (query < 0 ? requestPath : requestPath.substring(0, query));
    }

    /** {@return the endpoint only; never headers, query or body} */
    @Override
    public String toString() {
        return "TransportRequest[" + endpoint() + "]";
    }
}
