package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.OkxConnectException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts stored with a connector. A key that was opened for a look alone is put away after it, so that watching 10,000
 * accounts does not bring 10,000 keys into memory; reading it again costs what noting the look's result costs anyway.
 */
final class StoredConnections implements WatchedAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(StoredConnections.class);

    private final ExchangeConnector connector;

    StoredConnections(ExchangeConnector connector) {
        this.connector = connector;
    }

    @Override
    public Map<AccountId, Boolean> list() {
        Map<AccountId, Boolean> stored = new HashMap<>();
        connector
                .stored()
                .list()
                .forEach(each -> stored.put(each.accountId(), isRefused(StatusRules.storedState(each))));
        return stored;
    }

    @Override
    public LookResult look(AccountId accountId) {
        try {
            Connection connection = connector.connection(accountId);
            try {
                check(connection);
                return LookResult.ANSWERED;
            } catch (ConnectionClosedException e) {
                return LookResult.GONE;
            } catch (OkxConnectException e) {
                return isRefused(connection.status().state()) ? LookResult.REFUSED : LookResult.FAILED_FOR_NOW;
            }
        } catch (CredentialNotFoundException | ConnectionClosedException e) {
            return LookResult.GONE;
        } catch (RuntimeException e) {
            LOG.warn("A look at a stored account failed: {}", e.getClass().getName());
            return LookResult.FAILED_FOR_NOW;
        }
    }

    /** Looks, and leaves no key in memory that was not there before. */
    void check(Connection connection) {
        boolean opensKey = !connection.session().holdsKey();
        try {
            connection.check();
        } finally {
            if (opensKey) {
                connector.locks().with(connection.accountId(), () -> putAway(connection));
            }
        }
    }

    /** With the account's lock: a key that takes the place of the stored one just now must stay open. */
    private static boolean putAway(Connection connection) {
        boolean asOpened = connection.keyNumber() == 1;
        if (asOpened) {
            connection.session().putKeyAway();
        }
        return asOpened;
    }

    private static boolean isRefused(ConnectionState state) {
        return StatusRules.isDead(state) || state == ConnectionState.INCORRECT_PERMISSIONS;
    }
}
