package io.okxconnect.error;

/** The key is fine but may not do this: permission missing (50120), endpoint closed to it (50030), or an IP-bound key is required (50035). */
public final class PermissionDeniedException extends ExchangeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the refusal.
     *
     * @param error its facts
     */
    public PermissionDeniedException(ExchangeError error) {
        super(error);
    }
}
