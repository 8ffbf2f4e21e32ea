package io.okxconnect.error;

/** A call on a connection that was disconnected or replaced, or whose connector was closed; nothing was signed for it. */
public final class ConnectionClosedException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param accountId the account of the connection
     */
    public ConnectionClosedException(String accountId) {
        super(
                "The connection of account '" + accountId
                        + "' has ended: the account was disconnected or connected anew,"
                        + " or the connector was closed.",
                "Ask an open connector for the account's connection, or connect the account again.",
                RetryAdvice.FIX,
                Outcome.NOT_DONE,
                null);
    }
}
