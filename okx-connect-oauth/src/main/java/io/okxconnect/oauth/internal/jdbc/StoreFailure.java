package io.okxconnect.oauth.internal.jdbc;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The failures of the database store. Drivers put values, statements and addresses into their messages, so nothing of those is passed on:
 * the exception's class and SQLState, which are fixed words, say enough.
 */
public final class StoreFailure {
    private static final Pattern SQL_STATE = Pattern.compile("[0-9A-Z]{5}");
    private static final Set<String> TABLE_MISSING = Set.of("42P01", "42S02", "42S03", "42S04");
    /** Deadlock, serialisation failure; H2: another transaction changed the row at the same moment. */
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01", "90131");

    private StoreFailure() {}

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
        return failure(
                Reason.IO,
                "Could not " + action + " in the database of pending authorizations (" + what + ").",
                "Check the database, the connection pool and the user's rights, then let the user begin again.");
    }

    static CredentialStoreException schemaMissing() {
        return failure(
                Reason.SCHEMA_MISSING,
                "The database has no table of okx-connect's pending authorizations.",
                "Call JdbcPendingAuthorizationStore.createSchema once, or run the script of its schemaScript(); if that was"
                        + " done, check the connection's default schema and the user's rights.");
    }

    static CredentialStoreException damaged() {
        return failure(
                Reason.CORRUPT,
                "A pending authorization in the database is damaged, was changed from outside, or was moved from another row.",
                "Find out who writes to the table, then let the user begin again.");
    }

    static CredentialStoreException otherKey() {
        return failure(
                Reason.WRONG_PASSWORD_OR_KEY,
                "A pending authorization in the database was written with another key than this node's.",
                "Give all nodes the same key, then let the user begin again.");
    }

    static CredentialStoreException newerFormat(int version) {
        return failure(
                Reason.NEWER_FORMAT,
                "The database's pending authorizations are of a newer version of okx-connect (format " + version + ").",
                "Run that version or a later one on all nodes.");
    }

    static CredentialStoreException closed() {
        return failure(Reason.CLOSED, "The store of pending authorizations was closed.", "Open it again.");
    }

    /** The key could not be had. */
    public static CredentialStoreException keyUnavailable(RuntimeException ofProvider) {
        // Neither its text nor its cause: nobody knows what a key management client puts there.
        return failure(
                Reason.KEY_UNAVAILABLE,
                "The key provider failed (" + ofProvider.getClass().getName() + ").",
                "See to the key, then open the store again.");
    }

    private static CredentialStoreException failure(Reason reason, String problem, String nextStep) {
        return new CredentialStoreException(reason, problem, nextStep, null);
    }

    /** Whether the database undid the statement because of others, and asks to repeat it. */
    static boolean isRolledBack(SQLException failure) {
        return ROLLED_BACK.contains(state(failure));
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
