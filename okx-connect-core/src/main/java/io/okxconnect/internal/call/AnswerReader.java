package io.okxconnect.internal.call;

import io.okxconnect.error.EdgeRefusedException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.rest.HttpMethod;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether an answer is a success. The body's {@code code} counts whatever the HTTP status; the status counts only where
 * there is no code.
 */
final class AnswerReader {
    private AnswerReader() {}

    static RestResponse read(RestRequest request, TransportRequest sent, TransportResponse answer) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            throw redirected(request, status);
        }
        RestResponse response = envelope(request, answer)
                .orElseThrow(() -> isEdge(status) ? edgeRefused(request, status) : Refusals.byStatus(request, answer));
        if (Rows.mayDecide(response)) {
            Optional<RefusalFacts> refused = Rows.refusal(request, response, () -> secretValues(sent));
            if (refused.isPresent()) {
                throw Refusals.byCode(request, answer, refused.get());
            }
        }
        boolean accepted = response.code().equals(Rows.ALL_ACCEPTED) || Rows.anyAccepted(response);
        if (accepted && status < 400) {
            return response;
        }
        if (accepted) {
            throw new MalformedResponseException(
                    request.endpoint(), status, "no success under a failure status", ifUnreadable(request));
        }
        throw Refusals.byCode(
                request,
                answer,
                new RefusalFacts(
                        response.code(), response.subCode(), Rows.text(response.root(), "msg", secretValues(sent))));
    }

    static Outcome ifUnreadable(RestRequest request) {
        return request.method() == HttpMethod.GET ? Outcome.NOT_DONE : Outcome.UNKNOWN;
    }

    /** Empty if the answer is not OKX's and its status says why. */
    private static Optional<RestResponse> envelope(RestRequest request, TransportResponse answer) {
        RestResponse response;
        try {
            response = RestResponse.read(request.endpoint(), answer.status(), ifUnreadable(request), answer.body());
        } catch (MalformedResponseException e) {
            if (answer.status() >= 400) {
                return Optional.empty();
            }
            throw e;
        }
        if (!response.code().isEmpty()) {
            return Optional.of(response);
        }
        if (answer.status() >= 400) {
            return Optional.empty();
        }
        throw new MalformedResponseException(
                request.endpoint(), answer.status(), "an envelope with a member \"code\"", ifUnreadable(request));
    }

    /** Statuses that a server in front of OKX gives; 429 and 5xx have a meaning of their own. */
    private static boolean isEdge(int status) {
        return status >= 400 && status < 500 && status != 429;
    }

    private static OkxConnectException edgeRefused(RestRequest request, int status) {
        boolean passes = status == 403 || status == 408;
        return new EdgeRefusedException(
                request.endpoint() + " was answered with HTTP " + status + " and no OKX envelope: a server in front of"
                        + " OKX, or a proxy, refused it.",
                status == 404
                        ? "Check the path of the request first, then whether the site's REST host is the right one."
                        : "Check that the site's REST host is reachable from here and not blocked, then try again.",
                advice(request, passes ? RetryAdvice.WAIT : RetryAdvice.FIX),
                TransportPhase.RESPONSE_BODY,
                status);
    }

    private static OkxConnectException redirected(RestRequest request, int status) {
        return new EdgeRefusedException(
                request.endpoint() + " was answered with a redirect (HTTP " + status + "), which is never followed.",
                "Check the site's REST host, and whether a proxy or a login page stands in between.",
                advice(request, RetryAdvice.FIX),
                TransportPhase.RESPONSE_HEAD,
                status);
    }

    private static RetryAdvice advice(RestRequest request, RetryAdvice forRead) {
        return request.method() == HttpMethod.GET ? forRead : RetryAdvice.ASK;
    }

    /** What was sent in secret, so that no echo of it is kept. */
    private static List<String> secretValues(TransportRequest sent) {
        List<String> secrets = new ArrayList<>();
        for (Map.Entry<String, String> header : sent.headers().entrySet()) {
            if (!RequestAssembler.isPublic(header.getKey()) && header.getValue().length() >= 4) {
                secrets.add(header.getValue());
                if (header.getValue().startsWith(BearerHeaders.SCHEME)) {
                    secrets.add(header.getValue().substring(BearerHeaders.SCHEME.length()));
                }
            }
        }
        return secrets;
    }
}
