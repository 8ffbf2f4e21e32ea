package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The failures of the database store. Drivers put values, statements and addresses into their messages, so nothing of those is
 * passed on: the exception's class and SQLState, which are fixed words, say enough.
 */
final class JdbcFailure {
    private static final Pattern SQL_STATE = Pattern.compile("[0-9A-Z]{5}");
    private static final Set<String> TABLE_MISSING = Set.of("42P01", "42S02", "42S03", "42S04");
    /** H2: another transaction changed the row at the same moment. */
    private static final String H2_CONCURRENT_UPDATE = "90131";

    private JdbcFailure() {}

    static CredentialStoreException of(String action, SQLException failure) {
        String state = state(failure);
        if (TABLE_MISSING.contains(state)) {
            return schemaMissing();
        }
        return io(action, failure.getClass().getSimpleName() + ", SQLState " + state);
    }

    static CredentialStoreException of(String action, RuntimeException failure) {
        return io(action, failure.getClass().getSimpleName());
    }

    private static CredentialStoreException io(String action, String what) {
        return new CredentialStoreException(
                Reason.IO,
                "Could not " + action + " in the credential store's database (" + what + ").",
                "Check the database, the connection pool and the user's rights; load the account to see what is stored, then"
                        + " repeat.",
                null);
    }

    static CredentialStoreException schemaMissing() {
        return new CredentialStoreException(
                Reason.SCHEMA_MISSING,
                "The database has no tables of okx-connect's credential store.",
                "Call JdbcCredentialStore.createSchema once, or run the script of JdbcDialect.schemaScript(); if that was done,"
                        + " check the connection's default schema and the user's rights.",
                null);
    }

    /** The database holds another store now than the one that was opened. */
    static CredentialStoreException replaced() {
        return new CredentialStoreException(
                Reason.CORRUPT,
                "The keyset in table " + JdbcTables.KEYSET
                        + " is not the one that was opened: the database was emptied," + " restored or replaced.",
                "Put the database back, then repeat; or close this store and open the one that is there now. Nothing was"
                        + " written.",
                null);
    }

    /** Whether the database undid the statement and asks to repeat it: deadlock, serialisation failure. */
    static boolean isRolledBack(SQLException failure) {
        String state = state(failure);
        return state.equals("40001") || state.equals("40P01") || state.equals(H2_CONCURRENT_UPDATE);
    }

    /** Whether a row with that key is there already (SQLState class 23, integrity constraint violation). */
    static boolean isDuplicate(SQLException failure) {
        return state(failure).startsWith("23");
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && SQL_STATE.matcher(state).matches() ? state : "unknown";
    }
}
