package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The databases that the library's stores have a schema script for. All other SQL is the same for each of them. */
public enum JdbcDialect {
    /** PostgreSQL, and databases that its JDBC driver connects to. */
    POSTGRESQL("schema-postgresql.sql", "PostgreSQL"),
    /** MariaDB and MySQL, with InnoDB. */
    MARIADB("schema-mariadb.sql", "MariaDB|MySQL"),
    /** H2, version 2. */
    H2("schema-h2.sql", "H2");

    private final String resource;
    /** A regular expression. */
    private final String productNames;

    JdbcDialect(String resource, String productNames) {
        this.resource = resource;
        this.productNames = productNames;
    }

    /**
     * The dialect of a database that calls itself by the given name.
     *
     * @param productName as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} gives it
     * @return the dialect
     * @throws InvalidArgumentException if there is no script for it
     */
    public static JdbcDialect ofProduct(String productName) {
        return Arrays.stream(values())
                .filter(each -> productName.matches(each.productNames))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidArgumentException(
                                "dataSource",
                                "must lead to PostgreSQL, MariaDB, MySQL or H2",
                                "For another database, run one of the scripts of JdbcDialect.schemaScript() by hand, adapted."));
    }

    /**
     * The script that creates the tables, for whoever changes the database's schema by hand or by a migration tool. It creates
     * what is absent and can be run again.
     *
     * @return SQL, statements end in semicolons; names are not qualified, so that the connection's default schema decides
     */
    public String schemaScript() {
        try (InputStream in = JdbcDialect.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The library's file " + resource + " is missing; was it repackaged?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The library's file " + resource + " cannot be read.", e);
        }
    }

    List<String> schemaStatements() {
        return Arrays.stream(schemaScript().replaceAll("(?m)^--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
