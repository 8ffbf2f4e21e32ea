package io.okxconnect.oauth.internal.jdbc;

import io.okxconnect.credential.Secret;
import io.okxconnect.credential.SecretAccess;
import io.okxconnect.error.InvalidArgumentException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is pending, with AES-256-GCM, each time under a key of its own that HKDF-SHA256 (RFC 5869) derives from the store's key;
 * byte by byte in docs/vault-format.md. Safe for use by many threads.
 */
public final class PendingSeal implements AutoCloseable {
    private static final int KEY_LENGTH = 32;
    private static final int SALT_LENGTH = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;
    private static final int CHECK_LENGTH = 8;
    private static final byte[] MAGIC = "OKXP".getBytes(StandardCharsets.US_ASCII);
    private static final short VERSION = 1;
    private static final int HEADER_LENGTH = MAGIC.length + Short.BYTES + CHECK_LENGTH + SALT_LENGTH + NONCE_LENGTH;

    private final Secret key;
    private final SecureRandom random;
    private final byte[] keyCheck;

    /** A seal of a 32-byte key, which is copied. */
    public PendingSeal(Secret key, SecureRandom random) {
        int length = key.use(SecretAccess.insecure(), bytes -> bytes.length);
        if (length != KEY_LENGTH) {
            throw new InvalidArgumentException(
                    "key", "must be 32 bytes", "Make one with: openssl rand -base64 32, the same for each node.");
        }
        this.key = key.copy();
        this.random = random;
        this.keyCheck = Arrays.copyOf(derive(new byte[0], "key check"), CHECK_LENGTH);
    }

    /** What stands for a browser session in the table: it tells which rows are of the same one, and nothing else. */
    public byte[] session(String digest) {
        byte[] sessionKey = derive(new byte[0], "session");
        try {
            return hmac(sessionKey, digest.getBytes(StandardCharsets.US_ASCII));
        } finally {
            Arrays.fill(sessionKey, (byte) 0);
        }
    }

    /** A row around bytes that are left for the caller to wipe. */
    public PendingRow seal(byte[] id, byte[] session, long expires, byte[] plaintext) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH)
                .put(MAGIC)
                .putShort(VERSION)
                .put(keyCheck)
                .put(random(SALT_LENGTH))
                .put(random(NONCE_LENGTH));
        byte[] box = run(Cipher.ENCRYPT_MODE, header.array(), id, session, expires, plaintext);
        byte[] sealed = Arrays.copyOf(header.array(), HEADER_LENGTH + box.length);
        System.arraycopy(box, 0, sealed, HEADER_LENGTH, box.length);
        return new PendingRow(id, session, expires, sealed);
    }

    /** What was sealed; the caller wipes it. */
    public byte[] open(PendingRow row) {
        byte[] sealed = row.sealed();
        if (sealed.length < HEADER_LENGTH + TAG_LENGTH || !Arrays.equals(MAGIC, Arrays.copyOf(sealed, MAGIC.length))) {
            throw StoreFailure.damaged();
        }
        ByteBuffer header = ByteBuffer.wrap(sealed, MAGIC.length, HEADER_LENGTH - MAGIC.length);
        int version = Short.toUnsignedInt(header.getShort());
        if (version > VERSION) {
            throw StoreFailure.newerFormat(version);
        }
        byte[] check = new byte[CHECK_LENGTH];
        header.get(check);
        if (version != VERSION) {
            throw StoreFailure.damaged();
        }
        if (!Arrays.equals(check, keyCheck)) {
            throw StoreFailure.otherKey();
        }
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, HEADER_LENGTH),
                row.id(),
                row.session(),
                row.expires(),
                Arrays.copyOfRange(sealed, HEADER_LENGTH, sealed.length));
    }

    private byte[] run(int mode, byte[] header, byte[] id, byte[] session, long expires, byte[] input) {
        int nonceAt = HEADER_LENGTH - NONCE_LENGTH;
        byte[] boxKey = derive(Arrays.copyOfRange(header, nonceAt - SALT_LENGTH, nonceAt), "record");
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(boxKey, "AES"),
                    new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, header, nonceAt, NONCE_LENGTH));
            cipher.updateAAD(header);
            cipher.updateAAD(id);
            cipher.updateAAD(session);
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(0, expires));
            return cipher.doFinal(input);
        } catch (AEADBadTagException doNotBelongTogether) {
            throw StoreFailure.damaged();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES/GCM, which every Java must have.", e);
        } finally {
            Arrays.fill(boxKey, (byte) 0);
        }
    }

    /** HKDF of one block; the caller wipes it. */
    private byte[] derive(byte[] salt, String use) {
        byte[] info = ("okx-connect pending 1: " + use).getBytes(StandardCharsets.US_ASCII);
        byte[] extractKey = salt.length == 0 ? new byte[KEY_LENGTH] : salt;
        byte[] pseudoRandomKey = extract(extractKey);
        try {
            return hmac(pseudoRandomKey, info, new byte[] {1});
        } finally {
            Arrays.fill(pseudoRandomKey, (byte) 0);
        }
    }

    private byte[] extract(byte[] extractKey) {
        try {
            return key.use(SecretAccess.insecure(), bytes -> hmac(extractKey, bytes));
        } catch (IllegalStateException closedMeanwhile) {
            throw StoreFailure.closed();
        }
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HmacSHA256, which every Java must have.", e);
        }
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Fails once {@link #close()} was called. */
    public void requireOpen() {
        if (key.isDestroyed()) {
            throw StoreFailure.closed();
        }
    }

    /** Wipes the key. */
    @Override
    public void close() {
        key.close();
    }
}
