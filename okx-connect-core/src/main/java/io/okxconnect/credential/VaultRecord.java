package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * One account in encrypted form, wherever it is kept: a header in clear and two boxes, metadata and secrets, each AES-256-GCM
 * under a key of its own; byte by byte in docs/vault-format.md.
 *
 * <p>Both boxes are bound to the whole header, the store and the record's name; the secrets also to account, site, address,
 * environment and origin. A box in another place, or of another revision, does not open.
 */
final class VaultRecord {
    static final int MAX_LENGTH = 1 << 20;

    private static final String SECRET_BOX = "okx-connect vault 1: secrets";

    private final VaultRecordHead head;
    private final byte[] secretBox;

    private VaultRecord(VaultPart part, byte[] name, byte[] bytes) {
        ByteInput in = new ByteInput(bytes);
        this.head = VaultRecordHead.read(part, name, bytes, in);
        this.secretBox = in.read(head.secretLength());
        in.requireEnd();
    }

    /** Reads the outer form; nothing is authenticated before a box is opened. */
    static VaultRecord parse(VaultPart part, byte[] name, byte[] bytes) {
        try {
            return new VaultRecord(part, name, bytes);
        } catch (CredentialStoreException failure) {
            throw asDamageOf(part, failure);
        }
    }

    /** The bytes for a revision of an account; the incarnation tells a re-created account from its predecessor. */
    static byte[] seal(VaultKeys keys, SecureRandom random, byte[] name, byte[] incarnation, StoredCredential stored) {
        byte[] metadata = StoredCredentialCodec.encodeMetadata(stored.metadata());
        byte[] secrets = CredentialCodec.encode(stored.credential());
        byte[] salt = random(random, VaultRecordHead.SALT_LENGTH);
        byte[] metadataNonce = random(random, AesGcm.NONCE_LENGTH);
        byte[] secretNonce = random(random, AesGcm.NONCE_LENGTH);
        try (WipingBuffer out = new WipingBuffer()) {
            byte[] header = VaultRecordHead.header(
                    CredentialCodec.kindOf(secrets),
                    incarnation,
                    stored.revision(),
                    salt,
                    metadataNonce,
                    secretNonce,
                    metadata.length + AesGcm.TAG_LENGTH,
                    secrets.length + AesGcm.TAG_LENGTH);
            byte[] place = VaultRecordHead.place(keys, header, name);
            return out.put(header)
                    .put(sealBox(keys, salt, VaultRecordHead.METADATA_BOX, metadataNonce, place, metadata))
                    .put(sealBox(keys, salt, SECRET_BOX, secretNonce, binding(place, stored.metadata()), secrets))
                    .toBytes();
        } finally {
            Arrays.fill(secrets, (byte) 0);
        }
    }

    /** What was sealed, if it can be opened again: what cannot be read must not replace what can. */
    static VaultRecord requireReadable(VaultPart part, VaultKeys keys, byte[] name, byte[] sealed) {
        if (sealed.length > MAX_LENGTH) {
            throw new InvalidArgumentException(
                    "next", "must be smaller than 1 MiB", "Keep large things elsewhere, not in the attributes.");
        }
        VaultRecord record = parse(part, name, sealed);
        record.open(keys).close();
        return record;
    }

    static byte[] newIncarnation(SecureRandom random) {
        return random(random, VaultRecordHead.INCARNATION_LENGTH);
    }

    VaultRecordHead head() {
        return head;
    }

    byte[] incarnation() {
        return head.incarnation();
    }

    long revision() {
        return head.revision();
    }

    /** The encrypted secrets. */
    byte[] secretBox() {
        return secretBox.clone();
    }

    /** Opens the metadata box only. */
    CredentialMetadata openMetadata(VaultKeys keys) {
        return head.openMetadata(keys);
    }

    /** Opens both boxes; the caller closes the result. */
    StoredCredential open(VaultKeys keys) {
        return open(keys, head.openMetadata(keys));
    }

    /** Opens the secrets of a record whose metadata box held that; the caller closes the result. */
    StoredCredential open(VaultKeys keys, CredentialMetadata metadata) {
        byte[] associatedData = binding(head.place(keys), metadata);
        byte[] plaintext = head.openBox(keys, SECRET_BOX, head.secretNonce(), associatedData, secretBox);
        try (Credential credential = CredentialCodec.decode(plaintext)) {
            return StoredCredential.of(metadata, head.revision(), credential);
        } catch (CredentialStoreException unreadable) {
            throw damaged(head.part());
        } finally {
            Arrays.fill(plaintext, (byte) 0);
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

    static CredentialStoreException damaged(VaultPart part) {
        return VaultFailure.damaged(part, "is damaged, was changed from outside, or was moved from another place");
    }

    /** A failure to parse, with the place that it concerns. */
    static CredentialStoreException asDamageOf(VaultPart part, CredentialStoreException failure) {
        return failure.reason() == Reason.CORRUPT ? damaged(part) : failure;
    }

    private static byte[] random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
