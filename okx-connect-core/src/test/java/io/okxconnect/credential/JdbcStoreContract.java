package io.okxconnect.credential;

import io.okxconnect.credential.contract.CredentialStoreContract;
import io.okxconnect.database.HookedDataSource;
import io.okxconnect.database.TestDatabase;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;

/** What every store must keep, on one kind of database; and that no connection is kept. */
abstract class JdbcStoreContract extends CredentialStoreContract {
    private HookedDataSource database;

    abstract TestDatabase kind();

    @Override
    protected CredentialStore createStore() {
        database = new HookedDataSource(kind().create());
        return TestJdbcStores.create(database.dataSource());
    }

    @Override
    protected Optional<CredentialStore> reopen(CredentialStore store) {
        return Optional.of(TestJdbcStores.open(database.dataSource()));
    }

    @Override
    protected OptionalLong secretsRead(CredentialStore store) {
        return OptionalLong.of(database.executed.stream()
                .filter(sql -> sql.contains("secrets"))
                .count());
    }

    @AfterEach
    void noConnectionIsKept() {
        if (database.openConnections() != 0) {
            throw new AssertionError(database.openConnections() + " connections were not given back");
        }
    }
}
