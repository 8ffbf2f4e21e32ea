package io.okxconnect;

import io.okxconnect.credential.AccountId;
import java.util.Objects;

/** How one account is doing after {@link ExchangeConnector#checkAll()}. Immutable. */
public final class CheckAllResult {
    private final AccountId accountId;
    private final ConnectionStatus status;

    CheckAllResult(AccountId accountId, ConnectionStatus status) {
        this.accountId = Objects.requireNonNull(accountId, "accountId");
        this.status = Objects.requireNonNull(status, "status");
    }

    /**
     * Which account.
     *
     * @return the app's own name for it
     */
    public AccountId accountId() {
        return accountId;
    }

    /**
     * How it is doing: the word, what the checks said, or why the look failed.
     *
     * @return the status; {@link ConnectionState#DISCONNECTED} if nothing is stored for the account (any more)
     */
    public ConnectionStatus status() {
        return status;
    }

    /** {@return account and status} */
    @Override
    public String toString() {
        return accountId + ": " + status;
    }
}
