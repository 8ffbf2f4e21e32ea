package io.okxconnect.rest;

import io.okxconnect.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One REST call to OKX: method, path, query and body (OKX V5 docs, "Making Requests"). Immutable and safe for use by many
 * threads; what it holds is what is signed and sent, byte for byte.
 *
 * <pre>{@code
 * RestRequest.get("/api/v5/trade/orders-pending").query("instType", "SWAP").build()
 * }</pre>
 *
 * <p>Every rule is checked while building, before anything is sent.
 */
public final class RestRequest {
    private static final byte[] NO_BODY = {};

    private final HttpMethod method;
    private final String path;
    private final String endpoint;
    private final String query;
    private final @Nullable String body;
    private final boolean signed;
    private final @Nullable Instant expTime;
    private final Duration timeout;
    private final int maxBodyBytes;

    private RestRequest(Builder builder) {
        this.method = builder.method;
        this.path = builder.path;
        this.endpoint = method + " " + path;
        this.query = builder.query.toString();
        this.body = builder.body == null && builder.method.hasBody() ? "{}" : builder.body;
        this.signed = builder.signed;
        this.expTime = builder.expTime;
        this.timeout = builder.timeout == null ? RequestLimits.timeout(builder.method) : builder.timeout;
        this.maxBodyBytes = builder.maxBodyBytes == 0 ? RequestLimits.maxBodyBytes(builder.path) : builder.maxBodyBytes;
    }

    private RestRequest(RestRequest other, String body) {
        this.method = other.method;
        this.path = other.path;
        this.endpoint = other.endpoint;
        this.query = other.query;
        this.body = body;
        this.signed = other.signed;
        this.expTime = other.expTime;
        this.timeout = other.timeout;
        this.maxBodyBytes = other.maxBodyBytes;
    }

    /**
     * Starts a read. Reads are repeated on their own when a failure passes by itself.
     *
     * @param path {@code /api/v5/...}, without query
     * @return a builder
     * @throws InvalidArgumentException if the path breaks a rule
     */
    public static Builder get(String path) {
        return of(HttpMethod.GET, path);
    }

    /**
     * Starts a write. Writes are sent once, whatever happens. Without a body {@code {}} is sent, which OKX wants.
     *
     * @param path {@code /api/v5/...}, without query
     * @return a builder
     * @throws InvalidArgumentException if the path breaks a rule
     */
    public static Builder post(String path) {
        return of(HttpMethod.POST, path);
    }

    /**
     * Starts a call with any method. Everything but GET counts as a write.
     *
     * @param method the HTTP method
     * @param path {@code /api/v5/} and segments of letters, digits, {@code -} and {@code _}; without query
     * @return a builder
     * @throws InvalidArgumentException if the path breaks a rule
     */
    public static Builder of(HttpMethod method, String path) {
        return new Builder(Objects.requireNonNull(method, "method"), RequestLimits.checkedPath(path));
    }

    /**
     * The HTTP method.
     *
     * @return the method
     */
    public HttpMethod method() {
        return method;
    }

    /**
     * Path with query, encoded: the form that is signed and sent.
     *
     * @return for example {@code /api/v5/account/balance?ccy=BTC,ETH}
     */
    public String requestPath() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /**
     * Method and path without query: how messages and logs name this call.
     *
     * @return for example {@code GET /api/v5/account/balance}
     */
    public String endpoint() {
        return endpoint;
    }

