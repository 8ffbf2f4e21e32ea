package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads keysets and records as docs/vault-format.md describes them, with nothing but the JDK: none of the library's own code can make it
 * agree with itself. Each method follows one table of that page.
 */
final class FormatByTheBook {
    private final byte[] storeId;
    private final byte[] nameKey;
    private final byte[] dataKey;
    /** Of PBKDF2; 0 for a key. */
    final int iterations;

    /** Opens a keyset with the UTF-8 bytes of a password, or with a 32-byte key. */
    FormatByTheBook(byte[] keyset, byte[] passwordOrKey) throws GeneralSecurityException {
        assertThat(keyset).hasSize(4 + 2 + 16 + 1 + 4 + 32 + 4 + 1 + 12 + 64 + 16 + 32);
        ByteBuffer in = ByteBuffer.wrap(keyset);
        assertThat(text(in, 4)).isEqualTo("OKXV");
        assertThat(in.getShort()).isEqualTo((short) 1);
        storeId = bytes(in, 16);
        int kdf = in.get();
        iterations = in.getInt();
        byte[] salt = bytes(in, 32);
        assertThat(in.getInt()).as("key id").isEqualTo(1);
        assertThat(in.get()).as("state").isEqualTo((byte) 1);
        byte[] nonce = bytes(in, 12);
        byte[] before = Arrays.copyOf(keyset, in.position());
        byte[] wrapped = bytes(in, 64 + 16);
        assertThat(MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(keyset, in.position())))
                .as("checksum")
                .isEqualTo(bytes(in, 32));
        byte[] wrappingKey = kdf == 1
                ? pbkdf2(passwordOrKey, salt, iterations)
                : hkdf(passwordOrKey, salt, "okx-connect vault 1: wrapping key");
        byte[] both = open(wrappingKey, nonce, before, wrapped);
        nameKey = Arrays.copyOf(both, 32);
        dataKey = Arrays.copyOfRange(both, 32, 64);
    }

    /** The name of an account's file or row. */
    String nameOf(String accountId) throws GeneralSecurityException {
        return HexFormat.of().formatHex(hmac(nameKey, accountId.getBytes(StandardCharsets.UTF_8)));
    }

    /** All of a record that is not random, as text: what two stores with the same content have in common. */
    String content(String accountId, byte[] record) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(record);
        assertThat(text(in, 4)).isEqualTo("OKXC");
        assertThat(in.getShort()).isEqualTo((short) 1);
        assertThat(in.get()).as("algorithm").isEqualTo((byte) 1);
        int kind = in.get();
        assertThat(in.getInt()).as("key id").isEqualTo(1);
        bytes(in, 8);
        long revision = in.getLong();
        byte[] salt = bytes(in, 16);
        byte[] metadataNonce = bytes(in, 12);
        byte[] secretsNonce = bytes(in, 12);
        int metadataLength = in.getInt();
        int secretsLength = in.getInt();
        byte[] header = Arrays.copyOf(record, in.position());
        byte[] metadataBox = bytes(in, metadataLength);
        byte[] secretsBox = bytes(in, secretsLength);
        assertThat(in.hasRemaining()).isFalse();

        byte[] place = concat(header, storeId, hmac(nameKey, accountId.getBytes(StandardCharsets.UTF_8)));
        byte[] metadata = open(hkdf(dataKey, salt, "okx-connect vault 1: metadata"), metadataNonce, place, metadataBox);
        String pairs = pairs(metadata);
        byte[] secrets = open(
                hkdf(dataKey, salt, "okx-connect vault 1: secrets"),
                secretsNonce,
                concat(place, binding(pairs)),
                secretsBox);
        // As a digest, so that a failed comparison prints none.
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secrets));
        return "kind " + kind + "\nrevision " + revision + "\n" + pairs + "secrets " + digest;
    }

    private static byte[] binding(String pairs) {
        byte[] all = new byte[0];
        for (String name : new String[] {"accountId", "site", "restBase", "environment", "origin"}) {
            String value = pairs.lines()
                    .filter(line -> line.startsWith(name + "="))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not in " + pairs))
                    .substring(name.length() + 1);
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            all = concat(all, ByteBuffer.allocate(4).putInt(0, utf8.length).array(), utf8);
        }
        return all;
    }

    private static String pairs(byte[] metadata) {
        ByteBuffer in = ByteBuffer.wrap(metadata);
        StringBuilder pairs = new StringBuilder();
        for (int count = in.getShort(); count > 0; count--) {
            pairs.append(text(in, in.getInt()))
                    .append('=')
                    .append(text(in, in.getInt()).replace("\n", "\\n"))
                    .append('\n');
        }
        assertThat(in.hasRemaining()).isFalse();
        return pairs.toString();
    }

    private static byte[] open(byte[] key, byte[] nonce, byte[] associatedData, byte[] box)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(associatedData);
        return cipher.doFinal(box);
    }

    private static byte[] pbkdf2(byte[] password, byte[] salt, int iterations) throws GeneralSecurityException {
        char[] characters = new String(password, StandardCharsets.UTF_8).toCharArray();
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(characters, salt, iterations, 256))
                .getEncoded();
    }

    /** RFC 5869 with an output of one block. */
    private static byte[] hkdf(byte[] key, byte[] salt, String info) throws GeneralSecurityException {
        return hmac(hmac(salt, key), concat(info.getBytes(StandardCharsets.US_ASCII), new byte[] {1}));
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in, int length) {
        return new String(bytes(in, length), StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
