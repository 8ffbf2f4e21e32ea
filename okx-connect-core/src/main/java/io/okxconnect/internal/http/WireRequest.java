package io.okxconnect.internal.http;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.spi.TransportRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Turns our request into HttpClient's, or refuses it before anything is sent. HttpClient writes {@code ?} in place of a
 * character that a header cannot hold, so whatever gets that far must be right; and no message repeats the value.
 */
final class WireRequest {
    private static final Set<String> OURS = inAnyCase(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final String ONE_OF_METHODS = "must be one of " + METHODS;
    private static final Duration LONGEST = Duration.ofDays(1);

    private WireRequest() {}

    static ClassicHttpRequest of(TransportRequest request, HttpHost target, String userAgent) {
        check(request);
        ClassicHttpRequest wire = new BasicClassicHttpRequest(request.method(), null, null, request.requestPath());
        wire.addHeader("Host", Routes.hostHeader(target));
        // Without it a server may choose any encoding, and a compressed answer hides its size.
        wire.addHeader("Accept-Encoding", "identity");
        boolean ownAgent = false;
        for (var header : request.headers().entrySet()) {
            String name = header.getKey();
            checkHeader(name, header.getValue());
            ownAgent |= name.equalsIgnoreCase("User-Agent");
            wire.addHeader(name, header.getValue());
        }
        if (!ownAgent) {
            wire.addHeader("User-Agent", userAgent);
        }
        byte[] body = request.body();
        if (body.length > 0 || !request.method().equals("GET")) {
            wire.addHeader("Content-Length", Integer.toString(body.length));
            wire.setEntity(new ByteArrayEntity(body, null));
        }
        return wire;
    }

    private static void check(TransportRequest request) {
        require(METHODS.contains(request.method()), "method", ONE_OF_METHODS, "Write it in upper case.");
        String path = request.requestPath();
        require(
                path.startsWith("/") && all(path, WireRequest::isPathCharacter),
                "requestPath",
                "must begin with / and hold only visible ASCII characters other than #",
                "Percent-encode path and query before signing.");
        Duration timeout = request.timeout();
        require(
                timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(LONGEST) <= 0,
                "timeout",
                "must be more than 0 and at most one day",
                "OKX usually answers within a second; 10 s is a good limit.");
        require(request.maxBodyBytes() >= 0, "maxBodyBytes", "must not be negative", "1 MiB fits most answers.");
    }

    private static void checkHeader(String name, String value) {
        require(
                !name.isEmpty() && all(name, WireRequest::isTokenCharacter),
                "headers",
                "every name must be a token (RFC 9110, section 5.6.2)",
                "Use letters, digits and hyphens.");
        if (OURS.contains(name)) {
            throw new InvalidArgumentException(
                    "headers", name + " belongs to the transport", "Leave it out; it is set from the request.");
        }
        if (!all(value, WireRequest::isTextCharacter) || !value.strip().equals(value)) {
            throw new InvalidArgumentException(
                    "headers",
                    "the value of " + name + " must be printable Latin-1 text without blanks at its ends",
                    "Look for a line end or an invisible character that was pasted with it.");
        }
    }

    /** A loop, because a stream for each header is a tenth of what a call allocates. */
    private static boolean all(String text, IntPredicate rule) {
        for (int i = 0; i < text.length(); i++) {
            if (!rule.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> inAnyCase(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(set, names);
        return Collections.unmodifiableSet(set);
    }

    private static boolean isPathCharacter(int c) {
        return c > ' ' && c < 0x7f && c != '#';
    }

    private static boolean isTextCharacter(int c) {
        return (c >= ' ' && c <= '~') || (c >= 0xa0 && c <= 0xff) || c == '\t';
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static void require(boolean kept, String argument, String rule, String fix) {
        if (!kept) {
            throw new InvalidArgumentException(argument, rule, fix);
        }
    }
}
