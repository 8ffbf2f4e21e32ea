package io.okxconnect.oauth.error;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A call of a token or revocation endpoint ended without tokens and without a refusal that has a code. A code or refresh token
 * that was sent is never sent again by okx-connect. Nothing of the answer is part of the failure.
 */
public final class TokenEndpointException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        /** HTTP 404 without a code: the path or the host is wrong. */
        NOT_FOUND(
                "there is no such endpoint",
                "Compare the token path and the host of the site with the server's documentation.",
                RetryAdvice.FIX,
                Outcome.NOT_DONE),
        /** HTTP 403 without a code: a server in front refused the caller. */
        BLOCKED_AT_EDGE(
                "a server in front of it blocked the call",
                "Check the User-Agent, the country and the IP address that the call comes from.",
                RetryAdvice.FIX,
                Outcome.NOT_DONE),
        /** HTTP 3xx, which is never followed. */
        REDIRECTED(
                "it answered with a redirect, which is never followed",
                "Check the address, and whether a proxy or a login page stands in between.",
                RetryAdvice.FIX,
                Outcome.UNKNOWN),
        /** HTTP 429 without a code. */
        RATE_LIMITED("too many calls", "Wait, then begin again more slowly.", RetryAdvice.WAIT, Outcome.NOT_DONE),
        /** HTTP 5xx without a code. */
        UNAVAILABLE(
                "the server, or one in front of it, failed",
                "Wait, then authorize again; the code or token that was sent may be used up.",
                RetryAdvice.ASK,
                Outcome.UNKNOWN),
        /** Not JSON, over a limit, or under another failure status without a code. */
        UNREADABLE(
                "the answer cannot be read",
                "Authorize again; if it stays so, check proxies in between.",
                RetryAdvice.ASK,
                Outcome.UNKNOWN),
        /** There is no access token, or one that cannot be sent in a header. */
        NO_ACCESS_TOKEN(
                "the answer holds no usable access token",
                "Authorize again; if it stays so, check that this is a token endpoint.",
                RetryAdvice.ASK,
                Outcome.UNKNOWN),
        /** The token type is missing or not {@code Bearer}. */
        TOKEN_TYPE(
                "the token is not of type Bearer",
                "Register the client for bearer tokens; other types are not supported.",
                RetryAdvice.FIX,
                Outcome.UNKNOWN),
        /** {@code expires_in} is not a whole number of seconds from 1 to ten years. */
        EXPIRY(
                "the lifetime of the token makes no sense",
                "Authorize again; if it stays so, report it to the server's operator.",
                RetryAdvice.ASK,
                Outcome.UNKNOWN),
        /** A refresh answered with scopes that the user had not granted (RFC 6749, section 6). */
        SCOPE_GREW(
                "the refreshed token has more rights than the user granted",
                "Do not use the connection; authorize again and compare the rights.",
                RetryAdvice.FIX,
                Outcome.UNKNOWN),
        /** The answer to a code names scopes that were not asked for. */
        SCOPE_WIDER(
                "the token has more rights than were asked for",
                "Do not use it; compare the scopes with the app's registration, then authorize again.",
                RetryAdvice.FIX,
                Outcome.UNKNOWN),
        /** The host that gave a stored account's tokens is not, or no longer, one of an enabled site; nothing was sent. */
        HOST_NOT_ENABLED(
                "the host that gave the tokens is none of an enabled site",
                "Enable the site and the host that the account was connected with.",
                RetryAdvice.FIX,
                Outcome.NOT_DONE),
        /** A registration was answered with other redirect URIs than were sent, or without them. */
        REGISTRATION_DIFFERS(
                "the answer registers other redirect URIs than were sent",
                "Do not use this client; check that this is the right server.",
                RetryAdvice.FIX,
                Outcome.UNKNOWN),
        /** The request went out and no complete answer came back. */
        OUTCOME_UNKNOWN(
                "no complete answer came back",
                "Authorize again: the code or token that was sent may be used up and is not sent twice.",
                RetryAdvice.ASK,
                Outcome.UNKNOWN);

        private final String problem;
        private final String nextStep;
        private final RetryAdvice advice;
        private final Outcome outcome;

        Reason(String problem, String nextStep, RetryAdvice advice, Outcome outcome) {
            this.problem = problem;
            this.nextStep = nextStep;
            this.advice = advice;
            this.outcome = outcome;
        }
    }

    /** What went wrong. */
    private final Reason reason;
    /** Method and path. */
    private final String endpoint;
    /** The HTTP status, or 0. */
    private final int httpStatus;

    /**
     * Creates the failure.
     *
     * @param reason what went wrong
     * @param endpoint method and path without query
     * @param httpStatus the HTTP status; 0 if no answer came
     */
    public TokenEndpointException(Reason reason, String endpoint, int httpStatus) {
        super(
                endpoint + (httpStatus == 0 ? "" : " (HTTP " + httpStatus + ")") + ": "
                        + Objects.requireNonNull(reason, "reason").problem + ".",
                reason.nextStep,
                reason.advice,
                reason.outcome,
                null);
        this.reason = reason;
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.httpStatus = httpStatus;
    }

    /**
     * What went wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Which call it was.
     *
     * @return method and path without query
     */
    public String endpoint() {
        return endpoint;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status; empty if no answer came
     */
    public OptionalInt httpStatus() {
        return httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }
}
