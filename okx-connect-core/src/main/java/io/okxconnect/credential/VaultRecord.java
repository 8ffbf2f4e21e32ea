package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * One account's file: a header in clear and two boxes, metadata and secrets, each AES-256-GCM under a key of its own; byte by
 * byte in docs/vault-format.md.
 *
 * <p>Both boxes are bound to the whole header, the store and the file's name; the secrets also to account, site, address,
 * environment and origin. A box in another place, or of another revision, does not open.
 */
final class VaultRecord {
    static final int MAX_FILE_LENGTH = 1 << 20;

    private static final byte[] MAGIC = "OKXC".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int AES_256_GCM_HKDF = 1;
    private static final int API_KEY = 1;
    private static final int INCARNATION_LENGTH = 8;
    private static final int SALT_LENGTH = 16;
    private static final String METADATA_BOX = "okx-connect vault 1: metadata";
    private static final String SECRET_BOX = "okx-connect vault 1: secrets";

    private final Path file;
    private final byte[] name;
    private final byte[] header;
    private final byte[] incarnation;
    private final long revision;
    private final byte[] salt;
    private final byte[] metadataNonce;
    private final byte[] secretNonce;
    private final byte[] metadataBox;
    private final byte[] secretBox;

    private VaultRecord(Path file, byte[] name, byte[] bytes) {
        this.file = file;
        this.name = name;
        ByteInput in = new ByteInput(bytes);
        if (!Arrays.equals(in.read(MAGIC.length), MAGIC)) {
            throw ByteInput.corrupt();
        }
        int version = in.readShort();
        if (version > VERSION) {
            throw VaultFailure.newerFormat(file, version);
        }
        if (version != VERSION
                || in.readByte() != AES_256_GCM_HKDF
                || in.readByte() != API_KEY
                || in.readInt() != VaultKeyset.KEY_ID) {
            throw ByteInput.corrupt();
        }
        this.incarnation = in.read(INCARNATION_LENGTH);
        this.revision = in.readLong();
        this.salt = in.read(SALT_LENGTH);
        this.metadataNonce = in.read(AesGcm.NONCE_LENGTH);
        this.secretNonce = in.read(AesGcm.NONCE_LENGTH);
        int metadataLength = in.readInt();
        int secretLength = in.readInt();
        this.header = Arrays.copyOf(bytes, in.position());
        this.metadataBox = in.read(metadataLength);
        this.secretBox = in.read(secretLength);
        in.requireEnd();
        if (revision < 1) {
            throw ByteInput.corrupt();
        }
    }

    /** Reads the outer form; nothing is authenticated before a box is opened. */
    static VaultRecord parse(Path file, byte[] name, byte[] bytes) {
        try {
            return new VaultRecord(file, name, bytes);
        } catch (CredentialStoreException failure) {
            throw failure.reason() == Reason.CORRUPT ? damaged(file) : failure;
        }
    }

    /** The file's bytes for a revision of an account; the incarnation tells a re-created account from its predecessor. */
    static byte[] seal(VaultKeys keys, SecureRandom random, byte[] name, byte[] incarnation, StoredCredential stored) {
        byte[] metadata = StoredCredentialCodec.encodeMetadata(stored.metadata());
        byte[] secrets = StoredCredentialCodec.encodeCredential(stored.credential());
        byte[] salt = random(random, SALT_LENGTH);
        byte[] metadataNonce = random(random, AesGcm.NONCE_LENGTH);
        byte[] secretNonce = random(random, AesGcm.NONCE_LENGTH);
        try (WipingBuffer out = new WipingBuffer()) {
            byte[] header = out.put(MAGIC)
                    .putShort(VERSION)
                    .putByte(AES_256_GCM_HKDF)
                    .putByte(API_KEY)
                    .putInt(VaultKeyset.KEY_ID)
                    .put(incarnation)
                    .putLong(stored.revision())
                    .put(salt)
                    .put(metadataNonce)
                    .put(secretNonce)
                    .putInt(metadata.length + AesGcm.TAG_LENGTH)
                    .putInt(secrets.length + AesGcm.TAG_LENGTH)
                    .toBytes();
            byte[] place = place(keys, header, name);
            return out.put(sealBox(keys, salt, METADATA_BOX, metadataNonce, place, metadata))
                    .put(sealBox(keys, salt, SECRET_BOX, secretNonce, binding(place, stored.metadata()), secrets))
                    .toBytes();
        } finally {
            Arrays.fill(secrets, (byte) 0);
        }
    }

    static byte[] newIncarnation(SecureRandom random) {
        return random(random, INCARNATION_LENGTH);
    }

    byte[] incarnation() {
        return incarnation.clone();
    }

    long revision() {
        return revision;
    }

    /** Opens the metadata box only. */
    CredentialMetadata openMetadata(VaultKeys keys) {
        byte[] plaintext = openBox(keys, METADATA_BOX, metadataNonce, place(keys, header, name), metadataBox);
        CredentialMetadata metadata;
        try {
            metadata = StoredCredentialCodec.decodeMetadata(plaintext);
        } catch (CredentialStoreException unreadable) {
            throw damaged(file);
        }
        if (!Arrays.equals(keys.nameOf(metadata.accountId()), name)) {
            throw damaged(file);
        }
        return metadata;
    }

    /** Opens both boxes; the caller closes the result. */
    StoredCredential open(VaultKeys keys) {
        CredentialMetadata metadata = openMetadata(keys);
        byte[] associatedData = binding(place(keys, header, name), metadata);
        byte[] plaintext = openBox(keys, SECRET_BOX, secretNonce, associatedData, secretBox);
        try (Credential credential = StoredCredentialCodec.decodeCredential(plaintext)) {
            return StoredCredential.of(metadata, revision, credential);
        } catch (CredentialStoreException unreadable) {
            throw damaged(file);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    private static byte[] place(VaultKeys keys, byte[] header, byte[] name) {
        try (WipingBuffer out = new WipingBuffer()) {
            return out.put(header).put(keys.storeId()).put(name).toBytes();
        }
    }

    private static byte[] binding(byte[] place, CredentialMetadata metadata) {
        try (WipingBuffer out = new WipingBuffer()) {
            return out.put(place)
                    .putText(metadata.accountId().value())
                    .putText(metadata.siteName())
                    .putText(metadata.siteRestBase().toString())
                    .putText(metadata.environment().name())
                    .putText(metadata.origin().name())
                    .toBytes();
        }
    }

    private static byte[] sealBox(
            VaultKeys keys, byte[] salt, String box, byte[] nonce, byte[] associatedData, byte[] plaintext) {
        byte[] key = keys.boxKey(salt, box);
        try {
            return AesGcm.seal(key, nonce, associatedData, plaintext);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] openBox(VaultKeys keys, String box, byte[] nonce, byte[] associatedData, byte[] ciphertext) {
        byte[] key = keys.boxKey(salt, box);
        try {
            return AesGcm.open(key, nonce, associatedData, ciphertext).orElseThrow(() -> damaged(file));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static CredentialStoreException damaged(Path file) {
        return VaultFailure.damaged(file, "is damaged, was changed from outside, or was moved from another place");
    }

    private static byte[] random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