    /**
     * The body as it is signed and sent.
     *
     * @return UTF-8 bytes, a fresh array; empty for none
     */
    public byte[] body() {
        return body == null ? NO_BODY : body.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The same call with another body.
     *
     * @param json as for {@link Builder#bodyJson}
     * @return a changed copy
     * @throws InvalidArgumentException if the method takes no body, or it is not JSON or neither object nor array
     */
    public RestRequest withBodyJson(String json) {
        RequestLimits.checkBody(method, JsonValue.parse(json));
        return new RestRequest(this, json);
    }

    /**
     * Whether the call carries the account's credential.
     *
     * @return false after {@link Builder#unsigned()}
     */
    public boolean isSigned() {
        return signed;
    }

    /**
     * When OKX shall no longer accept the call.
     *
     * @return the time, or empty for no limit
     */
    public Optional<Instant> expTime() {
        return Optional.ofNullable(expTime);
    }

    /**
     * Limit of the whole call, repeats and waits included.
     *
     * @return 10 s for reads and 5 s for writes unless set
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Most bytes to read of an answer's body.
     *
     * @return 1 MiB unless set; 32 MiB for lists of instruments
     */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /** {@return the endpoint only; never query or body} */
    @Override
    public String toString() {
        return "RestRequest[" + endpoint() + "]";
    }

    /** Collects the parts of a {@link RestRequest}. Not safe for use by more than one thread. */
    public static final class Builder {
        private final HttpMethod method;
        private final String path;
        private final QueryString query = new QueryString();
        private @Nullable String body;
        private boolean signed = true;
        private @Nullable Instant expTime;
        private @Nullable Duration timeout;
        private int maxBodyBytes;

        private Builder(HttpMethod method, String path) {
            this.method = method;
            this.path = path;
        }

        /**
         * Adds a query parameter; parameters keep this order. The value is percent-encoded once.
         *
         * @param name letters, digits and {@code _}
         * @param value not empty; lists are joined with commas
         * @return this
         * @throws InvalidArgumentException if the name breaks its rule, comes twice, or the value is empty or over 2,000 characters
         */
        public Builder query(String name, String value) {
            query.add(name, value);
            return this;
        }

        /**
         * Sets the body to a JSON object.
         *
         * @param members as for {@link JsonValue#from}; OKX wants numbers as text
         * @return this
         * @throws InvalidArgumentException if the method takes no body or a value has an unusable type
         */
        public Builder body(Map<String, ?> members) {
            return body(JsonValue.from(members));
        }

        /**
         * Sets the body to a JSON array, as batch calls want it.
         *
         * @param items as for {@link JsonValue#from}
         * @return this
         * @throws InvalidArgumentException if the method takes no body or a value has an unusable type
         */
        public Builder body(List<?> items) {
            return body(JsonValue.from(items));
        }

        /**
         * Sets the body.
         *
         * @param json an object or array
         * @return this
         * @throws InvalidArgumentException if the method takes no body, or it is neither object nor array
         */
        public Builder body(JsonValue json) {
            return text(json, json.toJson());
        }

        /**
         * Sends no body at all, which the few writes want that take no parameters, for example {@code users/oauth/delete-apikey}.
         *
         * @return this builder
         */
        public Builder withoutBody() {
            this.body = "";
            return this;
        }

        /**
         * Sets the body to JSON text of your own, sent character by character as it is.
         *
         * @param json one JSON object or array
         * @return this
         * @throws InvalidArgumentException if the method takes no body, or it is not JSON or neither object nor array
         */
        public Builder bodyJson(String json) {
            return text(JsonValue.parse(json), json);
        }

        private Builder text(JsonValue json, String text) {
            RequestLimits.checkBody(method, json);
            this.body = text;
            return this;
        }

        /**
         * Leaves the credential out, for public endpoints. Replaces signing.
         *
         * @return this
         */
        public Builder unsigned() {
            this.signed = false;
            return this;
        }

        /**
         * Lets OKX refuse the call when it is processed after this time (50036, 50037). OKX knows it for placing and amending
         * orders; it limits the request, not the life of the order.
         *
         * @param expTime by OKX's clock; sent in milliseconds
         * @return this
         */
        public Builder expTime(Instant expTime) {
            this.expTime = Objects.requireNonNull(expTime, "expTime");
            return this;
        }

        /**
         * Limits the whole call. Replaces the default of 10 s for reads and 5 s for writes.
         *
         * @param timeout 1 ms to 10 minutes
         * @return this
         * @throws InvalidArgumentException if out of range
         */
        public Builder timeout(Duration timeout) {
            this.timeout = RequestLimits.checkedTimeout(timeout);
            return this;
        }

        /**
         * Limits the answer's body. Replaces the default of 1 MiB (32 MiB for lists of instruments).
         *
         * @param maxBodyBytes 1 to 134,217,728 (128 MiB)
         * @return this
         * @throws InvalidArgumentException if out of range
         */
        public Builder maxBodyBytes(int maxBodyBytes) {
            this.maxBodyBytes = RequestLimits.checkedBodyBytes(maxBodyBytes);
            return this;
        }

        /**
         * Finishes the request. The builder can go on being used.
         *
         * @return the request
         */
        public RestRequest build() {
            return new RestRequest(this);
        }
    }
}
