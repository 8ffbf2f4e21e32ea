package io.okxconnect;

import io.okxconnect.account.AccountApi;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.internal.account.HttpAccountApi;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A connector's connections: at most one for each account, made of what is stored when it is first asked for. */
final class OpenConnections {
    private final ExchangeConnector connector;
    private final StoredAccounts stored;
    private final AccountIndex index;
    private final AccountLocks locks;
    private final Map<AccountId, Connection> open = new ConcurrentHashMap<>();
    /** What was disconnected and could not be removed from the store yet: nothing is signed with it any more. */
    private final Map<AccountId, CredentialMetadata> leaving = new ConcurrentHashMap<>();

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
            CredentialMetadata found = stored.find(accountId);
            CredentialMetadata left = leaving.get(accountId);
            if (left != null && StoredFacts.isSameKey(left, found)) {
                throw new ConnectionClosedException(accountId.value());
            }
            Connection opened = opened(found);
            open.put(accountId, opened);
            endIfClosed(opened);
            return opened;
        });
    }

    private Connection opened(CredentialMetadata metadata) {
        AccountSession session = connector.session(metadata, () -> stored.open(metadata));
        ConnectionStatus status = ConnectionStatus.of(
                ConnectionState.UNCHECKED, metadata.checkedAt().orElse(Instant.EPOCH));
        return new Connection(connector, session, new HttpAccountApi(session::call), metadata, status);
    }

    /** Stores an account that was tried, and puts its connection in the place of an older one. */
    Connection keep(AccountSession session, AccountApi account, ApiKeyCredential credential, AccountInspection look) {
        AccountId accountId = session.accountId();
        return locks.with(accountId, () -> {
            connector.requireOpen();
            CredentialMetadata metadata = stored.keep(session, credential, look);
            index.add(metadata);
            leaving.remove(accountId);
            ConnectionStatus status = ConnectionStatus.of(look.report());
            Connection connection = new Connection(connector, session, account, metadata, status);
            connection.begin(endOlder(accountId));
            open.put(accountId, connection);
            endIfClosed(connection);
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
        AccountId accountId = connection.accountId();
        leaving.put(accountId, connection.stored());
        connection.end();
        locks.with(accountId, () -> {
            // A replacement that was under way has stored its key by now.
            CredentialMetadata left = connection.stored();
            leaving.put(accountId, left);
            if (stored.forget(left)) {
                index.remove(accountId);
            }
            leaving.remove(accountId, left);
            return open.remove(accountId, connection);
        });
    }

    /** When OKX last accepted a call of this account here; null if none yet. */
    @Nullable
    Instant lastUsedAt(AccountId accountId) {
        Connection connection = open.get(accountId);
        return connection == null ? null : connection.session().lastUsedAt();
    }

    void endAll() {
        open.values().forEach(Connection::endQuietly);
        open.clear();
    }
}
