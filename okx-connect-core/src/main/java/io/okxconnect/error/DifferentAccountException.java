package io.okxconnect.error;

/**
 * The new credential belongs to another OKX account, site or environment than the one stored under that account id. What was
 * stored is untouched.
 */
public final class DifferentAccountException extends CredentialException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param accountId the id under which something else is stored
     * @param difference what differs, for example {@code "OKX user id"}
     */
    public DifferentAccountException(String accountId, String difference) {
        super(
                "Under the id '" + accountId + "' another account is stored: it differs in " + difference + ".",
                "Connect this key under an id of its own, or disconnect the stored account first.",
                RetryAdvice.FIX,
                null);
    }
}
