package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.canary.CanaryRendering;
import io.okxconnect.canary.CanaryScanner;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredCredentialTest {

    @Test
    void toBytes_fromBytes_isTheSame() {
        try (StoredCredential stored = CredentialSamples.stored("alice", 7);
                StoredCredential read = StoredCredential.fromBytes(stored.toBytes())) {
            assertThat(read.metadata()).isEqualTo(stored.metadata());
            assertThat(read.revision()).isEqualTo(7);
            ApiKeyCredential key = (ApiKeyCredential) read.credential();
            assertThat(key.apiKey(SecretAccess.insecure()).equals(Canary.API_KEY))
                    .isTrue();
            try (Secret expected = Secret.of(Canary.PASSPHRASE)) {
                assertThat(key.passphrase().constantTimeEquals(expected)).isTrue();
            }
        }
    }

    @Test
    void fromBytes_newerVersion_saysSo() {
        byte[] bytes = bytes();
        bytes[5] = 2;
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> StoredCredential.fromBytes(bytes))
                .extracting(CredentialStoreException::reason)
                .isEqualTo(Reason.NEWER_FORMAT);
    }

    @Test
    void fromBytes_truncatedOrLonger_isCorrupt() {
        byte[] bytes = bytes();
        for (int length = 0; length < bytes.length; length++) {
            assertCorrupt(Arrays.copyOf(bytes, length));
        }
        assertCorrupt(Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Test
    void fromBytes_changedBytes_failsOnlyWithOurOwnException() {
        long seed = 20261122;
        Random random = new Random(seed);
        byte[] good = bytes();
        for (int i = 0; i < 5_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            try {
                StoredCredential.fromBytes(bad).close();
            } catch (CredentialStoreException e) {
                assertThat(CanaryScanner.canaries().find(String.valueOf(e.getMessage())))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void of_revisionZero_isRefused() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> CredentialSamples.stored("alice", 0));
    }

    @Test
    void next_otherAccount_isRefused() {
        try (StoredCredential alice = CredentialSamples.stored("alice", 1)) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> alice.next(CredentialSamples.metadata("bob")));
        }
    }

    @Test
    void close_wipesItsOwnCredentialOnly() {
        StoredCredential first = CredentialSamples.stored("alice", 1);
        StoredCredential second = first.next(CredentialSamples.metadata("alice"));
        StoredCredential copy = second.copy();
        first.close();
        second.close();
        assertThat(copy.revision()).isEqualTo(2);
        assertThat(((ApiKeyCredential) copy.credential()).secretKey().isDestroyed())
                .isFalse();
        assertThat(((ApiKeyCredential) first.credential()).secretKey().isDestroyed())
                .isTrue();
        copy.close();
    }

    @Test
    void renderings_showNoSecret() {
        try (StoredCredential stored = CredentialSamples.stored("alice", 1)) {
            assertThat(CanaryRendering.find(stored)).isEmpty();
            assertThat(stored).hasToString("StoredCredential[alice, revision 1, API_KEY]");
        }
    }

    private static byte[] bytes() {
        try (StoredCredential stored = CredentialSamples.stored("alice", 1)) {
            return stored.toBytes();
        }
    }

    private static void assertCorrupt(byte[] bytes) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> StoredCredential.fromBytes(bytes))
                .extracting(CredentialStoreException::reason)
                .isEqualTo(Reason.CORRUPT);
    }
}
