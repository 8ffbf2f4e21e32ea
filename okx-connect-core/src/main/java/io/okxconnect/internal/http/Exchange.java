package io.okxconnect.internal.http;

import static io.okxconnect.error.TransportPhase.CONNECT;
import static io.okxconnect.error.TransportPhase.RESPONSE_BODY;
import static io.okxconnect.error.TransportPhase.RESPONSE_HEAD;
import static io.okxconnect.error.TransportPhase.SEND;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and the head of its answer over an open connection, written out in full: each step once, nothing is ever sent
 * again. HttpClient's execution chain with its retries, redirects, cookies, authentication and decompression is not used.
 */
final class Exchange {
    private static final int MOST_INTERIM_ANSWERS = 16;

    private Exchange() {}

    /** Sends the request; the returned head has its body still to be read from the connection. */
    static ClassicHttpResponse send(ClassicHttpRequest request, HttpClientConnection connection, HttpContext context)
            throws IOException, HttpException {
        CallProgress call = CallContext.callOf(context);
        QuietConnection quiet = (QuietConnection) connection;
        call.onAbort(quiet::abort);
        call.enter(SEND);
        quiet.serve(call);
        quiet.sendRequestHeader(request);
        quiet.sendRequestEntity(request);
        quiet.flush();
        call.enter(RESPONSE_HEAD);
        ClassicHttpResponse head = finalHead(quiet);
        AnswerReader.checkHead(head);
        if (MessageSupport.canResponseHaveBody(request.getMethod(), head)) {
            call.enter(RESPONSE_BODY);
            quiet.receiveResponseEntity(head);
        }
        return head;
    }

    /** The request that asks a proxy for a tunnel; nothing of the call itself is part of it. */
    static ClassicHttpRequest tunnelRequest(HttpHost target, String userAgent) {
        String authority = Routes.hostAndPort(target);
        ClassicHttpRequest request = new BasicClassicHttpRequest("CONNECT", null, null, authority);
        request.addHeader("Host", authority);
        request.addHeader("User-Agent", userAgent);
        return request;
    }

    /** Opens the tunnel, or fails while nothing of the call has left. */
    static ClassicHttpResponse openTunnel(
            ClassicHttpRequest tunnelRequest, HttpClientConnection connection, HttpContext context)
            throws IOException, HttpException {
        CallProgress call = CallContext.callOf(context);
        QuietConnection quiet = (QuietConnection) connection;
        call.onAbort(quiet::abort);
        call.enter(CONNECT);
        quiet.sendRequestHeader(tunnelRequest);
        quiet.flush();
        ClassicHttpResponse head = finalHead(quiet);
        if (head.getCode() / 100 != 2) {
            throw new RefusedAnswerException("The proxy refused the tunnel with HTTP " + head.getCode());
        }
        if (quiet.isDataAvailable(Timeout.ofMilliseconds(1))) {
            throw new RefusedAnswerException("The proxy sent more than its answer before TLS began");
        }
        return head;
    }

    private static ClassicHttpResponse finalHead(QuietConnection connection) throws IOException, HttpException {
        for (int interim = 0; interim <= MOST_INTERIM_ANSWERS; interim++) {
            ClassicHttpResponse head = connection.receiveResponseHeader();
            if (head.getCode() == 101) {
                throw new RefusedAnswerException("The server switched to a protocol that was not asked for");
            }
            if (head.getCode() >= 200) {
                return head;
            }
        }
        throw new RefusedAnswerException("The server sent more than " + MOST_INTERIM_ANSWERS + " interim answers");
    }
}
