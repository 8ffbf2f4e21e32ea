package io.okxconnect.credential;

import io.okxconnect.canary.Canary;
import java.security.SecureRandom;
import javax.sql.DataSource;

/** Opens database stores as an app would, but without stretching the password a million times. */
final class TestJdbcStores {
    private TestJdbcStores() {}

    /** Creates the tables, then opens the store. */
    static JdbcCredentialStore create(DataSource dataSource) {
        JdbcCredentialStore.createSchema(dataSource);
        return open(dataSource);
    }

    static VaultUnlock unlock() {
        return new VaultUnlock.Password(Canary.STORE_PASSWORD.toCharArray(), TestVaults.QUICK.min());
    }

    static JdbcCredentialStore open(DataSource dataSource) {
        return JdbcCredentialStore.builder(dataSource)
                .seams(
                        new VaultSeams(new NioFileOps(), new SecureRandom(), new TestVaults.FakeWaiting()),
                        TestVaults.QUICK)
                .password(Canary.STORE_PASSWORD.toCharArray())
                .open();
    }
}
