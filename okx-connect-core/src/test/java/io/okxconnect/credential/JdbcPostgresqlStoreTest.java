package io.okxconnect.credential;

class JdbcPostgresqlStoreTest extends JdbcStoreContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.POSTGRESQL;
    }
}
