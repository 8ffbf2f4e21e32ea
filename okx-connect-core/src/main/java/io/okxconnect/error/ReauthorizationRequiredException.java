package io.okxconnect.error;

import java.util.Objects;

/** The user's consent has ended, or cannot be renewed any more: nothing but the user's new consent helps. */
public final class ReauthorizationRequiredException extends CredentialException {
    private static final long serialVersionUID = 1L;

    /** The account. */
    private final String accountId;

    /**
     * Creates the failure.
     *
     * @param accountId the account
     * @param why what ended the consent, a sentence without the server's words
     */
    public ReauthorizationRequiredException(String accountId, String why) {
        super(
                "The user's consent for account '" + Objects.requireNonNull(accountId, "accountId") + "' has ended. "
                        + Objects.requireNonNull(why, "why"),
                "Let the user connect the account again through OKX's consent page; it keeps its id.",
                RetryAdvice.FIX,
                null);
        this.accountId = accountId;
    }

    /**
     * The account.
     *
     * @return its id
     */
    public String accountId() {
        return accountId;
    }
}
