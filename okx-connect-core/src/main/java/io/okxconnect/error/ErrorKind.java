package io.okxconnect.error;

/** The kinds of refusal; each has an {@link ExchangeException} of its own. */
public enum ErrorKind {
    /** Who is calling was not accepted: {@link AuthenticationRejectedException}. */
    AUTHENTICATION,
    /** The key may not do this: {@link PermissionDeniedException}. */
    PERMISSION,
    /** Too many calls: {@link RateLimitedException}. */
    RATE_LIMIT,
    /** OKX could not serve the call: {@link ExchangeUnavailableException}. */
    UNAVAILABLE,
    /** The account's state stands in the way: {@link AccountStateException}. */
    ACCOUNT_STATE,
    /** What was asked is not possible: {@link RequestRejectedException}. */
    REJECTED
}
