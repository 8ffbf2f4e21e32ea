package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only somebody who holds the keys, or another version, could have written: whole by its checksums and tags, and wrong. */
class VaultCodecTest {
    private static final VaultPart PART = new VaultPart("part");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] NOTHING = new byte[0];

    private static VaultKeys keys() {
        byte[] nameKey = new byte[32];
        Arrays.fill(nameKey, (byte) 1);
        byte[] dataKey = new byte[32];
        Arrays.fill(dataKey, (byte) 2);
        return new VaultKeys(new byte[16], nameKey, dataKey);
    }

    private static VaultKeyset keyset() {
        try (VaultUnlock unlock = password()) {
            return VaultKeyset.create(unlock, RANDOM);
        }
    }

    private static VaultUnlock password() {
        return new VaultUnlock.Password(Canary.STORE_PASSWORD.toCharArray(), 3);
    }

    /** A keyset's bytes after a change, with a checksum that is right again. */
    private static byte[] changed(Consumer<ByteBuffer> change) {
        byte[] bytes = keyset().toBytes();
        change.accept(ByteBuffer.wrap(bytes));
        return withChecksum(Arrays.copyOf(bytes, bytes.length - 32));
    }

    private static byte[] withChecksum(byte[] content) {
        try {
            byte[] all = Arrays.copyOf(content, content.length + 32);
            System.arraycopy(MessageDigest.getInstance("SHA-256").digest(content), 0, all, content.length, 32);
            return all;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static VaultKeyset parse(byte[] bytes) {
        return VaultKeyset.fromBytes(PART, bytes, TestVaults.QUICK);
    }

    @Test
    void keyset_unchanged_isParsedToTheSameBytes() {
        byte[] bytes = keyset().toBytes();
        assertThat(parse(bytes).toBytes()).isEqualTo(bytes);
        assertThat(parse(bytes).isForPassword()).isTrue();
        assertThat(parse(bytes).iterations()).isEqualTo(TestVaults.QUICK.min() + 1);
        assertThat(parse(bytes).storeId()).isEqualTo(Arrays.copyOfRange(bytes, 6, 22));
        assertThat(parse(bytes).salt())
                .isEqualTo(Arrays.copyOfRange(bytes, 27, 59))
                .isNotEqualTo(new byte[32]);
    }

    /** Offsets as in docs/vault-format.md. */
    @ParameterizedTest
    @CsvSource({
        "5, 2, NEWER_FORMAT",
        "4, 1, NEWER_FORMAT",
        "5, 0, CORRUPT",
        "22, 2, CORRUPT",
        "22, 0, CORRUPT",
        "62, 2, CORRUPT",
        "63, 0, CORRUPT",
        "63, 2, CORRUPT"
    })
    void keyset_anotherValueWithARightChecksum_isRefused(int offset, byte value, Reason reason) {
        assertFails(reason, () -> parse(changed(bytes -> bytes.put(offset, value))));
    }

    @Test
    void keyset_ofAKeyWithIterations_isCorrupt() {
        byte[] byKey = changed(bytes -> bytes.put(22, (byte) 0).putInt(23, 0));
        assertThat(parse(byKey).isForPassword()).isFalse();
        assertFails(
                Reason.CORRUPT,
                () -> parse(changed(bytes -> bytes.put(22, (byte) 0).putInt(23, 1))));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 10_001, Integer.MAX_VALUE})
    void keyset_iterationsOutOfBounds_isCorruptBeforeAnythingIsDerived(int iterations) {
        assertFails(Reason.CORRUPT, () -> parse(changed(bytes -> bytes.putInt(23, iterations))));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10_000})
    void keyset_iterationsAtTheBounds_areAllowed(int iterations) {
        assertThat(parse(changed(bytes -> bytes.putInt(23, iterations))).iterations())
                .isEqualTo(iterations);
    }

    @Test
    void keyset_shorterOrLongerWithARightChecksum_isCorrupt() {
        byte[] content = Arrays.copyOf(keyset().toBytes(), 156);
        for (int length = 0; length < content.length; length++) {
            byte[] part = Arrays.copyOf(content, length);
            assertFails(Reason.CORRUPT, () -> parse(withChecksum(part)));
        }
        assertFails(Reason.CORRUPT, () -> parse(withChecksum(Arrays.copyOf(content, content.length + 1))));
        assertFails(Reason.CORRUPT, () -> parse(NOTHING));
    }

    /** 38 bytes are the least that hold magic, version and checksum. */
    @ParameterizedTest
    @CsvSource({
        "4, is damaged or no keyset",
        "36, is damaged or no keyset",
        "37, is damaged or no keyset",
        "38, its checksum is wrong",
        "39, its checksum is wrong"
    })
    void keyset_cutShort_isCorruptAndSaysHow(int length, String problem) {
        byte[] cut = Arrays.copyOf(keyset().toBytes(), length);
        assertThatExceptionOfType(CredentialStoreException.class)
                .isThrownBy(() -> parse(cut))
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT));
    }

    @Test
    void keyset_headerChangedWithARightChecksum_doesNotUnwrap() {
        byte[] otherStore = changed(bytes -> bytes.put(6, (byte) (bytes.get(6) ^ 1)));
        try (VaultUnlock unlock = password()) {
            assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> parse(otherStore).unwrap(unlock));
        }
    }

    @Test
    void keyset_twice_isNeverTheSame() {
        byte[] one = keyset().toBytes();
        byte[] other = keyset().toBytes();
        assertThat(Arrays.copyOfRange(one, 6, 22)).as("store id").isNotEqualTo(Arrays.copyOfRange(other, 6, 22));
        assertThat(Arrays.copyOfRange(one, 27, 59)).as("salt").isNotEqualTo(Arrays.copyOfRange(other, 27, 59));
        assertThat(Arrays.copyOfRange(one, 64, 76)).as("nonce").isNotEqualTo(Arrays.copyOfRange(other, 64, 76));
    }

    @Test
    void keyset_wrappedAnew_holdsTheSameKeysAndLeavesThemUsable() {
        try (VaultUnlock unlock = password();
                VaultKeys before = keyset().unwrap(unlock);
                VaultKeys after = VaultKeyset.around(before, unlock, RANDOM).unwrap(unlock)) {
            assertThat(after.toBytes()).isEqualTo(before.toBytes()).isNotEqualTo(new byte[64]);
            assertThat(after.storeId()).isEqualTo(before.storeId());
        }
    }

    @Test
    void keys_closed_areWiped() {
        byte[] nameKey = {1, 2, 3};
        byte[] dataKey = {4, 5, 6};
        VaultKeys keys = new VaultKeys(new byte[16], nameKey, dataKey);
        keys.close();
        assertThat(nameKey).containsOnly(0);
        assertThat(dataKey).containsOnly(0);
        assertFails(Reason.CLOSED, keys::toBytes);
        assertFails(Reason.CLOSED, () -> keys.boxKey(new byte[16], "box"));
        assertFails(Reason.CLOSED, () -> keys.nameOf(AccountId.of("alice")));
        assertFails(Reason.CLOSED, keys::requireOpen);
    }

    @Test
    void unlock_closed_isWiped() {
        VaultUnlock password = password();
        VaultKeyset byPassword = VaultKeyset.create(password, RANDOM);
        password.close();
        assertFails(Reason.WRONG_PASSWORD_OR_KEY, () -> byPassword.unwrap(password));
        try (Secret key = Secret.of(Canary.SECRET_KEY)) {
            VaultUnlock unlock = new VaultUnlock.Key(key);
            VaultKeyset byKey = VaultKeyset.create(unlock, RANDOM);
            unlock.close();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> byKey.unwrap(unlock));
            assertThat(key.isDestroyed()).isFalse();
        }
    }

    private record Made(byte[] header, byte[] salt, byte[] metadataNonce, byte[] secretNonce, byte[] name) {
        static Made of(VaultKeys keys, String account, long revision, int metadata, int secrets) {
            byte[] salt = new byte[16];
            byte[] metadataNonce = new byte[12];
            byte[] secretNonce = new byte[12];
            return new Made(
                    VaultRecordHead.header(
                            1, new byte[8], revision, salt, metadataNonce, secretNonce, metadata + 16, secrets + 16),
                    salt,
                    metadataNonce,
                    secretNonce,
                    keys.nameOf(AccountId.of(account)));
        }

        byte[] place(VaultKeys keys) {
            return VaultRecordHead.place(keys, header, name);
        }
    }

    /** A record with any metadata and secrets, sealed as a real one. */
    private static VaultRecord record(VaultKeys keys, long revision, byte[] metadata, byte[] binding, byte[] secrets) {
        Made made = Made.of(keys, "alice", revision, metadata.length, secrets.length);
        byte[] place = made.place(keys);
        try (WipingBuffer out = new WipingBuffer()) {
            return VaultRecord.parse(
                    PART,
                    made.name(),
                    out.put(made.header())
                            .put(AesGcm.seal(
                                    keys.boxKey(made.salt(), "okx-connect vault 1: metadata"),
                                    made.metadataNonce(),
                                    place,
                                    metadata))
                            .put(AesGcm.seal(
                                    keys.boxKey(made.salt(), "okx-connect vault 1: secrets"),
                                    made.secretNonce(),
                                    concat(place, binding),
                                    secrets))
                            .toBytes());
        }
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private static byte[] metadataOf(String account) {
        return StoredCredentialCodec.encodeMetadata(CredentialSamples.metadata(account));
    }

    private static byte[] binding() {
        try (WipingBuffer out = new WipingBuffer()) {
            CredentialMetadata metadata = CredentialSamples.metadata("alice");
            return out.putText("alice")
                    .putText(metadata.siteName())
                    .putText(metadata.siteRestBase().toString())
                    .putText(metadata.environment().name())
                    .putText(metadata.origin().name())
                    .toBytes();
        }
    }

    private static byte[] secrets() {
        try (ApiKeyCredential key = CredentialSamples.apiKey()) {
            return CredentialCodec.encode(key);
        }
    }

    @Test
    void record_madeByHand_opens() {
        try (VaultKeys keys = keys();
                StoredCredential opened = record(keys, 7, metadataOf("alice"), binding(), secrets())
                        .open(keys)) {
            assertThat(opened.revision()).isEqualTo(7);
        }
    }

    @Test
    void record_authenticMetadataThatDoNotParse_isCorrupt() {
        try (VaultKeys keys = keys()) {
            VaultRecord record = record(keys, 1, "no metadata".getBytes(StandardCharsets.UTF_8), NOTHING, secrets());
            assertFails(Reason.CORRUPT, () -> record.openMetadata(keys));
        }
    }

    @Test
    void record_authenticMetadataOfAnotherAccount_isCorrupt() {
        try (VaultKeys keys = keys()) {
            VaultRecord record = record(keys, 1, metadataOf("bob"), binding(), secrets());
            assertFails(Reason.CORRUPT, () -> record.openMetadata(keys));
        }
    }

    @Test
    void record_authenticSecretsThatDoNotParse_isCorrupt() {
        try (VaultKeys keys = keys()) {
            VaultRecord record = record(keys, 1, metadataOf("alice"), binding(), new byte[] {9});
            record.openMetadata(keys);
            assertFails(Reason.CORRUPT, () -> record.open(keys));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void record_revisionBelowOne_isCorrupt(long revision) {
        try (VaultKeys keys = keys()) {
            assertFails(Reason.CORRUPT, () -> record(keys, revision, metadataOf("alice"), binding(), secrets()));
        }
    }

    /** Offsets as in docs/vault-format.md. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, CORRUPT",
        "5, 2, NEWER_FORMAT",
        "5, 0, CORRUPT",
        "6, 2, CORRUPT",
        "7, 0, CORRUPT",
        "7, 3, CORRUPT",
        "11, 2, CORRUPT"
    })
    void record_anotherValueInTheHeader_isRefusedWhenParsed(int offset, byte value, Reason reason) {
        try (VaultKeys keys = keys();
                StoredCredential stored = CredentialSamples.stored("alice", 1)) {
            byte[] name = keys.nameOf(AccountId.of("alice"));
            byte[] bytes = VaultRecord.seal(keys, RANDOM, name, new byte[8], stored);
            VaultRecord.parse(PART, name, bytes);
            bytes[offset] = value;
            assertFails(reason, () -> VaultRecord.parse(PART, name, bytes));
        }
    }

    @Test
    void record_oneByteMore_isCorrupt() {
        try (VaultKeys keys = keys();
                StoredCredential stored = CredentialSamples.stored("alice", 1)) {
            byte[] name = keys.nameOf(AccountId.of("alice"));
            byte[] bytes = VaultRecord.seal(keys, RANDOM, name, new byte[8], stored);
            assertFails(Reason.CORRUPT, () -> VaultRecord.parse(PART, name, Arrays.copyOf(bytes, bytes.length + 1)));
            byte[] head = VaultRecord.parse(PART, name, bytes).head().toBytes();
            assertThat(VaultRecordHead.parse(PART, name, head).openMetadata(keys))
                    .isEqualTo(stored.metadata());
            assertFails(Reason.CORRUPT, () -> VaultRecordHead.parse(PART, name, Arrays.copyOf(head, head.length + 1)));
        }
    }

    @Test
    void credential_oneByteMore_isCorrupt() {
        try (ApiKeyCredential key = CredentialSamples.apiKey();
                AccessTokenCredential tokens = CredentialSamples.tokens()) {
            for (Credential each : List.of(key, tokens)) {
                byte[] form = CredentialCodec.encode(each);
                CredentialCodec.decode(form).close();
                assertFails(Reason.CORRUPT, () -> CredentialCodec.decode(Arrays.copyOf(form, form.length + 1)));
            }
        }
    }

    @Test
    void metadata_oneByteMore_isCorrupt() {
        byte[] form = metadataOf("alice");
        StoredCredentialCodec.decodeMetadata(form);
        assertFails(Reason.CORRUPT, () -> StoredCredentialCodec.decodeMetadata(Arrays.copyOf(form, form.length + 1)));
    }

    @Test
    void record_sealedTwice_sharesNoRandomPart() {
        try (VaultKeys keys = keys();
                StoredCredential stored = CredentialSamples.stored("alice", 1)) {
            byte[] name = keys.nameOf(AccountId.of("alice"));
            byte[] one = VaultRecord.seal(keys, RANDOM, name, new byte[8], stored);
            byte[] other = VaultRecord.seal(keys, RANDOM, name, new byte[8], stored);
            for (int[] part : new int[][] {{28, 44}, {44, 56}, {56, 68}}) {
                assertThat(Arrays.copyOfRange(one, part[0], part[1]))
                        .isNotEqualTo(Arrays.copyOfRange(other, part[0], part[1]));
            }
            assertThat(VaultRecord.newIncarnation(RANDOM)).hasSize(8).isNotEqualTo(VaultRecord.newIncarnation(RANDOM));
        }
    }

    @Test
    void record_whatItGivesOut_isNotItsOwn() {
        try (VaultKeys keys = keys()) {
            VaultRecord record = record(keys, 1, metadataOf("alice"), binding(), secrets());
            record.secretBox()[0] ^= 1;
            record.head().secretNonce()[0] ^= 1;
            Arrays.fill(record.incarnation(), (byte) 9);
            record.open(keys).close();
            assertThat(record.incarnation()).isEqualTo(new byte[8]);
            assertThat(record.head().part()).isEqualTo(PART);
        }
    }

    @Test
    void aesGcm_lessThanATag_isNothing() {
        byte[] key = new byte[32];
        byte[] nonce = new byte[12];
        assertThat(AesGcm.open(key, nonce, NOTHING, new byte[15])).isEmpty();
        assertThat(AesGcm.open(key, nonce, NOTHING, AesGcm.seal(key, nonce, NOTHING, NOTHING)))
                .hasValueSatisfying(plaintext -> assertThat(plaintext).isEmpty());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> AesGcm.seal(new byte[3], nonce, NOTHING, NOTHING));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> AesGcm.open(new byte[3], nonce, NOTHING, new byte[16]));
    }

    @Test
    void credential_withoutAnAccessToken_isCorrupt() {
        assertFails(Reason.CORRUPT, () -> CredentialCodec.decode(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        assertFails(Reason.CORRUPT, () -> CredentialCodec.decode(NOTHING));
        assertFails(Reason.CORRUPT, () -> CredentialCodec.decode(new byte[] {3}));
        assertThat(CredentialCodec.isKind(1)).isTrue();
        assertThat(CredentialCodec.isKind(2)).isTrue();
        assertThat(CredentialCodec.isKind(0)).isFalse();
        assertThat(CredentialCodec.isKind(3)).isFalse();
    }

    @Test
    void storedForm_ofVersionZero_isCorrupt() {
        try (StoredCredential stored = CredentialSamples.stored("alice", 1)) {
            byte[] bytes = stored.toBytes();
            bytes[5] = 0;
            assertFails(Reason.CORRUPT, () -> StoredCredential.fromBytes(bytes));
        }
    }

    @Test
    void wipingBuffer_grownOrClosed_leavesNothingBehind() {
        WipingBuffer out = new WipingBuffer();
        for (int i = 0; i < 2_000; i++) {
            out.putByte(i);
        }
        byte[] all = out.toBytes();
        assertThat(all).hasSize(2_000);
        for (int i = 0; i < all.length; i++) {
            assertThat(all[i]).isEqualTo((byte) i);
        }
        out.close();
        assertThat(out.toBytes()).containsOnly(0);
        assertThat(out.putBlock(new byte[5_000]).toBytes()).hasSize(7_004);
    }

    @Test
    void requireReadable_oneByteTooMuch_isRefusedByName() {
        try (VaultKeys keys = keys()) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() ->
                            VaultRecord.requireReadable(PART, keys, NOTHING, new byte[VaultRecord.MAX_LENGTH + 1]))
                    .satisfies(e -> assertThat(e.argument()).isEqualTo("next"));
            assertFails(
                    Reason.CORRUPT,
                    () -> VaultRecord.requireReadable(PART, keys, NOTHING, new byte[VaultRecord.MAX_LENGTH]));
        }
    }
}
