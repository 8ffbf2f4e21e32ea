package io.okxconnect.oauth.internal.jdbc;

import io.okxconnect.credential.JdbcDialect;
import io.okxconnect.error.CredentialStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table okx_connect_pending, column by column in docs/vault-format.md. All statements name rows by their key or walk an index, so that
 * nodes that begin, find, take and tidy up at once seldom wait for each other.
 */
public final class PendingTable {
    private static final int VERSION = 1;
    /** Forgotten at once at most, so that no begin pays for all the others. */
    private static final int MOST_FORGOTTEN = 1_000;

    private static final String SELECT_VERSION = "SELECT version FROM okx_connect_schema WHERE component = 'pending'";
    private static final String INSERT =
            "INSERT INTO okx_connect_pending (session, expires, sealed, id) VALUES (?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE okx_connect_pending SET session = ?, expires = ?, sealed = ? WHERE id = ?";
    private static final String SELECT = "SELECT session, expires, sealed FROM okx_connect_pending WHERE id = ?";
    private static final String DELETE = "DELETE FROM okx_connect_pending WHERE id = ?";
    private static final String SELECT_EXPIRED =
            "SELECT id FROM okx_connect_pending WHERE expires <= ? ORDER BY expires LIMIT ?";
    private static final String SELECT_SURPLUS_OF_SESSION =
            "SELECT id FROM okx_connect_pending WHERE session = ? ORDER BY expires DESC LIMIT ? OFFSET ?";
    private static final String SELECT_SURPLUS =
            "SELECT id FROM okx_connect_pending ORDER BY expires DESC LIMIT ? OFFSET ?";

    private final Statements statements;

    /** The table in the default schema of a database. */
    public PendingTable(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** The script that creates the table. */
    public static String script(JdbcDialect dialect) {
        String resource = "/io/okxconnect/oauth/pending-" + dialect.name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream in = PendingTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The library's file " + resource + " is missing; was it repackaged?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The library's file " + resource + " cannot be read.", e);
        }
    }

    /** Creates what is absent. */
    public void create() {
        String product = statements.run(
                "find out the database's kind",
                connection -> connection.getMetaData().getDatabaseProductName());
        for (String sql : statementsOf(script(JdbcDialect.ofProduct(product)))) {
            try {
                execute(sql);
            } catch (CredentialStoreException perhapsAnotherNodeCreatesItNow) {
                // IF NOT EXISTS does not protect from a creation at the same moment; the second try finds it done.
                execute(sql);
            }
        }
    }

    private static List<String> statementsOf(String script) {
        return Arrays.stream(script.replaceAll("(?m)^--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private void execute(String sql) {
        statements.run("create the table", connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Fails unless the table is there, in this version. */
    public void requireVersion() {
        int version = statements.run(
                "read the schema's version",
                connection -> Statements.statement(connection, SELECT_VERSION, statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next() ? rows.getInt(1) : 0;
                    }
                }));
        if (version < VERSION) {
            throw StoreFailure.schemaMissing();
        }
        if (version > VERSION) {
            throw StoreFailure.newerFormat(version);
        }
    }

    /**
     * What to forget before a row is added.
     *
     * @param expiredBefore milliseconds since 1970
     * @param capacity of the whole table
     * @param ofSession of the row's session
     */
    public record Room(long expiredBefore, int capacity, int ofSession) {}

    /** Makes room, then adds the row, or replaces the one of the same key. */
    public void add(PendingRow row, Room room) {
        statements.run("save a pending authorization", connection -> {
            makeRoom(connection, row, room);
            try {
                return write(connection, INSERT, row);
            } catch (SQLException failure) {
                if (StoreFailure.isDuplicate(failure)) {
                    return write(connection, UPDATE, row);
                }
                throw failure;
            }
        });
    }

    private static int write(Connection connection, String sql, PendingRow row) throws SQLException {
        return Statements.statement(connection, sql, statement -> {
            statement.setBytes(1, row.session());
            statement.setLong(2, row.expires());
            statement.setBytes(3, row.sealed());
            statement.setBytes(4, row.id());
            return statement.executeUpdate();
        });
    }

    private static void makeRoom(Connection connection, PendingRow row, Room room) throws SQLException {
        List<byte[]> tooMany = new ArrayList<>();
        tooMany.addAll(Statements.statement(connection, SELECT_EXPIRED, statement -> {
            statement.setLong(1, room.expiredBefore());
            statement.setInt(2, MOST_FORGOTTEN);
            return ids(statement);
        }));
        tooMany.addAll(Statements.statement(connection, SELECT_SURPLUS_OF_SESSION, statement -> {
            statement.setBytes(1, row.session());
            statement.setInt(2, MOST_FORGOTTEN);
            statement.setInt(3, room.ofSession() - 1);
            return ids(statement);
        }));
        tooMany.addAll(Statements.statement(connection, SELECT_SURPLUS, statement -> {
            statement.setInt(1, MOST_FORGOTTEN);
            statement.setInt(2, room.capacity() - 1);
            return ids(statement);
        }));
        // In one order on all nodes, so that two that tidy up the same rows do not lock each other out.
        tooMany.sort(Arrays::compareUnsigned);
        for (byte[] id : tooMany) {
            delete(connection, id);
        }
    }

    private static List<byte[]> ids(PreparedStatement statement) throws SQLException {
        List<byte[]> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getBytes(1));
            }
        }
        return ids;
    }

    /** The row of that key. */
    public Optional<PendingRow> find(byte[] id) {
        return statements.run(
                "find a pending authorization",
                connection -> Statements.statement(connection, SELECT, statement -> {
                    statement.setBytes(1, id);
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next()
                                ? Optional.of(new PendingRow(id, rows.getBytes(1), rows.getLong(2), rows.getBytes(3)))
                                : Optional.<PendingRow>empty();
                    }
                }));
    }

    /** Whether this call removed the row: the database decides, over all nodes. */
    public boolean take(byte[] id) {
        return statements.run("take a pending authorization", connection -> delete(connection, id));
    }

    private static boolean delete(Connection connection, byte[] id) throws SQLException {
        return Statements.statement(connection, DELETE, statement -> {
            statement.setBytes(1, id);
            return statement.executeUpdate() == 1;
        });
    }
}
