package io.okxconnect.error;

/** The account's own state stands in the way: frozen, restricted, wrong account or position mode, open orders or positions (59000), or a first set-up that only the web page offers (51070). */
public final class AccountStateException extends ExchangeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the refusal.
     *
     * @param error its facts
     */
    public AccountStateException(ExchangeError error) {
        super(error);
    }
}
