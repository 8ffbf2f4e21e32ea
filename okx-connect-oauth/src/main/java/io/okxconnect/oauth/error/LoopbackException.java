package io.okxconnect.oauth.error;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import java.util.Objects;

/** The loopback receiver of a desktop app could not listen, or no callback came. */
public final class LoopbackException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        /** The port is taken, or the address does not exist on this machine. */
        CANNOT_LISTEN(
                "The loopback receiver cannot listen on its address.",
                "End the program that holds the port, or let the receiver choose one.",
                RetryAdvice.FIX),
        /** There is no browser here, and nobody was named who shows the URL. */
        NO_BROWSER(
                "No browser could be opened.",
                "Set whenNoBrowser, so that the user can open the URL by hand.",
                RetryAdvice.FIX),
        /** No callback came in time. */
        TIMED_OUT("The user did not finish in the browser in time.", "Offer to begin again.", RetryAdvice.FIX),
        /** The waiting thread was interrupted. */
        INTERRUPTED("The wait for the browser was interrupted.", "Begin again if it is still wanted.", RetryAdvice.FIX),
        /** The receiver was closed, or has received its one callback already. */
        CLOSED("The loopback receiver is closed.", "Build a new receiver for every authorization.", RetryAdvice.FIX);

        private final String problem;
        private final String nextStep;
        private final RetryAdvice advice;

        Reason(String problem, String nextStep, RetryAdvice advice) {
            this.problem = problem;
            this.nextStep = nextStep;
            this.advice = advice;
        }
    }

    /** What went wrong. */
    private final Reason reason;

    /**
     * Creates the failure.
     *
     * @param reason what went wrong
     */
    public LoopbackException(Reason reason) {
        super(Objects.requireNonNull(reason, "reason").problem, reason.nextStep, reason.advice, Outcome.NOT_DONE, null);
        this.reason = reason;
    }

    /**
     * What went wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
