package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link WipingBuffer} wrote; anything that does not fit is corruption. */
final class ByteInput {
    private final byte[] bytes;
    private int position;

    ByteInput(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    int readByte() {
        require(1);
        return bytes[position++] & 0xFF;
    }

    int readShort() {
        return (readByte() << 8) | readByte();
    }

    int readInt() {
        return (readShort() << 16) | readShort();
    }

    long readLong() {
        return ((long) readInt() << 32) | (readInt() & 0xFFFF_FFFFL);
    }

    byte[] read(int length) {
        require(length);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    byte[] readBlock() {
        return read(readInt());
    }

    String readText() {
        byte[] block = readBlock();
        String text = new String(block, StandardCharsets.UTF_8);
        // What is not UTF-8 was replaced, and is something else when written again.
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), block)) {
            throw corrupt();
        }
        return text;
    }

    void requireEnd() {
        if (position != bytes.length) {
            throw corrupt();
        }
    }

    private void require(int length) {
        if (length < 0 || length > bytes.length - position) {
            throw corrupt();
        }
    }

    static CredentialStoreException corrupt() {
        return new CredentialStoreException(
                Reason.CORRUPT,
                "A stored credential is damaged or was changed from outside.",
                "Restore it from a backup, or disconnect the account and connect it again.",
                null);
    }
}
