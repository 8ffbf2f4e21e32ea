package io.okxconnect.error;

/**
 * The OKX account, or another one of the same OKX customer, is stored under another id, and the app's policy does not allow both.
 * Nothing was stored. The message does not name the other id: it may belong to another user of the app.
 */
public final class DuplicateAccountException extends CredentialException {
    private static final long serialVersionUID = 1L;

    private DuplicateAccountException(String problem) {
        super(
                problem,
                "Disconnect the account where it is connected already, or connect one of another OKX account.",
                RetryAdvice.FIX,
                null);
    }

    /**
     * The same OKX account is stored under another id.
     *
     * @param accountId the id under which it was to be connected
     * @return the failure
     */
    public static DuplicateAccountException ofSameAccount(String accountId) {
        return new DuplicateAccountException("The OKX account that was to be connected as '" + accountId
                + "' is connected to this app already, under another id.");
    }

    /**
     * Another account of the same main account is stored under another id.
     *
     * @param accountId the id under which the new one was to be connected
     * @return the failure
     */
    public static DuplicateAccountException ofSameMainAccount(String accountId) {
        return new DuplicateAccountException("The OKX account that was to be connected as '" + accountId
                + "' belongs to the same main account as one that is connected to this app already, under another id.");
    }
}
