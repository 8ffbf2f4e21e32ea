package io.okxconnect;

import io.okxconnect.credential.Credential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.internal.account.HttpAccountApi;
import java.util.Optional;

/**
 * Puts a new key in the place of a connection's key: tried first, stored before it is used, and with no moment in
 * between in which there is no key to sign with. Until the new key is stored, nothing has changed.
 */
final class AccountReplacement {
    private final ExchangeConnector connector;

    AccountReplacement(ExchangeConnector connector) {
        this.connector = connector;
    }

    ReplacementReport run(Connection connection, Credential credential, Grant grant) {
        grant.requireKind(credential.kind());
        requireSamePlace(connection, grant);
        connection.session().requireOpen();
        if (connection.stored().uid().isEmpty()) {
            // Whose account it is must be known before another key may take its place.
            connection.check();
        }
        AccountInspection look = tried(connection.session(), credential, grant);
        return connector.locks().with(connection.accountId(), () -> exchange(connection, credential, grant, look));
    }

    private static void requireSamePlace(Connection connection, Grant grant) {
        String accountId = connection.accountId().value();
        if (!connection.site().name().equals(grant.site().name())) {
            throw new DifferentAccountException(accountId, "OKX site");
        }
        if (connection.environment() != grant.environment()) {
            throw new DifferentAccountException(accountId, "environment (live or demo)");
        }
    }

    private AccountInspection tried(AccountSession session, Credential credential, Grant grant) {
        AccountSession trial = session.with(grant, credential::copy);
        try {
            return connector.tried(trial, new HttpAccountApi(trial::call), credential);
        } finally {
            trial.close();
        }
    }

    private ReplacementReport exchange(
            Connection connection, Credential credential, Grant grant, AccountInspection look) {
        AccountSession session = connection.session();
        // The old key must be open before another one is stored: a call that begins in between could not open it any
        // more.
        session.openKey();
        CredentialMetadata before = connection.stored();
        LeasedKey fresh = LeasedKey.of(credential);
        boolean taken = false;
        try {
            Optional<StoredAccounts.Exchange> exchange =
                    connector.stored().exchange(before, session, grant, credential, look);
            if (exchange.isEmpty()) {
                connection.end();
                throw new ConnectionClosedException(connection.accountId().value());
            }
            StoredAccounts.Exchange done = exchange.get();
            connection.replaced(done.stored(), grant, fresh, ConnectionStatus.of(look.report()));
            taken = true;
            RemainingKey remaining = RemainingKey.of(before, session.site());
            return new ReplacementReport(
                    connection.accountId(),
                    done.stored().maskedApiKey().orElse("…"),
                    done.similarity() == StoredAccounts.KeySimilarity.SAME_KEY ? null : remaining);
        } finally {
            if (!taken) {
                fresh.release();
            }
        }
    }
}
