package io.okxconnect.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets processes start their work at the same moment, however long each took to come up: they wait for a lock of the PostgreSQL server,
 * which this one holds until all are there.
 */
public final class StartingGate implements AutoCloseable {
    private static final String KEY = "7461";
    private static final String WAITING =
            "SELECT COUNT(*), pg_sleep(0.02) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

    private final Connection holder;

    private StartingGate(Connection holder) {
        this.holder = holder;
    }

    /** Closes the gate of a server; one at a time. */
    public static StartingGate closed(String url) throws SQLException {
        Connection holder = DriverManager.getConnection(url);
        execute(holder, "SELECT pg_advisory_lock(" + KEY + ")");
        return new StartingGate(holder);
    }

    /** In the other processes: waits until the gate is opened. */
    public static void pass(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, "SELECT pg_advisory_lock_shared(" + KEY + ")");
        }
    }

    /** Opens the gate once that many wait; earlier if one of those that are awaited has ended. */
    public void open(Iterable<Process> awaited, int number) throws SQLException {
        while (waiting() < number && allRun(awaited)) {
            // The statement itself waits a little.
        }
        close();
    }

    private static boolean allRun(Iterable<Process> processes) {
        for (Process process : processes) {
            if (!process.isAlive()) {
                return false;
            }
        }
        return true;
    }

    private int waiting() throws SQLException {
        try (Statement statement = holder.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
