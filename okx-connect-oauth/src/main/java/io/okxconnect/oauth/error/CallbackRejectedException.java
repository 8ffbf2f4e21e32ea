package io.okxconnect.oauth.error;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import java.util.Objects;

/**
 * A callback that does not belong to an authorization that is pending here, or that cannot be trusted. No token call was made,
 * and the pending authorization, if there is one, stays open. Nothing of the callback is part of the failure.
 */
public final class CallbackRejectedException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /** Why a callback was rejected. */
    public enum Reason {
        /** The query breaks a rule: a parameter twice, a code together with an error, wrong characters, too long, or a fragment. */
        MALFORMED("The callback is malformed.", "Begin the authorization again."),
        /** There is no {@code state}. */
        STATE_MISSING("The callback has no state.", "Begin the authorization again; never act on such a callback."),
        /** The {@code state} is not pending: never issued here, used already, or forgotten since. */
        STATE_NOT_PENDING(
                "The state of the callback is not pending: it was never issued, was used already, or has been forgotten.",
                "Begin the authorization again."),
        /** The {@code state} was issued too long ago. */
        STATE_EXPIRED("The authorization took too long.", "Begin it again and finish it within ten minutes."),
        /** The {@code state} was issued to another browser session. */
        OTHER_SESSION(
                "The authorization was begun in another browser session.",
                "Begin and finish it in the same session; if nobody switched browsers, someone may be tampering."),
        /** The {@code state} was issued for another profile or redirect URI. */
        OTHER_FLOW(
                "The authorization was begun for another flow.",
                "Pass the callback to the connector that began the authorization."),
        /** The {@code domain} is no known OKX site. */
        DOMAIN_UNKNOWN(
                "The callback names a domain that is no known OKX site.",
                "Do not trust this callback; begin the authorization again."),
        /** The {@code domain} is an OKX site that the app has not enabled. */
        SITE_NOT_ENABLED(
                "The site of the user's account is not enabled.",
                "Enable the site, or tell the user that accounts of that site cannot be connected."),
        /** The {@code domain} is an enabled site, but not the one where the authorization was begun. */
        OTHER_SITE(
                "The callback comes from another OKX site than the one where the authorization was begun.",
                "Begin the authorization again at the user's own site."),
        /** There is no {@code iss}, although the server is known to send it (RFC 9207). */
        ISSUER_MISSING(
                "The callback does not name its issuer.",
                "Begin the authorization again; a server may have been mixed up."),
        /** The {@code iss} is another server's (RFC 9207). */
        ISSUER_MISMATCH(
                "The callback names another issuer.",
                "Begin the authorization again; a server may have been mixed up.");

        private final String problem;
        private final String nextStep;

        Reason(String problem, String nextStep) {
            this.problem = problem;
            this.nextStep = nextStep;
        }
    }

    /** Why it was rejected. */
    private final Reason reason;

    /**
     * Creates the failure.
     *
     * @param reason why the callback was rejected
     */
    public CallbackRejectedException(Reason reason) {
        super(
                Objects.requireNonNull(reason, "reason").problem,
                reason.nextStep,
                RetryAdvice.FIX,
                Outcome.NOT_DONE,
                null);
        this.reason = reason;
    }

    /**
     * Why the callback was rejected.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
