package io.okxconnect;

import io.okxconnect.check.KeyExpiry;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.site.TradingEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One line of "My exchanges": what is stored about an account, read without opening its secret. Immutable. */
public final class ConnectionSummary {
    private final CredentialMetadata metadata;
    private final @Nullable KeyExpiry expiry;
    private final Instant now;
    private final ConnectionState state;

    /**
     * Reads what is stored at one moment.
     *
     * @param usedSince a use of the key that is not stored; null if there is none
     * @param warning how long before its end a key "expires soon"
     */
    ConnectionSummary(CredentialMetadata metadata, @Nullable Instant usedSince, Instant now, Duration warning) {
        this.metadata = metadata;
        this.expiry = KeyLife.expiry(metadata, usedSince).orElse(null);
        this.now = now;
        ConnectionState stored = StatusRules.storedState(metadata);
        boolean soon = expiry != null && StatusRules.yieldsToExpiry(stored) && KeyLife.isSoon(expiry, now, warning);
        this.state = soon ? ConnectionState.EXPIRES_SOON : stored;
    }

    /**
     * The app's own name for the account.
     *
     * @return the id
     */
    public AccountId accountId() {
        return metadata.accountId();
    }

    /**
     * The OKX site of the account.
     *
     * @return its name, for example {@code global}
     */
    public String siteName() {
        return metadata.siteName();
    }

    /**
     * Live or demo.
     *
     * @return the environment
     */
    public TradingEnvironment environment() {
        return metadata.environment();
    }

    /**
     * How the credential came to the app.
     *
     * @return the origin
     */
    public CredentialOrigin origin() {
        return metadata.origin();
    }

    /**
     * The key's name at OKX.
     *
     * @return the label; empty if it has none
     */
    public Optional<String> label() {
        return metadata.label();
    }

    /**
     * Which key it is, in masked form.
     *
     * @return the masked key; empty for a credential without one
     */
    public Optional<String> maskedApiKey() {
        return metadata.maskedApiKey();
    }

    /**
     * The state at the last stored look; {@link ConnectionState#EXPIRES_SOON} in place of a harmless one if the key
     * comes close to its end.
     *
     * @return the state; {@link ConnectionState#UNCHECKED} if none was stored
     */
    public ConnectionState lastState() {
        return state;
    }

    /**
     * When that look was.
     *
     * @return the time; empty if none was stored
     */
    public Optional<Instant> checkedAt() {
        return metadata.checkedAt();
    }

    /**
     * When OKX will delete the key unless it is used before: 14 days after its last use that is known here, for a live
     * key that may trade and is bound to no IP address.
     *
     * @return the time; empty if the key does not expire or does not live any more, or if its last use is not known
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiry).map(KeyExpiry::expiresAt);
    }

    /**
     * How many full days were left until {@link #expiresAt()} when the accounts were listed.
     *
     * @return 0 to 14, 0 on the last day and after it; empty if {@link #expiresAt()} is
     */
    public OptionalLong daysLeft() {
        return expiry == null ? OptionalLong.empty() : OptionalLong.of(expiry.daysLeft(now));
    }

    /**
     * Everything that is stored beside the secret.
     *
     * @return the metadata
     */
    public CredentialMetadata metadata() {
        return metadata;
    }

    /** {@return id, site, environment and last state} */
    @Override
    public String toString() {
        return accountId() + " (" + siteName() + ", " + environment() + "): " + lastState();
    }
}
