package io.okxconnect.credential;

import io.okxconnect.database.TestDatabase;

class JdbcH2StoreTest extends JdbcStoreContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.H2;
    }
}
