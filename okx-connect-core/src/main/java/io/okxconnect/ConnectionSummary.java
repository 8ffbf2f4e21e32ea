package io.okxconnect;

import io.okxconnect.account.ApiPermissions;
import io.okxconnect.account.BoundIp;
import io.okxconnect.check.KeyExpiry;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.site.TradingEnvironment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One line of "My exchanges": what is stored about an account, read without opening its secret. Immutable. */
public final class ConnectionSummary {
    private final CredentialMetadata metadata;

    ConnectionSummary(CredentialMetadata metadata) {
        this.metadata = Objects.requireNonNull(metadata, "metadata");
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
     * The state at the last stored look.
     *
     * @return the state; {@link ConnectionState#UNCHECKED} if none was stored
     */
    public ConnectionState lastState() {
        String stored = metadata.status().orElse("");
        return Arrays.stream(ConnectionState.values())
                .filter(state -> state.name().equals(stored))
                .findFirst()
                .orElse(ConnectionState.UNCHECKED);
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
     * When OKX will delete the key unless it is used before: 14 days after the last stored use, for a live key that may trade
     * and is bound to no IP address.
     *
     * @return the time; empty if the key does not expire, or if its last use is not known
     */
    public Optional<Instant> expiresAt() {
        List<BoundIp> ips = metadata.boundIps().filter(text -> !text.isBlank()).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(BoundIp::new)
                .toList();
        ApiPermissions permissions = ApiPermissions.parse(metadata.permissions().orElse(null));
        return metadata.lastUsedAt()
                .flatMap(used -> KeyExpiry.of(permissions, ips, metadata.environment(), used))
                .map(KeyExpiry::expiresAt);
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
