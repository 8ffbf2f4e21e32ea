package io.okxconnect.oauth.error;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import java.util.Objects;

/** The id of this device could neither be read nor made. */
public final class DeviceIdException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        /** The file exists and cannot be read. */
        CANNOT_READ("The file of the device id cannot be read.", "Give the app's own user the right to read it."),
        /** The file does not exist and cannot be made. */
        CANNOT_WRITE(
                "The file of the device id cannot be made.", "Name a file in a directory that exists and is writable."),
        /** The file holds something else. It is never overwritten. */
        MALFORMED(
                "The file of the device id holds no UUID.",
                "Name the right file, or remove it: the next connect makes a new id, and stored accounts keep theirs.");

        private final String problem;
        private final String nextStep;

        Reason(String problem, String nextStep) {
            this.problem = problem;
            this.nextStep = nextStep;
        }
    }

    /** What went wrong. */
    private final Reason reason;

    /**
     * Creates the failure.
     *
     * @param reason what went wrong
     */
    public DeviceIdException(Reason reason) {
        super(
                Objects.requireNonNull(reason, "reason").problem,
                reason.nextStep,
                RetryAdvice.FIX,
                Outcome.NOT_DONE,
                null);
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
