package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.canary.CanaryScanner;
import io.okxconnect.database.TestDatabase;
import io.okxconnect.error.CredentialStoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stores of earlier versions, kept as files: this version must open them, and what it writes must not differ from them in anything that is
 * not random. If the latter fails, the format has changed: give it a new version, and new samples beside the old ones.
 */
class SampleStoresTest {
    private static final Path SAMPLES = Path.of("src/test/resources/io/okxconnect/credential/samples-1");
    private static final Pattern KEYSET = Pattern.compile("okx_connect_keyset VALUES \\(.*'\\\\x([0-9a-f]+)'\\)");
    private static final Pattern ROW =
            Pattern.compile("okx_connect_credential VALUES \\('\\\\x([0-9a-f]+)', '.*', \\d+,"
                    + " '\\\\x([0-9a-f]+)', '\\\\x([0-9a-f]+)'\\)");

    @TempDir
    private Path copies;

    @Test
    void open_passwordVaultOfVersion1_holdsAllAndCanBeWritten() throws IOException {
        Path vault = copy(SampleStores.PASSWORD_VAULT);
        try (CredentialStore store = EncryptedFileCredentialStore.open(vault, SampleStores.password())) {
            assertHoldsAll(store);
            saveNext(store);
        }
    }

    @Test
    void open_passwordVaultOfVersion1WithItsFirstPassword_isRefused() throws IOException {
        Path vault = copy(SampleStores.PASSWORD_VAULT);
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> EncryptedFileCredentialStore.open(vault, Canary.CLIENT_SECRET.toCharArray()))
                .satisfies(
                        e -> assertThat(e.reason()).isEqualTo(CredentialStoreException.Reason.WRONG_PASSWORD_OR_KEY));
    }

    @Test
    void open_keyVaultOfVersion1_holdsAllAndCanBeWritten() throws IOException {
        Path vault = copy(SampleStores.KEY_VAULT);
        try (Secret key = SampleStores.key();
                CredentialStore store = EncryptedFileCredentialStore.open(vault, key)) {
            assertHoldsAll(store);
            saveNext(store);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void open_rowsOfVersion1_holdAllAndCanBeWritten(TestDatabase kind) throws IOException {
        DataSource database = kind.create();
        JdbcCredentialStore.createSchema(database);
        for (String sql : Files.readString(SAMPLES.resolve(SampleStores.ROWS)).split(";\n")) {
            TestDatabase.execute(database, kind == TestDatabase.H2 ? sql.replace("'\\x", "X'") : sql);
        }
        try (Secret key = SampleStores.key();
                CredentialStore store = JdbcCredentialStore.open(database, key)) {
            assertHoldsAll(store);
            saveNext(store);
        }
    }

    @Test
    void write_sameAccounts_areTheSampleButForWhatIsRandom() throws Exception {
        Path written = copies.resolve("written");
        SampleStores.write(written);
        assertThat(vaultContent(written.resolve(SampleStores.PASSWORD_VAULT), Canary.STORE_PASSWORD))
                .hasSize(SampleStores.accounts().size())
                .isEqualTo(vaultContent(SAMPLES.resolve(SampleStores.PASSWORD_VAULT), Canary.STORE_PASSWORD));
        assertThat(vaultContent(written.resolve(SampleStores.KEY_VAULT), Canary.SECRET_KEY))
                .isEqualTo(vaultContent(SAMPLES.resolve(SampleStores.PASSWORD_VAULT), Canary.STORE_PASSWORD));
        assertThat(rowContent(written))
                .isEqualTo(rowContent(SAMPLES))
                .isEqualTo(vaultContent(SAMPLES.resolve(SampleStores.KEY_VAULT), Canary.SECRET_KEY));
    }

    @Test
    void samples_everyFile_showsNoSecret() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(CanaryScanner.canaries().find(Files.readString(file, StandardCharsets.ISO_8859_1)))
                        .as("%s", file)
                        .isEmpty();
            }
        }
    }

    private static void assertHoldsAll(CredentialStore store) {
        List<StoredCredential> expected = SampleStores.accounts();
        assertThat(store.damagedRecords()).isEmpty();
        assertThat(store.list())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(StoredCredential::metadata).toList());
        for (StoredCredential account : expected) {
            try (account;
                    StoredCredential stored =
                            store.load(account.metadata().accountId()).orElseThrow()) {
                assertThat(stored.toBytes()).isEqualTo(account.toBytes());
            }
        }
    }

    private static void saveNext(CredentialStore store) {
        AccountId alice = AccountId.of("alice");
        try (StoredCredential now = store.load(alice).orElseThrow();
                StoredCredential next = StoredCredential.of(now.metadata(), now.revision() + 1, now.credential())) {
            store.save(next);
        }
        try (StoredCredential saved = store.load(alice).orElseThrow()) {
            assertThat(saved.revision()).isEqualTo(4);
        }
    }

    /** With the rights that a store asks for, which a checkout does not keep. */
    private Path copy(String sample) throws IOException {
        Path vault = Files.createDirectory(
                copies.resolve(sample),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Stream<Path> files = Files.list(SAMPLES.resolve(sample))) {
            for (Path file : files.toList()) {
                Path copy = Files.createFile(
                        vault.resolve(file.getFileName()),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        return vault;
    }

    /** Read by the page that documents the format, by account id. */
    private static Map<String, String> vaultContent(Path vault, String passwordOrKey) throws Exception {
        FormatByTheBook book = new FormatByTheBook(
                Files.readAllBytes(vault.resolve("keyset")), passwordOrKey.getBytes(StandardCharsets.UTF_8));
        Map<String, String> content = new TreeMap<>();
        for (String account : accountIds()) {
            content.put(
                    account, book.content(account, Files.readAllBytes(vault.resolve(book.nameOf(account) + ".okxc"))));
        }
        return content;
    }

    private static Map<String, String> rowContent(Path directory) throws Exception {
        String sql = Files.readString(directory.resolve(SampleStores.ROWS));
        Matcher keyset = KEYSET.matcher(sql);
        assertThat(keyset.find()).isTrue();
        FormatByTheBook book = new FormatByTheBook(
                HexFormat.of().parseHex(keyset.group(1)), Canary.SECRET_KEY.getBytes(StandardCharsets.UTF_8));
        Map<String, String> records = new TreeMap<>();
        for (Matcher row = ROW.matcher(sql); row.find(); ) {
            records.put(row.group(1), row.group(2) + row.group(3));
        }
        Map<String, String> content = new TreeMap<>();
        for (String account : accountIds()) {
            content.put(account, book.content(account, HexFormat.of().parseHex(records.get(book.nameOf(account)))));
        }
        return content;
    }

    private static List<String> accountIds() {
        List<String> ids = new ArrayList<>();
        for (StoredCredential account : SampleStores.accounts()) {
            ids.add(account.metadata().accountId().value());
            account.close();
        }
        return ids;
    }
}
