package io.okxconnect;

import io.okxconnect.account.AccountApi;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Credential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.internal.account.HttpAccountApi;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A connector's connections: at most one for each account, made of what is stored when it is first asked for. */
final class OpenConnections {
    private final ExchangeConnector connector;
    private final StoredAccounts stored;
    private final AccountIndex index;
    private final AccountLocks locks;
    private final Map<AccountId, Connection> open = new ConcurrentHashMap<>();
    /** Disconnected here while their keys are still stored: no connection is made of such a key any more. */
    private final Set<Connection> leaving = ConcurrentHashMap.newKeySet();

    OpenConnections(ExchangeConnector connector, StoredAccounts stored, AccountIndex index, AccountLocks locks) {
        this.connector = connector;
        this.stored = stored;
        this.index = index;
        this.locks = locks;
    }

    Connection of(AccountId accountId) {
        Connection known = open.get(accountId);
        if (known != null && !known.session().isClosed()) {
            return known;
        }
        return locks.with(accountId, () -> {
            Connection current = open.get(accountId);
            if (current != null && !current.session().isClosed()) {
                return current;
            }
            CredentialMetadata metadata = stored.find(accountId);
            requireNotLeaving(metadata);
            Connection opened = opened(metadata);
            open.put(accountId, opened);
            endIfClosed(opened);
            return opened;
        });
    }

    private void requireNotLeaving(CredentialMetadata metadata) {
        if (leaving.stream().anyMatch(connection -> StoredFacts.isSameKey(connection.stored(), metadata))) {
            throw new ConnectionClosedException(metadata.accountId().value());
        }
    }

    private Connection opened(CredentialMetadata metadata) {
        AccountSession session = connector.session(metadata, () -> stored.open(metadata));
        ConnectionStatus status = ConnectionStatus.of(
                StatusRules.firstState(metadata), metadata.checkedAt().orElse(Instant.EPOCH));
        return new Connection(connector, session, new HttpAccountApi(session::call), metadata, status);
    }

    /** Stores an account that was tried, and puts its connection in the place of an older one. */
    Connection keep(AccountSession session, AccountApi account, Credential credential, AccountInspection look) {
        AccountId accountId = session.accountId();
        return locks.with(accountId, () -> {
            connector.requireOpen();
            CredentialMetadata metadata = stored.keep(session, credential, look);
            index.add(metadata);
            leaving.removeIf(connection -> connection.accountId().equals(accountId));
            // Storing takes its time; listeners must not hear of a connection that is not handed out.
            connector.requireOpen();
            ConnectionStatus status = ConnectionStatus.of(look.report());
            Connection connection = new Connection(connector, session, account, metadata, status);
            connection.begin(endOlder(accountId));
            open.put(accountId, connection);
            if (connector.isClosed()) {
                // The account was connected, and the connector closed right after.
                connection.endQuietly();
            }
            return connection;
        });
    }

    private ConnectionStatus endOlder(AccountId accountId) {
        Connection older = open.get(accountId);
        return older == null ? ConnectionStatus.of(ConnectionState.DISCONNECTED, Instant.EPOCH) : older.endQuietly();
    }

    /** A connector may be closed between the moment that a connection was begun and the one that it could be seen. */
    private void endIfClosed(Connection connection) {
        if (connector.isClosed()) {
            connection.endQuietly();
            connector.requireOpen();
        }
    }

    /** Ends a connection and removes what is stored for it, unless a newer key took its place. */
    void disconnect(Connection connection) {
        // Before it ends: who finds it ended must not make another one of the key that is still stored.
        leaving.add(connection);
        connection.end();
        locks.with(connection.accountId(), () -> {
            endOf(connection.stored());
            if (stored.forget(connection.stored())) {
                index.remove(connection.accountId());
            }
            return leaving.remove(connection);
        });
    }

    /** Whatever was made of the key signs nothing more, even if the key cannot be removed. */
    private void endOf(CredentialMetadata metadata) {
        Connection current = open.get(metadata.accountId());
        if (current != null && StoredFacts.isSameKey(current.stored(), metadata)) {
            open.remove(metadata.accountId(), current);
            current.end();
        }
    }

    /** When OKX last accepted a call of this account here; null if none yet. */
    @Nullable
    Instant lastUsedAt(AccountId accountId) {
        Connection connection = open.get(accountId);
        return connection == null ? null : connection.session().lastUsedAt();
    }

    void endAll() {
        open.values().forEach(connection -> {
            connection.session().saveTokens();
            connection.endQuietly();
        });
        open.clear();
    }
}
