package io.okxconnect.examples;

import io.okxconnect.credential.KeyProvider;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that all nodes share, and the key that all of them have and the database has not.
 *
 * @param dataSource a real app's is a connection pool
 * @param key 32 bytes
 */
record PlatformDatabase(DataSource dataSource, KeyProvider key) {
    private static final String URL = "OKX_DATABASE_URL";
    private static final String KEY = "OKX_STORE_KEY";

    /** PostgreSQL, if the environment names one; for a look, H2 in the memory of this process. */
    static PlatformDatabase from(Map<String, String> environment, PrintStream out) {
        String url = environment.get(URL);
        if (url == null) {
            out.println("The database is H2, in memory. With " + URL + " and " + KEY + " set, it is PostgreSQL.");
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            return new PlatformDatabase(
                    JdbcConnectionPool.create("jdbc:h2:mem:platform;DB_CLOSE_DELAY=-1", "sa", ""),
                    () -> Secret.of(key));
        }
        PGSimpleDataSource postgresql = new PGSimpleDataSource();
        postgresql.setURL(url);
        out.println("The database is PostgreSQL.");
        byte[] key = key(environment);
        return new PlatformDatabase(postgresql, () -> Secret.of(key));
    }

    private static byte[] key(Map<String, String> environment) {
        String text = environment.getOrDefault(KEY, "");
        if (!text.matches("[A-Za-z0-9+/]{43}=")) {
            throw new InvalidArgumentException(
                    KEY, "must be 32 bytes in Base64", "Make it with: openssl rand -base64 32");
        }
        return Base64.getDecoder().decode(text);
    }

    @Override
    public String toString() {
        return "PlatformDatabase";
    }
}
