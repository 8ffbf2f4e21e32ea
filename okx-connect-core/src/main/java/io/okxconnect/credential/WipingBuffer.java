package io.okxconnect.credential;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte buffer that overwrites what it leaves behind, for forms that hold secrets. Big-endian. */
final class WipingBuffer implements AutoCloseable {
    private byte[] bytes = new byte[512];
    private int size;

    WipingBuffer putByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
        return this;
    }

    WipingBuffer putShort(int value) {
        return putByte(value >>> 8).putByte(value);
    }

    WipingBuffer putInt(int value) {
        return putShort(value >>> 16).putShort(value);
    }

    WipingBuffer putLong(long value) {
        return putInt((int) (value >>> 32)).putInt((int) value);
    }

    WipingBuffer put(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** A 32-bit length, then that many bytes. */
    WipingBuffer putBlock(byte[] value) {
        return putInt(value.length).put(value);
    }

    /** Text as a block of UTF-8. */
    WipingBuffer putText(String value) {
        return putBlock(value.getBytes(StandardCharsets.UTF_8));
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            byte[] larger = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            Arrays.fill(bytes, (byte) 0);
            bytes = larger;
        }
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
