package io.okxconnect;

import io.okxconnect.credential.AccountId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link Connection#replaceCredential} did, and what is left to do at OKX. Immutable. */
public final class ReplacementReport {
    private final AccountId accountId;
    private final String maskedApiKey;
    private final @Nullable RemainingKey remaining;

    ReplacementReport(AccountId accountId, String maskedApiKey, @Nullable RemainingKey remaining) {
        this.accountId = Objects.requireNonNull(accountId, "accountId");
        this.maskedApiKey = Objects.requireNonNull(maskedApiKey, "maskedApiKey");
        this.remaining = remaining;
    }

    /**
     * The account, which keeps its id.
     *
     * @return the id
     */
    public AccountId accountId() {
        return accountId;
    }

    /**
     * The key that is used from now on.
     *
     * @return in masked form
     */
    public String maskedApiKey() {
        return maskedApiKey;
    }

    /**
     * The old key, which OKX still accepts until it is deleted there.
     *
     * @return which it is and where to delete it; empty if the new credential is the same key with a corrected secret key or
     *     passphrase, which must not be deleted
     */
    public Optional<RemainingKey> remaining() {
        return Optional.ofNullable(remaining);
    }

    /** {@return what was done and what is left, in words} */
    @Override
    public String toString() {
        String done = "'" + accountId + "' goes on with the key " + maskedApiKey + ".";
        return remaining == null
                ? done + " It is the same key as before; nothing is left to delete."
                : done + " The old one still exists at OKX. Next step: " + remaining.nextStep();
    }
}
