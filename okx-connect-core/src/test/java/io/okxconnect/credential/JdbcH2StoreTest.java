package io.okxconnect.credential;

class JdbcH2StoreTest extends JdbcStoreContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.H2;
    }
}
