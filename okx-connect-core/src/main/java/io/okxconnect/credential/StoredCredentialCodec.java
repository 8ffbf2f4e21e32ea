package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Binary forms of metadata, and of metadata and credential together; byte by byte in docs/vault-format.md. */
final class StoredCredentialCodec {
    private static final byte[] MAGIC = "OKXS".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private StoredCredentialCodec() {}

    static byte[] encode(StoredCredential stored) {
        byte[] secrets = CredentialCodec.encode(stored.credential());
        try (WipingBuffer out = new WipingBuffer()) {
            return out.put(MAGIC)
                    .putShort(VERSION)
                    .putLong(stored.revision())
                    .putBlock(encodeMetadata(stored.metadata()))
                    .putBlock(secrets)
                    .toBytes();
        } finally {
            Arrays.fill(secrets, (byte) 0);
        }
    }

    static StoredCredential decode(byte[] bytes) {
        ByteInput in = new ByteInput(bytes);
        if (!Arrays.equals(in.read(MAGIC.length), MAGIC)) {
            throw ByteInput.corrupt();
        }
        requireVersion(in.readShort());
        long revision = in.readLong();
        CredentialMetadata metadata = decodeMetadata(in.readBlock());
        byte[] secrets = in.readBlock();
        try {
            in.requireEnd();
            if (revision < 1) {
                throw ByteInput.corrupt();
            }
            try (Credential credential = CredentialCodec.decode(secrets)) {
                return StoredCredential.of(metadata, revision, credential);
            }
        } finally {
            Arrays.fill(secrets, (byte) 0);
        }
    }

    static void requireVersion(int version) {
        if (version > VERSION) {
            throw new CredentialStoreException(
                    Reason.NEWER_FORMAT,
                    "The credential was stored by a newer version of okx-connect (format " + version + ").",
                    "Use that version or a later one; nothing was changed.",
                    null);
        }
        if (version != VERSION) {
            throw ByteInput.corrupt();
        }
    }

    static byte[] encodeMetadata(CredentialMetadata metadata) {
        Map<String, String> text = metadata.toMap();
        try (WipingBuffer out = new WipingBuffer()) {
            out.putShort(text.size());
            text.forEach((name, value) -> out.putText(name).putText(value));
            return out.toBytes();
        }
    }

    static CredentialMetadata decodeMetadata(byte[] bytes) {
        ByteInput in = new ByteInput(bytes);
        int entries = in.readShort();
        Map<String, String> text = new LinkedHashMap<>();
        for (int i = 0; i < entries; i++) {
            text.put(in.readText(), in.readText());
        }
        in.requireEnd();
        try {
            return CredentialMetadata.fromMap(text);
        } catch (InvalidArgumentException wrongEntry) {
            throw ByteInput.corrupt();
        }
    }
}
