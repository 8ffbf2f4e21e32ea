package io.okxconnect.testkit.internal.http;

import io.okxconnect.testkit.internal.rest.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.util.Arrays;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Puts one answer on the wire, whole or damaged. */
final class Wire {
    private final Request request;
    private final Response response;

    Wire(Request request, Response response) {
        this.request = request;
        this.response = response;
    }

    void send(Answer answer, FaultPlan.Delivery delivery) throws IOException, InterruptedException {
        if (delivery instanceof FaultPlan.ResetBeforeResponse) {
            throw reset();
        }
        head(answer);
        if (delivery instanceof FaultPlan.ResetMidBody) {
            half(answer);
            throw reset();
        }
        if (delivery instanceof FaultPlan.Truncated) {
            half(answer);
            throw close();
        }
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            if (delivery instanceof FaultPlan.Drip drip) {
                drip(out, answer.body(), drip.pacer());
            } else if (!request.getMethod().equals("HEAD")) {
                out.write(answer.body());
            }
        }
    }

    private void head(Answer answer) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("Content-Type", answer.contentType());
        response.getHeaders().put("Content-Length", answer.body().length);
    }

    private void half(Answer answer) throws IOException {
        OutputStream out = Content.Sink.asOutputStream(response);
        out.write(Arrays.copyOf(answer.body(), answer.body().length / 2));
        out.flush();
    }

    private static void drip(OutputStream out, byte[] body, FaultPlan.Pacer pacer)
            throws IOException, InterruptedException {
        for (int i = 0; i < body.length; i++) {
            pacer.beforeByte(i);
            out.write(body[i]);
            out.flush();
        }
    }

    /** Sends a TCP reset: a socket that lingers for zero seconds drops what it has and resets. */
    private EofException reset() throws IOException {
        if (endPoint().getTransport() instanceof NetworkChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
        return close();
    }

    private EofException close() {
        endPoint().close();
        // Jetty takes this exception as "the peer has gone" and stays quiet.
        return new EofException("closed by a fault");
    }

    private EndPoint endPoint() {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }
}
