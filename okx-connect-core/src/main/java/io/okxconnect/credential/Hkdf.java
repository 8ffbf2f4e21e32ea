package io.okxconnect.credential;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HKDF with HMAC-SHA256 (RFC 5869): derives one key from another, so that each use has a key of its own. */
final class Hkdf {
    private static final int HASH_LENGTH = 32;

    private Hkdf() {}

    /** A 32-byte key; the caller wipes it. */
    static byte[] key(byte[] inputKey, byte[] salt, String use) {
        return derive(inputKey, salt, use.getBytes(StandardCharsets.US_ASCII), HASH_LENGTH);
    }

    static byte[] derive(byte[] inputKey, byte[] salt, byte[] info, int length) {
        byte[] pseudoRandomKey = HmacSha256.of(salt.length == 0 ? new byte[HASH_LENGTH] : salt, inputKey);
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        try {
            for (int counter = 1, done = 0; done < length; counter++) {
                byte[] next = HmacSha256.of(pseudoRandomKey, block, info, new byte[] {(byte) counter});
                Arrays.fill(block, (byte) 0);
                block = next;
                int part = Math.min(HASH_LENGTH, length - done);
                System.arraycopy(block, 0, output, done, part);
                done += part;
            }
            return output;
        } finally {
            Arrays.fill(pseudoRandomKey, (byte) 0);
            Arrays.fill(block, (byte) 0);
        }
    }
}
