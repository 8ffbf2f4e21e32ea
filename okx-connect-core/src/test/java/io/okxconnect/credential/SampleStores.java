package io.okxconnect.credential;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The sample stores among the test resources, and what made them. A version's samples are never changed: what this version reads, every
 * later one must read. A new format gets a directory of its own:
 *
 * <pre>mvn -q -Psamples -pl okx-connect-core -am test-compile exec:java</pre>
 *
 * writes {@code okx-connect-core/target/samples}, to be copied to {@code src/test/resources/io/okxconnect/credential/samples-<version>}.
 */
final class SampleStores {
    static final String PASSWORD_VAULT = "password-vault";
    static final String KEY_VAULT = "key-vault";
    static final String ROWS = "rows.sql";

    private SampleStores() {}

    public static void main(String[] arguments) throws Exception {
        write(Path.of(arguments[0]));
    }

    /** The password that opens the samples; it is the second one they had. */
    static char[] password() {
        return Canary.STORE_PASSWORD.toCharArray();
    }

    static Secret key() {
        return Secret.of(Canary.SECRET_KEY);
    }

    static void write(Path directory) throws IOException, SQLException {
        Files.createDirectories(directory);
        try (EncryptedFileCredentialStore store = EncryptedFileCredentialStore.open(
                directory.resolve(PASSWORD_VAULT), Canary.CLIENT_SECRET.toCharArray())) {
            fill(store, 2);
            store.changePassword(password());
            fill(store, 3);
        }
        Files.delete(directory.resolve(PASSWORD_VAULT).resolve("lock"));
        try (Secret key = key();
                EncryptedFileCredentialStore store =
                        EncryptedFileCredentialStore.open(directory.resolve(KEY_VAULT), key)) {
            fill(store, 3);
        }
        Files.delete(directory.resolve(KEY_VAULT).resolve("lock"));
        DataSource database = memory("samples");
        JdbcCredentialStore.createSchema(database);
        try (Secret key = key();
                JdbcCredentialStore store = JdbcCredentialStore.open(database, key)) {
            fill(store, 3);
        }
        Files.writeString(directory.resolve(ROWS), dump(database));
    }

    static DataSource memory(String name) {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return memory;
    }

    /** What the samples hold; the caller closes them. */
    static List<StoredCredential> accounts() {
        return List.of(
                account(EVERYTHING, 3, CredentialSamples.apiKey()),
                account(TOKENS, 1, CredentialSamples.tokens()),
                account(FEW, 2, CredentialSamples.otherApiKey()),
                account(OWN_ADDRESS, 1, fewTokens()));
    }

    private static final CredentialMetadata EVERYTHING = CredentialSamples.metadata("alice");
    private static final CredentialMetadata TOKENS = CredentialMetadata.builder(AccountId.of("bob"))
            .site(Site.GLOBAL)
            .environment(TradingEnvironment.LIVE)
            .origin(CredentialOrigin.OAUTH)
            .permissions("read_only,trade")
            .connectedAt(Instant.parse("2026-01-02T03:04:05Z"))
            .build();
    private static final CredentialMetadata FEW = CredentialMetadata.builder(AccountId.of("carol"))
            .site(Site.US)
            .environment(TradingEnvironment.LIVE)
            .origin(CredentialOrigin.FAST_API)
            .connectedAt(Instant.parse("2026-01-02T03:04:05Z"))
            .build();
    private static final CredentialMetadata OWN_ADDRESS = CredentialMetadata.builder(AccountId.of("дора 🤖"))
            .site(Site.custom("sandbox", URI.create("http://127.0.0.1:8080")))
            .environment(TradingEnvironment.DEMO)
            .origin(CredentialOrigin.OAUTH)
            .connectedAt(Instant.parse("2026-01-02T03:04:05Z"))
            .build();

    private static AccessTokenCredential fewTokens() {
        try (Secret access = Secret.of(Canary.ACCESS_TOKEN)) {
            return AccessTokenCredential.builder(access)
                    .receivedAt(Instant.parse("2026-01-02T03:04:05.678Z"))
                    .build();
        }
    }

    private static StoredCredential account(CredentialMetadata metadata, long revision, Credential credential) {
        try (credential) {
            return StoredCredential.of(metadata, revision, credential);
        }
    }

    /** Saves what is not yet there, up to a revision. */
    private static void fill(CredentialStore store, long upTo) {
        for (StoredCredential account : accounts()) {
            AccountId id = account.metadata().accountId();
            long stored =
                    store.list().stream().anyMatch(each -> each.accountId().equals(id)) ? revision(store, id) : 0;
            for (long revision = stored + 1; revision <= Math.min(upTo, account.revision()); revision++) {
                try (StoredCredential next = StoredCredential.of(account.metadata(), revision, account.credential())) {
                    store.save(next);
                }
            }
            account.close();
        }
    }

    private static long revision(CredentialStore store, AccountId id) {
        try (StoredCredential stored = store.load(id).orElseThrow()) {
            return stored.revision();
        }
    }

    /** The rows as statements for PostgreSQL. */
    private static String dump(DataSource database) throws SQLException {
        StringBuilder sql = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("okx_connect_keyset", "okx_connect_credential")) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
                    while (rows.next()) {
                        sql.append("INSERT INTO ").append(table).append(" VALUES (");
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            sql.append(i == 1 ? "" : ", ").append(literal(rows.getObject(i)));
                        }
                        sql.append(");\n");
                    }
                }
            }
        }
        return sql.toString();
    }

    private static String literal(Object value) {
        return value instanceof byte[] bytes ? "'\\x" + HexFormat.of().formatHex(bytes) + "'" : value.toString();
    }
}
