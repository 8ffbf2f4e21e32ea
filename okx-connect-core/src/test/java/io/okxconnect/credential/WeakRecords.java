package io.okxconnect.credential;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Records as a careless programmer would encrypt them: magic, nonce, length, box. */
final class WeakRecords {
    private static final byte[] KEY = new byte[32];
    private static final int MAGIC = 0x4F4B5843;
    /** So that a campaign that finds the flaw does not die of it. */
    private static final int MOST = 1 << 24;

    private final Flaw flaw;

    WeakRecords(Flaw flaw) {
        this.flaw = flaw;
    }

    enum Flaw {
        /** The tag says nothing about the place, and of what stands in clear only the nonce matters. */
        NOTHING_BOUND,
        /** No tag at all. */
        NOT_AUTHENTICATED,
        /** Makes room for as many bytes as the file claims, and learns from an exception that they are not there. */
        BELIEVES_LENGTHS
    }

    byte[] seal(byte[] name, StoredCredential stored) {
        byte[] nonce = Arrays.copyOf(
                stored.metadata().label().orElse("").getBytes(java.nio.charset.StandardCharsets.UTF_8), 12);
        byte[] plaintext = StoredCredentialCodec.encode(stored);
        byte[] box = flaw == Flaw.NOT_AUTHENTICATED
                ? counterMode(nonce, plaintext)
                : AesGcm.seal(KEY, nonce, boundTo(name), plaintext);
        return ByteBuffer.allocate(20 + box.length)
                .putInt(MAGIC)
                .put(nonce)
                .putInt(box.length)
                .put(box)
                .array();
    }

    void open(byte[] name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (flaw != Flaw.BELIEVES_LENGTHS && bytes.length < 20) {
            throw ByteInput.corrupt();
        }
        in.getInt();
        byte[] nonce = new byte[12];
        in.get(nonce);
        int length = in.getInt();
        if (flaw != Flaw.BELIEVES_LENGTHS && length != in.remaining()) {
            throw ByteInput.corrupt();
        }
        byte[] box = new byte[Math.min(length, MOST)];
        in.get(box);
        byte[] plaintext = flaw == Flaw.NOT_AUTHENTICATED
                ? counterMode(nonce, box)
                : AesGcm.open(KEY, nonce, boundTo(name), box).orElseThrow(ByteInput::corrupt);
        StoredCredentialCodec.decode(plaintext).close();
    }

    private byte[] boundTo(byte[] name) {
        return flaw == Flaw.NOTHING_BOUND ? new byte[0] : name;
    }

    private static byte[] counterMode(byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(Arrays.copyOf(nonce, 16)));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
