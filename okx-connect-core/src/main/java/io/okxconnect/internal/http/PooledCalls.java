package io.okxconnect.internal.http;

import io.okxconnect.spi.TransportResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Runs one call on a connection of the pool: lease, open if new, exchange, give back or drop. */
final class PooledCalls {
    private static final String ID = "okx-connect";

    /** The call's own deadline ends the wait long before. */
    private static final Timeout LONGER_THAN_ANY_CALL = Timeout.ofDays(2);

    /** Shorter than the idle limit of usual edge servers, so that it is seldom they who close first. */
    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(30);

    private final HttpClientConnectionManager pool;
    private final String userAgent;

    PooledCalls(HttpClientConnectionManager pool, String userAgent) {
        this.pool = pool;
        this.userAgent = userAgent;
    }

    TransportResponse run(HttpRoute route, ClassicHttpRequest request, int maxBodyBytes, CallProgress call)
            throws IOException, HttpException {
        CallContext context = new CallContext(call);
        ConnectionEndpoint endpoint = lease(route, call);
        TimeValue keepAlive = null;
        try {
            if (!endpoint.isConnected()) {
                open(endpoint, route, context);
            }
            ClassicHttpResponse head = endpoint.execute(ID, request, Exchange::send, context);
            TransportResponse answer = AnswerReader.read(head, maxBodyBytes);
            if (!call.finish()) {
                throw new CallAbortedException();
            }
            keepAlive = keepAlive(request, head, context);
            return answer;
        } finally {
            giveBack(endpoint, keepAlive);
        }
    }

    private ConnectionEndpoint lease(HttpRoute route, CallProgress call) throws IOException {
        LeaseRequest lease = pool.lease(ID, route, Timeout.DISABLED, null);
        call.onAbort(lease::cancel);
        try {
            return lease.get(LONGER_THAN_ANY_CALL);
        } catch (CancellationException aborted) {
            // The pool cancels by itself if the thread is interrupted while it waits for the pool's lock.
            throw Thread.currentThread().isInterrupted() ? new InterruptedIOException() : new CallAbortedException();
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("no connection");
        } catch (InterruptedException interrupted) {
            if (!lease.cancel()) {
                giveBackLateLease(lease);
            }
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** The connection was granted in the very moment of the interrupt: without this the pool would be one short for good. */
    private void giveBackLateLease(LeaseRequest lease) {
        try {
            giveBack(lease.get(LONGER_THAN_ANY_CALL), null);
        } catch (InterruptedException | ExecutionException | TimeoutException | CancellationException nothingGranted) {
            // Then there is nothing to give back.
        }
    }

    private void open(ConnectionEndpoint endpoint, HttpRoute route, CallContext context)
            throws IOException, HttpException {
        pool.connect(endpoint, null, context);
        if (route.isTunnelled()) {
            ClassicHttpRequest tunnelRequest = Exchange.tunnelRequest(route.getTargetHost(), userAgent);
            endpoint.execute(ID, tunnelRequest, Exchange::openTunnel, context);
            if (route.isLayered()) {
                pool.upgrade(endpoint, context);
            }
        }
    }

    private static @Nullable TimeValue keepAlive(
            ClassicHttpRequest request, ClassicHttpResponse head, CallContext context) {
        if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, head, context)) {
            return null;
        }
        if (!head.containsHeader("Keep-Alive")) {
            return LONGEST_IDLE;
        }
        TimeValue offered = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(head, context);
        return TimeValue.isPositive(offered) ? offered.min(LONGEST_IDLE) : null;
    }

    private void giveBack(ConnectionEndpoint endpoint, @Nullable TimeValue keepAlive) {
        if (keepAlive == null) {
            endpoint.close(CloseMode.IMMEDIATE);
        }
        pool.release(endpoint, null, keepAlive == null ? TimeValue.ZERO_MILLISECONDS : keepAlive);
    }
}
