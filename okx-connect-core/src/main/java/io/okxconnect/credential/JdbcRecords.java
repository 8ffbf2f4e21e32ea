package io.okxconnect.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The accounts' rows. Each call is one statement, and each statement also checks that the database still holds the store that
 * was opened, so that nothing is written into, or found absent from, another one.
 */
final class JdbcRecords {
    private static final String SELECT_ONE = "SELECT k.store_id, c.name, c.incarnation, c.revision, c.head, c.secrets"
            + " FROM okx_connect_keyset k LEFT JOIN okx_connect_credential c ON c.name = ? WHERE k.id = 1";
    private static final String SELECT_HEADS = "SELECT k.store_id, c.name, c.incarnation, c.revision, c.head"
            + " FROM okx_connect_keyset k LEFT JOIN okx_connect_credential c ON k.id = 1 WHERE k.id = 1";
    private static final String INSERT = "INSERT INTO okx_connect_credential"
            + " (name, incarnation, revision, head, secrets)"
            + " SELECT ?, ?, ?, ?, ? FROM okx_connect_keyset WHERE id = 1 AND store_id = ?";
    private static final String UPDATE = "UPDATE okx_connect_credential SET revision = ?, head = ?, secrets = ?"
            + " WHERE name = ? AND incarnation = ? AND revision = ?"
            + " AND EXISTS (SELECT 1 FROM okx_connect_keyset WHERE id = 1 AND store_id = ?)";
    private static final String DELETE = "DELETE FROM okx_connect_credential WHERE name = ? AND incarnation = ?"
            + " AND EXISTS (SELECT 1 FROM okx_connect_keyset WHERE id = 1 AND store_id = ?)";

    private static final int WITH_SECRETS = 6;

    private final JdbcCalls calls;
    private final byte[] storeId;

    JdbcRecords(JdbcCalls calls, byte[] storeId) {
        this.calls = calls;
        this.storeId = storeId;
    }

    Optional<JdbcRow> find(byte[] name) {
        return calls
                .statement("read an account", SELECT_ONE, statement -> {
                    statement.setBytes(1, name);
                    try (ResultSet rows = statement.executeQuery()) {
                        return rowsOfThisStore(rows);
                    }
                })
                .orElseThrow(JdbcFailure::replaced)
                .stream()
                .findFirst();
    }

    /** All rows without their secrets, which do not even leave the database. */
    List<JdbcRow> heads() {
        return calls.statement("list the accounts", SELECT_HEADS, statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rowsOfThisStore(rows);
                    }
                })
                .orElseThrow(JdbcFailure::replaced);
    }

    /** What was selected; empty if the database holds another store than the one that was opened, or none. */
    private Optional<List<JdbcRow>> rowsOfThisStore(ResultSet rows) throws SQLException {
        boolean hasSecrets = rows.getMetaData().getColumnCount() == WITH_SECRETS;
        List<JdbcRow> found = new ArrayList<>();
        boolean isThisStore = false;
        while (rows.next()) {
            isThisStore = Arrays.equals(rows.getBytes(1), storeId);
            if (!isThisStore) {
                return Optional.empty();
            }
            byte[] name = rows.getBytes(2);
            // Null where the store has no such account, or none at all.
            if (name != null) {
                byte[] secrets = hasSecrets ? rows.getBytes(WITH_SECRETS) : new byte[0];
                found.add(new JdbcRow(name, rows.getBytes(3), rows.getLong(4), rows.getBytes(5), secrets));
            }
        }
        return isThisStore ? Optional.of(found) : Optional.empty();
    }

    /** Whether the row was absent and is now stored. */
    boolean insert(byte[] name, VaultRecord first) {
        return calls.statement("store an account", INSERT, statement -> {
            statement.setBytes(1, name);
            statement.setBytes(2, first.incarnation());
            statement.setLong(3, first.revision());
            statement.setBytes(4, first.head().toBytes());
            statement.setBytes(5, first.secretBox());
            statement.setBytes(6, storeId);
            try {
                return statement.executeUpdate() == 1;
            } catch (SQLException failure) {
                if (JdbcFailure.isDuplicate(failure)) {
                    return false;
                }
                throw failure;
            }
        });
    }

    /** Whether the row was still {@code before} and is now {@code next}: compare and set in one statement. */
    boolean update(byte[] name, JdbcRow before, VaultRecord next) {
        return calls.statement("store an account", UPDATE, statement -> {
            statement.setLong(1, next.revision());
            statement.setBytes(2, next.head().toBytes());
            statement.setBytes(3, next.secretBox());
            statement.setBytes(4, name);
            statement.setBytes(5, before.incarnation());
            statement.setLong(6, before.revision());
            statement.setBytes(7, storeId);
            return statement.executeUpdate() == 1;
        });
    }

    /** Whether a row of that incarnation was there and is now gone. */
    boolean delete(byte[] name, byte[] incarnation) {
        return calls.statement("delete an account", DELETE, statement -> {
            statement.setBytes(1, name);
            statement.setBytes(2, incarnation);
            statement.setBytes(3, storeId);
            return statement.executeUpdate() == 1;
        });
    }
}
