package io.okxconnect.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A credential store could not read or write; what was stored before is untouched. */
public final class CredentialStoreException extends CredentialException {
    private static final long serialVersionUID = 1L;

    /** Why a store failed. */
    public enum Reason {
        /** The password or key does not open this store. */
        WRONG_PASSWORD_OR_KEY,
        /** What is stored was damaged, changed from outside, or moved from another place. */
        CORRUPT,
        /** An older state of the store was put back while it was open. */
        ROLLED_BACK,
        /** Somebody else saved this account in between. */
        CONFLICT,
        /** The file or row was written by a newer version of okx-connect. */
        NEWER_FORMAT,
        /** Other users of the machine could read or replace the store. */
        UNSAFE_PERMISSIONS,
        /** Reading or writing failed below the store: disk full, read-only, I/O error, database not reachable. */
        IO,
        /** The tables of a store in a database were not created, or this user may not see them. */
        SCHEMA_MISSING,
        /** The key that opens the store could not be had from where it is kept. */
        KEY_UNAVAILABLE,
        /** The store was closed. */
        CLOSED
    }

    /** Why the store failed. */
    private final Reason reason;

    /**
     * Creates the failure.
     *
     * @param reason why
     * @param problem what happened, one sentence
     * @param nextStep what to do now, one sentence
     * @param cause the failure below, or null; never one whose message may hold a secret
     */
    public CredentialStoreException(Reason reason, String problem, String nextStep, @Nullable Throwable cause) {
        super(problem, nextStep, advice(reason), cause);
        this.reason = reason;
    }

    private static RetryAdvice advice(Reason reason) {
        return switch (Objects.requireNonNull(reason, "reason")) {
            case CONFLICT, IO -> RetryAdvice.WAIT;
            case CLOSED, NEWER_FORMAT, ROLLED_BACK, CORRUPT -> RetryAdvice.NO;
            case WRONG_PASSWORD_OR_KEY, UNSAFE_PERMISSIONS, SCHEMA_MISSING, KEY_UNAVAILABLE -> RetryAdvice.FIX;
        };
    }

    /**
     * Why the store failed.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
