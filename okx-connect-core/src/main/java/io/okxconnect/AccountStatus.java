package io.okxconnect;

import io.okxconnect.check.KeyExpiry;
import io.okxconnect.credential.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The status of one connection. Changes happen one after the other and are published in that order, each once. Its lock
 * is held for the change alone, never while anything is waited for.
 */
final class AccountStatus {
    private final AccountId accountId;
    private final StatusEvents events;
    private final Supplier<Instant> now;
    private final Duration warning;
    private final Supplier<Optional<KeyExpiry>> expiry;
    private final ReentrantLock changing = new ReentrantLock();
    /** What the last look found. */
    private volatile ConnectionStatus found;
    /** As far as listeners know: they heard of its word and its findings' codes. */
    private volatile ConnectionStatus told;

    /**
     * A status that nobody was told of yet.
     *
     * @param warning how long before its end a key "expires soon"
     * @param expiry when the key in use dies if it is not used
     * @param first what is known at the beginning
     */
    AccountStatus(
            AccountId accountId,
            StatusEvents events,
            Supplier<Instant> now,
            Duration warning,
            Supplier<Optional<KeyExpiry>> expiry,
            ConnectionStatus first) {
        this.accountId = accountId;
        this.events = events;
        this.now = now;
        this.warning = warning;
        this.expiry = expiry;
        this.found = first;
        this.told = current();
    }

    /** The status as it reads now; what changed without a look is told by whoever notices first. */
    ConnectionStatus now() {
        ConnectionStatus current = current();
        // Findings change with looks alone, which tell of it themselves.
        return told.state() == current.state() ? current : tell(ConnectionEvent.Kind.NOTICED, () -> found);
    }

    /** Publishes that the account was connected, with its first status. */
    void begin(ConnectionStatus before) {
        changing.lock();
        try {
            publish(ConnectionEvent.Kind.CONNECTED, before, told);
        } finally {
            changing.unlock();
        }
    }

    /**
     * Takes over what a look found; one that was under way when the connection ended does not bring it back.
     *
     * @param change what changes together with the status, so that nobody sees the one without the other; made in any case
     */
    void become(ConnectionEvent.Kind kind, ConnectionStatus next, Runnable change) {
        changing.lock();
        try {
            change.run();
            tell(kind, () -> next);
        } finally {
            changing.unlock();
        }
    }

    /** Ends the status for good, once. */
    void end() {
        tell(ConnectionEvent.Kind.DISCONNECTED, () -> ConnectionStatus.of(ConnectionState.DISCONNECTED, now.get()));
    }

    /**
     * Ends the status for good because the account goes on elsewhere, or because all ends: no event.
     *
     * @return what listeners last heard of
     */
    ConnectionStatus endQuietly() {
        changing.lock();
        try {
            ConnectionStatus last = told;
            found = ConnectionStatus.of(ConnectionState.DISCONNECTED, now.get());
            told = found;
            return last;
        } finally {
            changing.unlock();
        }
    }

    private ConnectionStatus tell(ConnectionEvent.Kind kind, Supplier<ConnectionStatus> next) {
        changing.lock();
        try {
            if (found.state() == ConnectionState.DISCONNECTED) {
                return found;
            }
            found = next.get();
            ConnectionStatus before = told;
            ConnectionStatus after = current();
            told = after;
            if (kind == ConnectionEvent.Kind.CREDENTIAL_REPLACED || StatusRules.differ(before, after)) {
                publish(kind, before, after);
            }
            return after;
        } finally {
            changing.unlock();
        }
    }

    private void publish(ConnectionEvent.Kind kind, ConnectionStatus before, ConnectionStatus after) {
        events.publish(new ConnectionEvent(accountId, kind, before, after));
    }

    private ConnectionStatus current() {
        ConnectionStatus last = found;
        if (last.state() == ConnectionState.DISCONNECTED) {
            return last;
        }
        return last.at(now.get(), expiry.get().orElse(null), warning);
    }
}
