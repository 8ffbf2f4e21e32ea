package io.okxconnect.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OKX did not accept who is calling: key, passphrase, signature, timestamp, environment or IP address (50100 to 50119). */
public final class AuthenticationRejectedException extends ExchangeException {
    private static final long serialVersionUID = 1L;

    /** The address OKX saw, or null. */
    private final @Nullable String callerIp;

    /**
     * Creates the refusal.
     *
     * @param error its facts
     * @param callerIp the address that OKX saw, as it names it in 50110; null if it named none
     */
    public AuthenticationRejectedException(ExchangeError error, @Nullable String callerIp) {
        super(error);
        this.callerIp = callerIp;
    }

    /**
     * The address OKX saw the call come from: the one to add to the key's list after 50110.
     *
     * @return the address, or empty if OKX named none
     */
    public Optional<String> callerIp() {
        return Optional.ofNullable(callerIp);
    }
}
