package io.okxconnect.oauth.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Runs statements, each committed by itself, whatever the pool's default: auto-commit is switched on and put back. What the database undid
 * because of others is repeated a few times.
 */
final class Statements {
    private static final int ATTEMPTS = 5;
    private static final int TIMEOUT_SECONDS = 10;

    private final DataSource dataSource;

    Statements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    interface ConnectionWork<R> {
        R on(Connection connection) throws SQLException;
    }

    interface StatementWork<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    /** Runs work that may be repeated; {@code action} is what a failure says could not be done. */
    <R> R run(String action, ConnectionWork<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !StoreFailure.isRolledBack(failure)) {
                    throw StoreFailure.of(action, failure);
                }
            } catch (RuntimeException ofPoolOrDriver) {
                throw StoreFailure.of(action, ofPoolOrDriver);
            }
        }
    }

    static <R> R statement(Connection connection, String sql, StatementWork<R> work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            return work.on(statement);
        }
    }

    private <R> R once(ConnectionWork<R> work) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (connection.getAutoCommit()) {
                return work.on(connection);
            }
            connection.setAutoCommit(true);
            try {
                return work.on(connection);
            } finally {
                quietly(() -> connection.setAutoCommit(false));
            }
        } finally {
            quietly(connection::close);
        }
    }

    private interface AfterWork {
        void run() throws SQLException;
    }

    /** What was done is committed by then: a failure to tidy up must not make it look undone. */
    private static void quietly(AfterWork tidyUp) {
        try {
            tidyUp.run();
        } catch (SQLException | RuntimeException poolWillNotice) {
            // The pool finds a broken connection itself.
        }
    }
}
