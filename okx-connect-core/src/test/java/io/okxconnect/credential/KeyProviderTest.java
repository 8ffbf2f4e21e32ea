package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyProviderTest {
    private static final String TEXT = Base64.getEncoder().encodeToString(bytes(32));

    @TempDir
    private Path parent;

    @Test
    void environment_base64_isTheKey() {
        assertSuppliesKey(new EnvironmentKeyProvider("OKX_KEY", name -> name.equals("OKX_KEY") ? TEXT : null));
        assertThat(KeyProvider.environment("OKX_KEY")).hasToString("KeyProvider[environment OKX_KEY]");
    }

    @Test
    void environment_absentOrWrong_saysWhichVariableAndNotItsValue() {
        assertUnavailable(KeyProvider.environment("OKX_CONNECT_TEST_NEVER_SET"), "OKX_CONNECT_TEST_NEVER_SET");
        for (String wrong : new String[] {"", "not base64!", TEXT.substring(4), TEXT + "AAAA", "ключ"}) {
            assertUnavailable(new EnvironmentKeyProvider("OKX_KEY", name -> wrong), "OKX_KEY is not 32 bytes");
        }
    }

    @Test
    void file_bytesOrBase64_isTheKey() throws IOException {
        assertSuppliesKey(KeyProvider.file(file(bytes(32))));
        assertSuppliesKey(KeyProvider.file(file(TEXT.getBytes())));
        Path withLineEnd = file((TEXT + "\r\n").getBytes());
        assertSuppliesKey(KeyProvider.file(withLineEnd));
        Path link = Files.createSymbolicLink(parent.resolve("link"), withLineEnd);
        assertSuppliesKey(KeyProvider.file(link));
        assertThat(KeyProvider.file(link)).hasToString("KeyProvider[file " + link + "]");
    }

    @Test
    void file_absentOrWrong_saysWhichFile() throws IOException {
        assertUnavailable(KeyProvider.file(parent.resolve("none")), "none cannot be read (NoSuchFileException)");
        assertUnavailable(KeyProvider.file(file(new byte[0])), "key");
        assertUnavailable(KeyProvider.file(file(bytes(31))), "key");
        assertUnavailable(KeyProvider.file(file(bytes(1000))), "key");
    }

    @Test
    void file_openToOthers_isRefused() throws IOException {
        Path file = file(bytes(32));
        for (String mode : new String[] {"rw----r--", "rw-rw----", "rw-----w-"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertThatExceptionOfType(CredentialStoreException.class)
                    .as(mode)
                    .isThrownBy(() -> KeyProvider.file(file).keyEncryptionKey())
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNSAFE_PERMISSIONS));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        assertSuppliesKey(KeyProvider.file(file));
    }

    @Test
    void open_withProvider_opensTheStoreThatTheKeyOpens() {
        Path vault = parent.resolve("okx.vault");
        EncryptedFileCredentialStore.builder(vault)
                .keyProvider(() -> key(1))
                .open()
                .close();
        try (Secret key = key(1)) {
            EncryptedFileCredentialStore.open(vault, key).close();
        }
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> EncryptedFileCredentialStore.builder(vault)
                        .keyProvider(() -> key(2))
                        .open())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_PASSWORD_OR_KEY));
    }

    @Test
    void open_withProvider_closesWhatItSupplied() {
        Secret supplied = key(1);
        EncryptedFileCredentialStore.builder(parent.resolve("okx.vault"))
                .keyProvider(() -> supplied)
                .open()
                .close();
        assertThat(supplied.isDestroyed()).isTrue();
    }

    @Test
    void open_providerFails_saysSoWithoutItsText() {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> open(() -> {
                    throw new IllegalStateException("key material in a text");
                }))
                .withNoCause()
                .withMessageContaining("IllegalStateException")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("key material"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.KEY_UNAVAILABLE));
        CredentialStoreException ofOurs = new CredentialStoreException(Reason.IO, "No answer.", "Repeat.", null);
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> open(() -> {
                    throw ofOurs;
                }))
                .isSameAs(ofOurs);
        assertThatExceptionOfType(CredentialStoreException.class).isThrownBy(() -> open(() -> null));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> open(() -> Secret.of(bytes(16))))
                .satisfies(e -> assertThat(e.argument()).isEqualTo("keyProvider"));
        assertThat(parent.resolve("okx.vault")).doesNotExist();
    }

    private void open(KeyProvider provider) {
        EncryptedFileCredentialStore.builder(parent.resolve("okx.vault"))
                .keyProvider(provider)
                .open();
    }

    private Path file(byte[] content) throws IOException {
        Path file = parent.resolve("key");
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static void assertSuppliesKey(KeyProvider provider) {
        try (Secret key = provider.keyEncryptionKey();
                Secret expected = Secret.of(bytes(32))) {
            assertThat(key.constantTimeEquals(expected)).isTrue();
        }
    }

    private static void assertUnavailable(KeyProvider provider, String problem) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(provider::keyEncryptionKey)
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.KEY_UNAVAILABLE));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xE7);
        return bytes;
    }

    private static Secret key(int fill) {
        byte[] bytes = bytes(32);
        Arrays.fill(bytes, (byte) fill);
        return Secret.of(bytes);
    }
}
