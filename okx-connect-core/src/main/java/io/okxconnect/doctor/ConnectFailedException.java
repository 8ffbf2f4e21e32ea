package io.okxconnect.doctor;

import io.okxconnect.error.OkxConnectException;
import java.util.Locale;
import java.util.Objects;

/**
 * An account could not be connected: OKX refused the key, the gate of the app's requirements did, or OKX could not be asked.
 * Carries the one cause. Nothing was stored, and what was stored before is untouched.
 *
 * <p>{@link #getCause()} is the first failure with its type and facts, for example an {@link
 * io.okxconnect.error.AuthenticationRejectedException}; {@link #isRetryable()} and {@link #retryAdvice()} are its own.
 */
public final class ConnectFailedException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnosis diagnosis;

    /**
     * Creates the failure.
     *
     * @param diagnosis why
     * @param first the failure that the connect met first
     */
    public ConnectFailedException(Diagnosis diagnosis, OkxConnectException first) {
        super(
                problem(diagnosis),
                diagnosis.nextStep(Locale.ENGLISH),
                Objects.requireNonNull(first, "first").retryAdvice(),
                first.outcome(),
                first);
        this.diagnosis = diagnosis;
    }

    private static String problem(Diagnosis diagnosis) {
        String evidence = String.join(" ", diagnosis.evidence(Locale.ENGLISH));
        return diagnosis.summary(Locale.ENGLISH) + (evidence.isEmpty() ? "" : " Evidence: " + evidence);
    }

    /**
     * Why the account could not be connected.
     *
     * @return the diagnosis
     */
    public Diagnosis diagnosis() {
        return diagnosis;
    }
}
