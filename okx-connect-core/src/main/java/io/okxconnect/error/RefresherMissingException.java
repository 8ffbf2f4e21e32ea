package io.okxconnect.error;

/** An account's tokens have to be renewed, and the connector has nobody who could. */
public final class RefresherMissingException extends CredentialException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param accountId the account
     * @param refresher who would have to renew them, as it was named when the account was connected
     */
    public RefresherMissingException(String accountId, String refresher) {
        super(
                "The tokens of account '" + accountId + "' have expired, and this connector has no '" + refresher
                        + "' to renew them.",
                "Build the OAuth connector that connected the account with this exchange connector when the app starts.",
                RetryAdvice.FIX,
                null);
    }
}
