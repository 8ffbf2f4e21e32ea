package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.database.TestDatabase;
import io.okxconnect.error.CredentialStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A database store that gets another key while nodes use it. */
@ParameterizedClass
@MethodSource("io.okxconnect.database.TestDatabase#available")
class JdbcPasswordTest {
    private static final AccountId ALICE = AccountId.of("alice");

    @Parameter
    TestDatabase kind;

    private static void save(CredentialStore store, long revision) {
        try (StoredCredential next = CredentialSamples.stored("alice", revision)) {
            store.save(next);
        }
    }

    @Test
    void changeKey_nodesAreOpen_goOnAndNewOnesNeedTheNewKey() {
        DataSource database = kind.create();
        try (JdbcCredentialStore one = TestJdbcStores.create(database);
                JdbcCredentialStore other = TestJdbcStores.open(database);
                Secret key = Secret.of(Canary.SECRET_KEY)) {
            save(one, 1);
            one.changeKey(key);
            save(other, 2);

            assertThatThrownBy(() -> TestJdbcStores.open(database))
                    .isInstanceOfSatisfying(
                            CredentialStoreException.class,
                            e -> assertThat(e.reason())
                                    .isEqualTo(CredentialStoreException.Reason.WRONG_PASSWORD_OR_KEY));
            try (JdbcCredentialStore next = JdbcCredentialStore.open(database, key);
                    StoredCredential stored = next.load(ALICE).orElseThrow()) {
                assertThat(stored.revision()).isEqualTo(2);
            }
        }
    }

    @Test
    void changePassword_databaseWasReplaced_isRefused() throws SQLException {
        DataSource database = kind.create();
        try (JdbcCredentialStore store = TestJdbcStores.create(database)) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM okx_connect_keyset");
            }
            assertThatThrownBy(() -> store.changePassword(Canary.CLIENT_SECRET.toCharArray()))
                    .isInstanceOf(CredentialStoreException.class);
        }
    }
}
