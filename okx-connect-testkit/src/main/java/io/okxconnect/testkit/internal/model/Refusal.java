package io.okxconnect.testkit.internal.model;

/** A request that the exchange does not carry out, with the code that says why. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode errorCode;

    Refusal(ErrorCode errorCode, String message) {
        // A refusal is an answer, not a failure of the sandbox: no stack trace is worth its cost.
        super(message, null, false, false);
        this.errorCode = errorCode;
    }

    public ErrorCode errorCode() {
        return errorCode;
    }

    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
