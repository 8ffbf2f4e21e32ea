package io.okxconnect.error;

/** A call on a connection that was disconnected, or whose connector was closed; nothing was sent. */
public final class ConnectionClosedException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param accountId the account of the connection
     */
    public ConnectionClosedException(String accountId) {
        super(
                "The connection of account '" + accountId + "' is closed.",
                "Ask the connector for the account's connection again, or connect it anew.",
                RetryAdvice.FIX,
                Outcome.NOT_DONE,
                null);
    }
}
