package io.okxconnect.error;

/** No credential is stored under the account id that was asked for. */
public final class CredentialNotFoundException extends CredentialException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param accountId the id that was asked for
     */
    public CredentialNotFoundException(String accountId) {
        super(
                "No account is stored under the id '" + accountId + "'.",
                "Connect the account first, or list the stored ones with connections().",
                RetryAdvice.FIX,
                null);
    }
}
