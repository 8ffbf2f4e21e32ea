package io.okxconnect.credential;

import io.okxconnect.database.TestDatabase;

class JdbcPostgresqlStoreTest extends JdbcStoreContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.POSTGRESQL;
    }
}
