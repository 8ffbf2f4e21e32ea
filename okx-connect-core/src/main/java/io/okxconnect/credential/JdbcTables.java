package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;

/** Schema version and keyset in the database; column by column in docs/vault-format.md. */
final class JdbcTables {
    static final String KEYSET = "okx_connect_keyset";
    static final String CREDENTIAL = "okx_connect_credential";

    private static final int VERSION = 1;
    private static final String SELECT_VERSION =
            "SELECT version FROM okx_connect_schema WHERE component = 'credential'";
    private static final String SELECT_KEYSET = "SELECT store_id, keyset FROM okx_connect_keyset WHERE id = 1";
    private static final String INSERT_KEYSET =
            "INSERT INTO okx_connect_keyset (id, revision, store_id, keyset) VALUES (1, 1, ?, ?)";
    private static final String UPDATE_KEYSET =
            "UPDATE okx_connect_keyset SET revision = revision + 1, keyset = ? WHERE id = 1 AND store_id = ?";
    private static final String COUNT_CREDENTIALS = "SELECT COUNT(*) FROM okx_connect_credential";
    private static final VaultPart KEYSET_ROW = new VaultPart("row of table " + KEYSET);

    private final JdbcCalls calls;

    JdbcTables(JdbcCalls calls) {
        this.calls = calls;
    }

    /** Creates the tables that are absent. */
    void create() {
        JdbcDialect dialect = JdbcDialect.ofProduct(calls.connection(
                "find out the database's kind",
                connection -> connection.getMetaData().getDatabaseProductName()));
        for (String sql : dialect.schemaStatements()) {
            try {
                execute(sql);
            } catch (CredentialStoreException perhapsAnotherNodeCreatesItNow) {
                // IF NOT EXISTS does not protect from a creation at the same moment; the second try finds it done.
                execute(sql);
            }
        }
    }

    private void execute(String sql) {
        calls.connection("create the tables", connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    void requireVersion() {
        int version = calls.statement("read the schema's version", SELECT_VERSION, JdbcTables::firstInt);
        if (version < VERSION) {
            throw JdbcFailure.schemaMissing();
        }
        if (version > VERSION) {
            throw VaultFailure.newerFormat(new VaultPart("schema"), version);
        }
    }

    private static int firstInt(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /** The stored keyset, or a new one if the store is empty; of several first openers, one makes it. */
    VaultKeyset keyset(VaultUnlock unlock, VaultUnlock.Limits limits, VaultSeams seams) {
        Optional<VaultKeyset> stored = storedKeyset(limits);
        if (stored.isPresent()) {
            return stored.get();
        }
        if (calls.statement("count the accounts", COUNT_CREDENTIALS, JdbcTables::firstInt) > 0) {
            throw VaultFailure.damaged(KEYSET_ROW, "is missing, though there are stored credentials");
        }
        insertUnlessStored(VaultKeyset.create(unlock, seams.random()));
        // Read in any case, so that what is used is what is there.
        return storedKeyset(limits).orElseThrow(JdbcFailure::replaced);
    }

    private Optional<VaultKeyset> storedKeyset(VaultUnlock.Limits limits) {
        return calls.statement("read the keyset", SELECT_KEYSET, statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next()
                                ? Optional.of(new byte[][] {rows.getBytes(1), rows.getBytes(2)})
                                : Optional.<byte[][]>empty();
                    }
                })
                .map(columns -> parse(columns[0], columns[1], limits));
    }

    private static VaultKeyset parse(byte[] storeId, byte[] bytes, VaultUnlock.Limits limits) {
        VaultKeyset keyset = VaultKeyset.fromBytes(KEYSET_ROW, bytes, limits);
        if (!Arrays.equals(keyset.storeId(), storeId)) {
            throw VaultFailure.damaged(KEYSET_ROW, "holds the keyset of another store");
        }
        return keyset;
    }

    /** Puts a keyset around the same keys in the place of the stored one. */
    void replace(VaultKeyset rewrapped) {
        int rows = calls.statement("store the changed keyset", UPDATE_KEYSET, statement -> {
            statement.setBytes(1, rewrapped.toBytes());
            statement.setBytes(2, rewrapped.storeId());
            return statement.executeUpdate();
        });
        if (rows != 1) {
            throw JdbcFailure.replaced();
        }
    }

    private void insertUnlessStored(VaultKeyset created) {
        calls.statement("store the keyset", INSERT_KEYSET, statement -> {
            statement.setBytes(1, created.storeId());
            statement.setBytes(2, created.toBytes());
            try {
                return statement.executeUpdate();
            } catch (SQLException failure) {
                if (JdbcFailure.isDuplicate(failure)) {
                    return 0;
                }
                throw failure;
            }
        });
    }
}
