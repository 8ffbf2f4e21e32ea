package io.okxconnect.error;

/** OKX could not serve the call: maintenance (50001), busy (50013), system error (50026), a timeout inside OKX (50004, 51149), or an HTTP 5xx answer. */
public final class ExchangeUnavailableException extends ExchangeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the refusal.
     *
     * @param error its facts
     */
    public ExchangeUnavailableException(ExchangeError error) {
        super(error);
    }
}
