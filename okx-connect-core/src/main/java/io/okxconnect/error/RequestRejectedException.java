package io.okxconnect.error;

/** OKX refused what was asked: a parameter, an order rule or a balance, see the code. */
public final class RequestRejectedException extends ExchangeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the refusal.
     *
     * @param error its facts
     */
    public RequestRejectedException(ExchangeError error) {
        super(error);
    }
}
