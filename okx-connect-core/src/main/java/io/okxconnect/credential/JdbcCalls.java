package io.okxconnect.credential;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Runs single statements, each committed by itself, whatever the pool's default: auto-commit is switched on for the call and
 * put back after it. A connection is held for one statement and always given back.
 */
final class JdbcCalls {
    private static final int ATTEMPTS = 5;
    private static final int TIMEOUT_SECONDS = 10;

    private final DataSource dataSource;

    JdbcCalls(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    interface ConnectionWork<R> {
        R on(Connection connection) throws SQLException;
    }

    interface StatementWork<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    /** Runs one statement; {@code action} is what a failure says could not be done. */
    <R> R statement(String action, String sql, StatementWork<R> work) {
        return connection(action, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                return work.on(statement);
            }
        });
    }

    /** Runs work that may be repeated; again, if the database undid it because of others, a few times. */
    <R> R connection(String action, ConnectionWork<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !JdbcFailure.isRolledBack(failure)) {
                    throw JdbcFailure.of(action, failure);
                }
            } catch (RuntimeException ofPoolOrDriver) {
                throw JdbcFailure.of(action, ofPoolOrDriver);
            }
        }
    }

    private <R> R once(ConnectionWork<R> work) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            boolean autoCommit = connection.getAutoCommit();
            if (autoCommit) {
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
