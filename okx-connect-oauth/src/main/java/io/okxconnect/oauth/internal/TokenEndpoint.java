package io.okxconnect.oauth.internal;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.TransportException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Calls a token endpoint. A call that certainly did not leave is repeated twice at most; once a byte may have left, a code or
 * refresh token may be used up, and nothing is ever sent again.
 */
public final class TokenEndpoint {
    private static final int MAX_BODY = 64 * 1024;
    private static final int MOST_TRIES = 3;

    private final HttpTransport transport;
    private final Dialect dialect;
    private final Duration timeout;
    private final LongSupplier nanoTime;
    private final int mostTries;

    public TokenEndpoint(HttpTransport transport, Dialect dialect, Duration timeout, LongSupplier nanoTime) {
        this(transport, dialect, timeout, nanoTime, MOST_TRIES);
    }

    private TokenEndpoint(
            HttpTransport transport, Dialect dialect, Duration timeout, LongSupplier nanoTime, int mostTries) {
        this.transport = transport;
        this.dialect = dialect;
        this.timeout = timeout;
        this.nanoTime = nanoTime;
        this.mostTries = mostTries;
    }

    /** For callers that repeat calls themselves: every call is tried once. */
    public static TokenEndpoint triedOnce(
            HttpTransport transport, Dialect dialect, Duration timeout, LongSupplier nanoTime) {
        return new TokenEndpoint(transport, dialect, timeout, nanoTime, 1);
    }

    /** Asks for tokens. */
    public TokenReply tokens(URI endpoint, TokenCall call) {
        return TokenAnswer.read(dialect, name(endpoint), send(endpoint, call), call.values());
    }

    /** Asks for tokens at a second path, if there is nothing at the first: HTTP 404 without a code of OKX. */
    public TokenReply tokens(URI endpoint, URI fallback, TokenCall call) {
        try {
            return tokens(endpoint, call);
        } catch (TokenEndpointException e) {
            if (e.reason() != Reason.NOT_FOUND) {
                throw e;
            }
            return tokens(fallback, call);
        }
    }

    /** Revokes a token (RFC 7009): any 200 is success, a body does not matter. */
    public void revoke(URI endpoint, TokenCall call) {
        TransportResponse answer = send(endpoint, call);
        if (answer.status() != 200) {
            throw TokenAnswer.refusal(dialect, name(endpoint), answer, call.values());
        }
    }

    private TransportResponse send(URI endpoint, TokenCall call) {
        long begin = nanoTime.getAsLong();
        Duration left = timeout;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(request(endpoint, call, left));
            } catch (TransportException e) {
                if (e.requestMayHaveBeenSent()) {
                    throw new TokenEndpointException(Reason.OUTCOME_UNKNOWN, name(endpoint), 0);
                }
                left = timeout.minusNanos(nanoTime.getAsLong() - begin);
                if (attempt == mostTries || left.isNegative() || left.isZero()) {
                    throw e;
                }
            }
        }
    }

    private TransportResponse once(TransportRequest request) {
        try {
            return transport.execute(request);
        } catch (OkxConnectException | InvalidArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            // A transport of the app's own; its message may hold anything, so nothing of it goes on.
            throw new TokenEndpointException(Reason.OUTCOME_UNKNOWN, request.endpoint(), 0);
        } finally {
            Arrays.fill(request.body(), (byte) 0);
        }
    }

    private static String name(URI endpoint) {
        return "POST " + endpoint.getRawPath();
    }

    private static TransportRequest request(URI endpoint, TokenCall call, Duration limit) {
        return new TransportRequest(
                "POST",
                Addresses.base(endpoint),
                Addresses.target(endpoint),
                call.headers(),
                call.body(),
                limit,
                MAX_BODY);
    }
}
