package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.CanaryScanner;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VaultRecordTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final VaultPart FILE = VaultPart.file(Path.of("a.okxc"));

    private final VaultKeys keys = new VaultKeys(random(16), random(32), random(32));

    @Test
    void open_sealed_isTheSame() {
        byte[] name = keys.nameOf(AccountId.of("alice"));
        VaultRecord stored = VaultRecord.parse(FILE, name, sealed("alice", 3));
        assertThat(stored.revision()).isEqualTo(3);
        assertThat(stored.openMetadata(keys)).isEqualTo(CredentialSamples.metadata("alice"));
        stored.open(keys).close();
    }

    @Test
    void seal_everyByte_showsNoSecretAndNoAccountId() {
        byte[] sealed = sealed("alice-in-wonderland", 1);
        assertThat(CanaryScanner.canaries().find(sealed)).isEmpty();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("wonderland");
    }

    @Test
    void open_boxesOfTwoRevisionsMixed_isCorrupt() {
        byte[] name = keys.nameOf(AccountId.of("alice"));
        byte[] first = sealed("alice", 1);
        byte[] second = sealed("alice", 2);
        assertThat(first).hasSameSizeAs(second);
        for (int cut = 1; cut < first.length; cut++) {
            byte[] mixed = second.clone();
            System.arraycopy(first, 0, mixed, 0, cut);
            if (!Arrays.equals(mixed, first) && !Arrays.equals(mixed, second)) {
                assertThat(isCorrupt(name, mixed)).as("cut at %d", cut).isTrue();
            }
        }
    }

    @Test
    void open_eachBitOfHeaderAndBoxesFlipped_isRefused() {
        byte[] name = keys.nameOf(AccountId.of("alice"));
        byte[] good = sealed("alice", 1);
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isRefused(name, bad)).as("bit %d", bit).isTrue();
        }
    }

    @Test
    void open_keysOfAnotherStore_isCorrupt() {
        byte[] sealed = sealed("alice", 1);
        VaultKeys others = new VaultKeys(random(16), random(32), random(32));
        VaultRecord stored = VaultRecord.parse(FILE, keys.nameOf(AccountId.of("alice")), sealed);
        assertThatExceptionOfType(CredentialStoreException.class).isThrownBy(() -> stored.open(others));
    }

    @Test
    void open_closedKeys_saysClosed() {
        VaultRecord stored = VaultRecord.parse(FILE, keys.nameOf(AccountId.of("alice")), sealed("alice", 1));
        keys.close();
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> stored.open(keys))
                .extracting(CredentialStoreException::reason)
                .isEqualTo(Reason.CLOSED);
    }

    private byte[] sealed(String accountId, long revision) {
        byte[] name = keys.nameOf(AccountId.of(accountId));
        try (StoredCredential stored = CredentialSamples.stored(accountId, revision)) {
            return VaultRecord.seal(keys, RANDOM, name, new byte[8], stored);
        }
    }

    private boolean isCorrupt(byte[] name, byte[] bytes) {
        try {
            VaultRecord.parse(FILE, name, bytes).open(keys).close();
            return false;
        } catch (CredentialStoreException e) {
            return e.reason() == Reason.CORRUPT;
        }
    }

    private boolean isRefused(byte[] name, byte[] bytes) {
        try {
            VaultRecord.parse(FILE, name, bytes).open(keys).close();
            return false;
        } catch (CredentialStoreException e) {
            return true;
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
