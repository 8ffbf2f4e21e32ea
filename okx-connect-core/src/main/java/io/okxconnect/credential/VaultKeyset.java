package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * How a store's keys are derived, and the keys themselves, wrapped; kept in the file {@code keyset} or a table row; byte by
 * byte in docs/vault-format.md. A SHA-256 checksum tells damage from a wrong password.
 */
final class VaultKeyset {
    static final int MAX_LENGTH = 4096;
    static final int KEY_ID = 1;

    private static final byte[] MAGIC = "OKXV".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int NO_KDF = 0;
    private static final int PBKDF2 = 1;
    private static final int ACTIVE = 1;
    private static final int STORE_ID_LENGTH = 16;
    private static final int SALT_LENGTH = 32;
    private static final int WRAPPED_LENGTH = 2 * AesGcm.KEY_LENGTH + AesGcm.TAG_LENGTH;
    private static final int CHECKSUM_LENGTH = 32;

    /** Part of what every record is bound to. */
    private final byte[] storeId;
    /** Of PBKDF2; 0 if the store is opened with a key. */
    private final int iterations;

    private final byte[] salt;
    private final byte[] nonce;
    /** Name key and data key, encrypted. */
    private final byte[] wrappedKeys;

    private VaultKeyset(byte[] storeId, int iterations, byte[] salt, byte[] nonce, byte[] wrappedKeys) {
        this.storeId = storeId;
        this.iterations = iterations;
        this.salt = salt;
        this.nonce = nonce;
        this.wrappedKeys = wrappedKeys;
    }

    /** A new keyset around new random keys. */
    static VaultKeyset create(VaultUnlock unlock, SecureRandom random) {
        return wrapped(random(random, STORE_ID_LENGTH), random(random, 2 * AesGcm.KEY_LENGTH), unlock, random);
    }

    /** Another keyset around the keys of an open store, which then opens with that. */
    static VaultKeyset around(VaultKeys keys, VaultUnlock unlock, SecureRandom random) {
        return wrapped(keys.storeId(), keys.toBytes(), unlock, random);
    }

    /** Wipes the keys. */
    private static VaultKeyset wrapped(byte[] storeId, byte[] keys, VaultUnlock unlock, SecureRandom random) {
        VaultKeyset empty = new VaultKeyset(
                storeId,
                unlock.iterationsForNewStore(),
                random(random, SALT_LENGTH),
                random(random, AesGcm.NONCE_LENGTH),
                new byte[0]);
        byte[] wrappingKey = unlock.wrappingKey(empty);
        try {
            byte[] wrapped = AesGcm.seal(wrappingKey, empty.nonce, empty.header(), keys);
            return new VaultKeyset(empty.storeId, empty.iterations, empty.salt, empty.nonce, wrapped);
        } finally {
            Arrays.fill(keys, (byte) 0);
            Arrays.fill(wrappingKey, (byte) 0);
        }
    }

    /** The keys; fails as wrong password or key if they do not unwrap. Runs the key derivation, which takes a second or more. */
    VaultKeys unwrap(VaultUnlock unlock) {
        byte[] wrappingKey = unlock.wrappingKey(this);
        try {
            byte[] keys = AesGcm.open(wrappingKey, nonce, header(), wrappedKeys)
                    .orElseThrow(VaultFailure::wrongPasswordOrKey);
            try {
                return new VaultKeys(
                        storeId,
                        Arrays.copyOf(keys, AesGcm.KEY_LENGTH),
                        Arrays.copyOfRange(keys, AesGcm.KEY_LENGTH, 2 * AesGcm.KEY_LENGTH));
            } finally {
                Arrays.fill(keys, (byte) 0);
            }
        } finally {
            Arrays.fill(wrappingKey, (byte) 0);
        }
    }

    byte[] toBytes() {
        try (WipingBuffer out = new WipingBuffer()) {
            out.put(header()).put(wrappedKeys);
            return out.put(sha256(out.toBytes())).toBytes();
        }
    }

    /** Reads what {@link #toBytes()} gave; {@code limits} are checked before anything is derived. */
    static VaultKeyset fromBytes(VaultPart part, byte[] bytes, VaultUnlock.Limits limits) {
        if (bytes.length < MAGIC.length + 2 + CHECKSUM_LENGTH
                || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC)) {
            throw VaultFailure.damaged(part, "is damaged or no keyset");
        }
        byte[] content = Arrays.copyOf(bytes, bytes.length - CHECKSUM_LENGTH);
        byte[] checksum = Arrays.copyOfRange(bytes, content.length, bytes.length);
        if (!MessageDigest.isEqual(sha256(content), checksum)) {
            throw VaultFailure.damaged(part, "is damaged: its checksum is wrong");
        }
        try {
            return parse(part, content, limits);
        } catch (CredentialStoreException failure) {
            throw failure.reason() == CredentialStoreException.Reason.CORRUPT
                    ? VaultFailure.damaged(part, "does not hold what a keyset must")
                    : failure;
        }
    }

    private static VaultKeyset parse(VaultPart part, byte[] content, VaultUnlock.Limits limits) {
        ByteInput in = new ByteInput(content);
        in.read(MAGIC.length);
        int version = in.readShort();
        if (version > VERSION) {
            throw VaultFailure.newerFormat(part, version);
        }
        byte[] storeId = in.read(STORE_ID_LENGTH);
        int kdf = in.readByte();
        int iterations = in.readInt();
        byte[] salt = in.read(SALT_LENGTH);
        boolean isKnownKdf = kdf == PBKDF2 ? limits.allow(iterations) : kdf == NO_KDF && iterations == 0;
        if (version != VERSION || !isKnownKdf || in.readInt() != KEY_ID || in.readByte() != ACTIVE) {
            throw ByteInput.corrupt();
        }
        VaultKeyset keyset =
                new VaultKeyset(storeId, iterations, salt, in.read(AesGcm.NONCE_LENGTH), in.read(WRAPPED_LENGTH));
        in.requireEnd();
        return keyset;
    }

    byte[] storeId() {
        return storeId.clone();
    }

    byte[] salt() {
        return salt.clone();
    }

    int iterations() {
        return iterations;
    }

    boolean isForPassword() {
        return iterations != 0;
    }

    /** All that stands before the wrapped keys, and is authenticated with them. */
    private byte[] header() {
        try (WipingBuffer out = new WipingBuffer()) {
            return out.put(MAGIC)
                    .putShort(VERSION)
                    .put(storeId)
                    .putByte(isForPassword() ? PBKDF2 : NO_KDF)
                    .putInt(iterations)
                    .put(salt)
                    .putInt(KEY_ID)
                    .putByte(ACTIVE)
                    .put(nonce)
                    .toBytes();
        }
    }

    private static byte[] random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every Java must have.", e);
        }
    }
}
