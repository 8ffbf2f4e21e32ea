package io.okxconnect.internal.http;

import io.okxconnect.error.ProxyException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.internal.http.CallProgress.State;
import io.okxconnect.spi.TransportRequest;
import java.io.InterruptedIOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong in our own words. Of a failure below only the class gets into the message, and it never becomes the
 * cause: its own message may repeat what the other side sent.
 */
final class Failures {
    private static final String LOOK_FIRST =
            "A read can be repeated; after a write, look at the account before doing it again.";
    private static final String CHECK_NETWORK = "Check the network and OKX's status page, then repeat the call.";

    private Failures() {}

    static TransportException of(
            TransportRequest request, @Nullable HttpHost proxy, CallProgress call, Exception failure) {
        boolean sent = call.requestMayHaveBeenSent();
        TransportPhase phase = call.phase();
        if (call.state() == State.DEADLINE_PASSED) {
            return new TransportTimeoutException(phase, request.timeout(), sent);
        }
        if (call.state() == State.TRANSPORT_CLOSED) {
            return failure(
                    request,
                    call,
                    "the transport was closed",
                    "Open a new connector, then repeat the call.",
                    RetryAdvice.FIX);
        }
        if (failure instanceof OpeningLimitException limit) {
            if (proxy != null && isBeforeTls(phase)) {
                return proxyFailure(
                        request,
                        proxy,
                        phase,
                        "did not take the connection in " + limit.limit().toMillis() + " ms",
                        RetryAdvice.WAIT);
            }
            return new TransportTimeoutException(phase, limit.limit(), sent);
        }
        if (failure instanceof RefusedAnswerException refused) {
            if (proxy != null && isBeforeTls(phase)) {
                return proxyFailure(request, proxy, phase, "misbehaved: " + refused.getMessage(), RetryAdvice.FIX);
            }
            // Repeating a read would bring the same answer again.
            RetryAdvice afterSending = request.method().equals("GET") ? RetryAdvice.NO : RetryAdvice.ASK;
            return new TransportException(
                    request.endpoint() + ": " + refused.getMessage() + ".",
                    "Check the proxies on the way; if it stays so, report it to okx-connect.",
                    sent ? afterSending : RetryAdvice.FIX,
                    phase,
                    sent);
        }
        if (failure instanceof InterruptedIOException) {
            return failure(request, call, "the calling thread was interrupted", "Repeat the call.", RetryAdvice.WAIT);
        }
        return byPhase(request, proxy, call, failure);
    }

    private static TransportException byPhase(
            TransportRequest request, @Nullable HttpHost proxy, CallProgress call, Exception failure) {
        String host = request.base().getHost();
        String kind = " (" + failure.getClass().getSimpleName() + ")";
        if (proxy != null && isBeforeTls(call.phase())) {
            // It is the proxy whose name is looked up and to which the connection is opened.
            String problem = call.phase() == TransportPhase.RESOLVE
                    ? "has a name that could not be looked up"
                    : "could not be reached, or opened no tunnel";
            return proxyFailure(request, proxy, call.phase(), problem + kind, RetryAdvice.WAIT);
        }
        return switch (call.phase()) {
            case POOL -> failure(request, call, "no connection could be had" + kind, CHECK_NETWORK, RetryAdvice.WAIT);
            case RESOLVE ->
                failure(
                        request,
                        call,
                        "the name of " + host + " could not be looked up" + kind,
                        CHECK_NETWORK,
                        RetryAdvice.WAIT);
            case CONNECT ->
                failure(
                        request,
                        call,
                        "no connection to " + host + " could be opened" + kind,
                        CHECK_NETWORK,
                        RetryAdvice.WAIT);
            case TLS -> tlsFailure(request, call, host, kind, failure);
            case SEND ->
                failure(request, call, "the connection broke while sending" + kind, LOOK_FIRST, RetryAdvice.WAIT);
            case RESPONSE_HEAD ->
                failure(
                        request,
                        call,
                        failure instanceof NoHttpResponseException
                                ? "the server closed the connection without an answer" + kind
                                : "the answer's head could not be read" + kind,
                        LOOK_FIRST,
                        RetryAdvice.WAIT);
            case RESPONSE_BODY ->
                failure(
                        request,
                        call,
                        "the answer's body ended early or could not be read" + kind,
                        LOOK_FIRST,
                        RetryAdvice.WAIT);
        };
    }

    /** Where a failure is the proxy's: once its tunnel stands, what fails is on the way through it. */
    private static boolean isBeforeTls(TransportPhase phase) {
        return phase == TransportPhase.RESOLVE || phase == TransportPhase.CONNECT;
    }

    private static ProxyException proxyFailure(
            TransportRequest request, HttpHost proxy, TransportPhase phase, String problem, RetryAdvice advice) {
        String address = proxy.getHostName() + ":" + proxy.getPort();
        return new ProxyException(
                request.endpoint() + ": the proxy " + address + " " + problem + ".",
                "Check the proxy's address and port, that it runs, and that it may connect to OKX's host.",
                advice,
                phase,
                address);
    }

    private static TransportException tlsFailure(
            TransportRequest request, CallProgress call, String host, String kind, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException) {
                return failure(
                        request,
                        call,
                        "the certificate of " + host + " is not trusted or is not for this host" + kind,
                        "Check the clock, the host name and whether a proxy opens TLS; never switch the check off.",
                        RetryAdvice.FIX);
            }
        }
        boolean notTls = failure instanceof SSLException;
        return failure(
                request,
                call,
                "no TLS connection to " + host + kind,
                notTls ? "Check the address and its port, and whether a proxy on the way opens TLS." : CHECK_NETWORK,
                notTls ? RetryAdvice.FIX : RetryAdvice.WAIT);
    }

    private static TransportException failure(
            TransportRequest request, CallProgress call, String problem, String nextStep, RetryAdvice adviceIfNotSent) {
        boolean sent = call.requestMayHaveBeenSent();
        return new TransportException(
                request.endpoint() + ": " + problem + ".",
                sent ? LOOK_FIRST : nextStep,
                sent ? RetryAdvice.ASK : adviceIfNotSent,
                call.phase(),
                sent);
    }
}
