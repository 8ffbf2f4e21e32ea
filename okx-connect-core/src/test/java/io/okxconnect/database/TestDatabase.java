package io.okxconnect.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * The databases that the tests run on. H2 and PostgreSQL are always there: the latter is a real server, unpacked from a jar and
 * started once for all tests. MariaDB takes part if {@code -Dokxconnect.test.mariadb=jdbc:mariadb://.../?user=...} names one and its driver is on
 * the class path ({@code -Dmaven.test.additionalClasspath=...}).
 */
public enum TestDatabase {
    H2 {
        @Override
        public DataSource create(String name) {
            JdbcDataSource memory = new JdbcDataSource();
            memory.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
            return memory;
        }
    },
    POSTGRESQL {
        @Override
        public DataSource create(String name) {
            execute(Server.RUNNING.getPostgresDatabase(), "CREATE SCHEMA " + name);
            return postgresPool(postgresUrl(name));
        }
    },
    MARIADB {
        @Override
        public DataSource create(String name) {
            execute(byUrl(MARIADB_URL), "CREATE DATABASE " + name);
            return byUrl(MARIADB_URL.replaceFirst("/(\\?|$)", "/" + name + "$1"));
        }
    };

    public static final String MARIADB_URL = System.getProperty("okxconnect.test.mariadb", "");

    private static final AtomicInteger CREATED = new AtomicInteger();
    private static final String RUN = Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX);

    /** A new, empty database, or a schema of its own, with no tables. */
    public DataSource create() {
        return create("okx_" + RUN + "_" + CREATED.incrementAndGet());
    }

    public abstract DataSource create(String name);

    /** Those that can be used here. */
    public static List<TestDatabase> available() {
        List<TestDatabase> all = new ArrayList<>(List.of(H2, POSTGRESQL));
        if (!MARIADB_URL.isEmpty()) {
            all.add(MARIADB);
        }
        return all;
    }

    /** For other processes. */
    public static String postgresUrl(String schema) {
        return Server.RUNNING.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    /** H2's pool is a plain JDBC pool, whatever the driver: a connection of its own for each statement would be slow. */
    public static DataSource postgresPool(String url) {
        PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
        connections.setURL(url);
        JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
        pool.setMaxConnections(16);
        return pool;
    }

    /** Everything the server has written, its log of changes too. */
    public static Path postgresFiles() {
        return Server.DATA;
    }

    /** Without a class of the driver, which whoever runs the tests on MariaDB puts on the class path. */
    private static DataSource byUrl(String url) {
        return (DataSource) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> DriverManager.getConnection(url));
    }

    public static void execute(DataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started when first needed; stops with this process. */
    private static final class Server {
        static final Path DATA = Path.of("target", "postgres", "data-" + RUN).toAbsolutePath();
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(new File("target/postgres/server").getAbsoluteFile())
                        .setDataDirectory(DATA)
                        .setCleanDataDirectory(true)
                        .setServerConfig("shared_buffers", "32MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
