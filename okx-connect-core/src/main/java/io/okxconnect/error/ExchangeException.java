package io.okxconnect.error;

/** OKX answered and refused. The subclass says which kind of refusal it is; {@link #code()} is OKX's own code. */
public abstract class ExchangeException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    private final transient ExchangeError error;
    /** OKX's code without its sub-code. */
    private final String code;

    /**
     * Creates a refusal.
     *
     * @param error its facts
     */
    protected ExchangeException(ExchangeError error) {
        super(
                error.problem() + " (" + origin(error) + ")",
                error.nextStep(),
                error.retryAdvice(),
                error.outcome(),
                null);
        this.error = error;
        this.code = error.code();
    }

    private static String origin(ExchangeError error) {
        if (error.httpStatus() == ExchangeError.NOT_SENT) {
            return error.endpoint() + ", not sent";
        }
        String code = error.code().isEmpty() ? "none" : error.code();
        return "OKX code " + code + ", " + error.endpoint() + ", HTTP " + error.httpStatus();
    }

    /**
     * All facts of the refusal.
     *
     * @return the facts
     */
    public final ExchangeError error() {
        return error;
    }

    /**
     * OKX's code without its sub-code.
     *
     * @return for example {@code 50111}; {@code ""} if the answer had none
     */
    public final String code() {
        return code;
    }

    /**
     * Which call was refused.
     *
     * @return method and path without query
     */
    public final String endpoint() {
        return error.endpoint();
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status code; OKX sends many refusals under 200; {@link ExchangeError#NOT_SENT} for a call that was held back
     */
    public final int httpStatus() {
        return error.httpStatus();
    }
}
