package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.http.Visit;
import io.okxconnect.testkit.internal.model.ApiKey;
import io.okxconnect.testkit.internal.rest.ApiRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request that arrived at the sandbox, as the journal keeps it, and what it was answered. Prints neither query, body
 * nor header values. Thread-safe.
 */
public final class SandboxRequest {
    private static final Set<String> HARMLESS = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "exptime",
            "host",
            "ok-access-timestamp",
            "transfer-encoding",
            "user-agent",
            "x-simulated-trading");

    private final Visit visit;
    private final ApiRequest request;

    SandboxRequest(Visit visit) {
        this.visit = visit;
        this.request = visit.request();
    }

    /**
     * The number of this request: 1 for the first that ever arrived at the sandbox.
     *
     * @return the number
     */
    public long number() {
        return visit.number();
    }

    /**
     * When the request arrived, by the sandbox's clock.
     *
     * @return the moment
     */
    public Instant arrivedAt() {
        return visit.arrivedAt();
    }

    /**
     * The HTTP method.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return request.method();
    }

    /**
     * The path without the query.
     *
     * @return such as {@code /api/v5/account/config}
     */
    public String path() {
        return request.path();
    }

    /**
     * The query as it came over the wire, without its question mark.
     *
     * @return still encoded; {@code ""} if there is none
     */
    public String query() {
        return request.query();
    }

    /**
     * The names of the headers.
     *
     * @return lower-case names in alphabetical order
     */
    public Set<String> headerNames() {
        return new TreeSet<>(request.headers().keySet());
    }

    /**
     * The value of a header that cannot hold a secret.
     *
     * @param name its name, in any case
     * @return the first value; empty if the request does not have the header
     * @throws IllegalArgumentException if the header may hold a secret: see {@link #revealHeader}
     */
    public Optional<String> header(String name) {
        if (!HARMLESS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "the header " + name + " may hold a secret: call revealHeader if that is what you want to see");
        }
        return value(name);
    }

    /**
     * The value of any header, secrets included: keep it out of logs.
     *
     * @param name its name, in any case
     * @return the first value; empty if the request does not have the header
     */
    public Optional<String> revealHeader(String name) {
        return value(name);
    }

    /**
     * The body as it came over the wire, read as UTF-8. It can hold secrets: keep it out of logs.
     *
     * @return the body; {@code ""} if there is none
     */
    public String revealBody() {
        return request.bodyText();
    }

    /**
     * How many bytes the body has.
     *
     * @return 0 or more
     */
    public int bodyLength() {
        return request.body().length;
    }

    /**
     * The environment that the request asked for.
     *
     * @return demo if it had {@code x-simulated-trading: 1}, else live
     */
    public SandboxEnvironment environment() {
        return request.isDemo() ? SandboxEnvironment.DEMO : SandboxEnvironment.LIVE;
    }

    /**
     * The site that the request went to.
     *
     * @return the site
     */
    public SandboxSite site() {
        return SandboxSite.valueOf(request.site());
    }

    /**
     * The API key that the request named, masked.
     *
     * @return its first and last four characters; empty if the request named none
     */
    public Optional<String> maskedApiKey() {
        return value("OK-ACCESS-KEY").map(ApiKey::mask);
    }

    /**
     * The HTTP status that was answered.
     *
     * @return the status; empty while there is no answer, and for good if a fault left the request without one
     */
    public OptionalInt status() {
        Visit.Outcome outcome = visit.outcome();
        return outcome == null ? OptionalInt.empty() : OptionalInt.of(outcome.status());
    }

    /**
     * The OKX code that was answered.
     *
     * @return such as {@code "0"}; empty while there is no answer, and for answers without a code
     */
    public Optional<String> code() {
        Visit.Outcome outcome = visit.outcome();
        return Optional.ofNullable(outcome).map(Visit.Outcome::code).filter(code -> !code.isEmpty());
    }

    /**
     * The fault that this request met.
     *
     * @return what was done, such as {@code reset before response}; empty for a request that was served as it should
     */
    public Optional<String> fault() {
        return Optional.ofNullable(visit.fault());
    }

    /**
     * Method, path, status and code.
     *
     * @return text without any secret
     */
    @Override
    public String toString() {
        Visit.Outcome outcome = visit.outcome();
        return request.method() + " " + request.path() + " -> "
                + (outcome == null ? "no answer" : outcome.status() + " " + outcome.code());
    }

    private Optional<String> value(String name) {
        return request.headers().containsKey(name.toLowerCase(Locale.ROOT))
                ? Optional.of(request.header(name))
                : Optional.empty();
    }
}
