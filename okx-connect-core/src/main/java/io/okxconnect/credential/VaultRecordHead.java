package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before the secrets of a {@link VaultRecord}: a header in clear and the metadata box. It is all that a list needs.
 */
final class VaultRecordHead {
    static final int VERSION = 1;
    static final int AES_256_GCM_HKDF = 1;
    static final int INCARNATION_LENGTH = 8;
    static final int SALT_LENGTH = 16;
    static final String METADATA_BOX = "okx-connect vault 1: metadata";

    private static final byte[] MAGIC = "OKXC".getBytes(StandardCharsets.US_ASCII);

    private final VaultPart part;
    private final byte[] name;
    private final byte[] header;
    private final byte[] incarnation;
    private final long revision;
    private final byte[] salt;
    private final byte[] metadataNonce;
    private final byte[] secretNonce;
    private final int secretLength;
    private final byte[] metadataBox;

    private VaultRecordHead(VaultPart part, byte[] name, byte[] bytes, ByteInput in) {
        this.part = part;
        this.name = name;
        if (!Arrays.equals(in.read(MAGIC.length), MAGIC)) {
            throw ByteInput.corrupt();
        }
        int version = in.readShort();
        if (version > VERSION) {
            throw VaultFailure.newerFormat(part, version);
        }
        int algorithm = in.readByte();
        int kind = in.readByte();
        if (version != VERSION
                || algorithm != AES_256_GCM_HKDF
                || !CredentialCodec.isKind(kind)
                || in.readInt() != VaultKeyset.KEY_ID) {
            throw ByteInput.corrupt();
        }
        this.incarnation = in.read(INCARNATION_LENGTH);
        this.revision = in.readLong();
        this.salt = in.read(SALT_LENGTH);
        this.metadataNonce = in.read(AesGcm.NONCE_LENGTH);
        this.secretNonce = in.read(AesGcm.NONCE_LENGTH);
        int metadataLength = in.readInt();
        this.secretLength = in.readInt();
        this.header = Arrays.copyOf(bytes, in.position());
        this.metadataBox = in.read(metadataLength);
        if (revision < 1 || secretLength < 0) {
            throw ByteInput.corrupt();
        }
    }

    /** Reads the head from the start of {@code bytes} and leaves {@code in} behind it; nothing is authenticated. */
    static VaultRecordHead read(VaultPart part, byte[] name, byte[] bytes, ByteInput in) {
        return new VaultRecordHead(part, name, bytes, in);
    }

    /** Reads bytes that hold the head and nothing else; nothing is authenticated. */
    static VaultRecordHead parse(VaultPart part, byte[] name, byte[] bytes) {
        ByteInput in = new ByteInput(bytes);
        try {
            VaultRecordHead head = new VaultRecordHead(part, name, bytes, in);
            in.requireEnd();
            return head;
        } catch (CredentialStoreException failure) {
            throw VaultRecord.asDamageOf(part, failure);
        }
    }

    static byte[] header(
            int kind,
            byte[] incarnation,
            long revision,
            byte[] salt,
            byte[] metadataNonce,
            byte[] secretNonce,
            int metadataLength,
            int secretLength) {
        try (WipingBuffer out = new WipingBuffer()) {
            return out.put(MAGIC)
                    .putShort(VERSION)
                    .putByte(AES_256_GCM_HKDF)
                    .putByte(kind)
                    .putInt(VaultKeyset.KEY_ID)
                    .put(incarnation)
                    .putLong(revision)
                    .put(salt)
                    .put(metadataNonce)
                    .put(secretNonce)
                    .putInt(metadataLength)
                    .putInt(secretLength)
                    .toBytes();
        }
    }

    /** Opens the metadata box. */
    CredentialMetadata openMetadata(VaultKeys keys) {
        byte[] plaintext = openBox(keys, METADATA_BOX, metadataNonce, place(keys), metadataBox);
        CredentialMetadata metadata;
        try {
            metadata = StoredCredentialCodec.decodeMetadata(plaintext);
        } catch (CredentialStoreException unreadable) {
            throw VaultRecord.damaged(part);
        }
        if (!Arrays.equals(keys.nameOf(metadata.accountId()), name)) {
            throw VaultRecord.damaged(part);
        }
        return metadata;
    }

    /** Opens a box that was sealed with this head; the caller wipes the result. */
    byte[] openBox(VaultKeys keys, String box, byte[] nonce, byte[] associatedData, byte[] ciphertext) {
        byte[] key = keys.boxKey(salt, box);
        try {
            return AesGcm.open(key, nonce, associatedData, ciphertext).orElseThrow(() -> VaultRecord.damaged(part));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** What binds a box to this header, the store and the place in it. */
    byte[] place(VaultKeys keys) {
        return place(keys, header, name);
    }

    static byte[] place(VaultKeys keys, byte[] header, byte[] name) {
        try (WipingBuffer out = new WipingBuffer()) {
            return out.put(header).put(keys.storeId()).put(name).toBytes();
        }
    }

    VaultPart part() {
        return part;
    }

    byte[] incarnation() {
        return incarnation.clone();
    }

    long revision() {
        return revision;
    }

    byte[] secretNonce() {
        return secretNonce.clone();
    }

    int secretLength() {
        return secretLength;
    }

    byte[] toBytes() {
        try (WipingBuffer out = new WipingBuffer()) {
            return out.put(header).put(metadataBox).toBytes();
        }
    }
}
