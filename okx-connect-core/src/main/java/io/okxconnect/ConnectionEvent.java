package io.okxconnect;

import io.okxconnect.credential.AccountId;
import java.util.Objects;

/**
 * One change in the state of a connected account. Made when its status word or the set of its findings' codes changed,
 * and always when an account is connected, gets another credential, or is disconnected. Immutable, holds no secret.
 *
 * <p>For as long as an account is connected here, {@link #before()} of an event has the word and the findings' codes of
 * {@link #after()} of the one before. Closing the connector is no event.
 *
 * @param accountId the account
 * @param kind what led to it
 * @param before the status before; {@link ConnectionState#DISCONNECTED} if this connector had no connection of the account
 * @param after the status after
 */
public record ConnectionEvent(AccountId accountId, Kind kind, ConnectionStatus before, ConnectionStatus after) {

    /** What led to an event. Later versions may add kinds. */
    public enum Kind {
        /** The account was connected, for the first time or anew. */
        CONNECTED,
        /** A look found something else than before: {@link Connection#check()}, whoever called it. */
        CHECKED,
        /** Nobody looked: the key came close to its end, or was used again, and {@link Connection#status()} noticed. */
        NOTICED,
        /** The account goes on with another credential. */
        CREDENTIAL_REPLACED,
        /** The connection has ended, by {@link Connection#disconnect()} here or because the stored credential is gone. */
        DISCONNECTED
    }

    /**
     * Checks that no part is null.
     *
     * @param accountId the account
     * @param kind what led to it
     * @param before the status before
     * @param after the status after
     */
    public ConnectionEvent {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** {@return account, kind and the two words} */
    @Override
    public String toString() {
        return "ConnectionEvent[" + accountId + ", " + kind + ", " + before.state() + " -> " + after.state() + "]";
    }
}
