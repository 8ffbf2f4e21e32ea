package io.okxconnect.credential;

import io.okxconnect.database.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(
        named = "okxconnect.test.mariadb",
        matches = "jdbc:.+",
        disabledReason = "names a MariaDB server to test with; there is none to unpack from a jar")
class JdbcMariadbStoreTest extends JdbcStoreContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.MARIADB;
    }
}
