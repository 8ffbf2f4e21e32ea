package io.okxconnect;

import io.okxconnect.check.CheckReport;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.OkxConnectException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A look at a connected account and what follows from it for the status and the store. What a look with one key found
 * says nothing about the next key: if the key was replaced meanwhile, it looks again.
 */
final class AccountLook {
    private static final Logger LOG = LoggerFactory.getLogger(AccountLook.class);

    private final Connection connection;
    private final ExchangeConnector connector;

    private AccountLook(Connection connection, ExchangeConnector connector) {
        this.connection = connection;
        this.connector = connector;
    }

    static CheckReport at(Connection connection, ExchangeConnector connector) {
        AccountLook look = new AccountLook(connection, connector);
        while (true) {
            Optional<CheckReport> report = look.once();
            if (report.isPresent()) {
                return report.get();
            }
        }
    }

    /** Takes over what a call found out between two looks. */
    static void failed(Connection connection, ExchangeConnector connector, OkxConnectException failure) {
        AccountLook look = new AccountLook(connection, connector);
        try {
            look.settled(connection.keyNumber(), () -> look.noteFailure(failure));
        } catch (ConnectionClosedException ended) {
            LOG.debug("A refused call was the last one of its connection");
        }
    }

    /** Empty if the key was replaced meanwhile. */
    private Optional<CheckReport> once() {
        int key = connection.keyNumber();
        AccountInspection seen;
        try {
            seen = connector.inspect(connection.session(), connection.account());
            StoredFacts.requireSameUser(connection.stored(), seen.config());
        } catch (OkxConnectException e) {
            if (connection.session().isClosed()) {
                throw closed();
            }
            if (settled(key, () -> noteFailure(e))) {
                throw e;
            }
            return Optional.empty();
        }
        return settled(key, () -> note(seen)) ? Optional.of(seen.report()) : Optional.empty();
    }

    /** Runs the step, which says what is stored about the key by now, unless the key was replaced here. */
    private boolean settled(int key, Supplier<Optional<CredentialMetadata>> step) {
        return connector.locks().with(connection.accountId(), () -> {
            if (connection.keyNumber() != key) {
                return false;
            }
            if (step.get().isEmpty()) {
                connection.end();
                throw closed();
            }
            return true;
        });
    }

    private Optional<CredentialMetadata> note(AccountInspection seen) {
        Optional<CredentialMetadata> noted = connector.stored().note(connection.stored(), seen);
        noted.ifPresent(metadata -> connection.looked(metadata, statusOf(seen)));
        return noted;
    }

    /** Tokens that are in memory alone would be lost with this process, which is worse than any finding. */
    private ConnectionStatus statusOf(AccountInspection seen) {
        TokenRenewal renewal = connection.session().renewal();
        CredentialStoreException unsaved = renewal == null ? null : renewal.storeFailure();
        return unsaved == null
                ? ConnectionStatus.of(seen.report())
                : ConnectionStatus.of(ConnectionState.TEMPORARY_ISSUE, unsaved, connector.now());
    }

    private Optional<CredentialMetadata> noteFailure(OkxConnectException failure) {
        if (failure instanceof ConnectionClosedException || failure instanceof CredentialNotFoundException) {
            // The key was to be opened for this look, and it is not stored any more.
            return Optional.empty();
        }
        Instant now = connector.now();
        CredentialMetadata before = connection.stored();
        boolean idleTooLong = KeyLife.isOver(before, connection.session().lastUsedAt(), now);
        ConnectionState state = StatusRules.stateOf(failure, before.origin(), idleTooLong);
        Optional<CredentialMetadata> noted = state == ConnectionState.TEMPORARY_ISSUE
                ? Optional.of(before)
                : connector.stored().note(before, state, now);
        noted.ifPresent(metadata -> connection.looked(metadata, ConnectionStatus.of(state, failure, now)));
        return noted;
    }

    private ConnectionClosedException closed() {
        return new ConnectionClosedException(connection.accountId().value());
    }
}
