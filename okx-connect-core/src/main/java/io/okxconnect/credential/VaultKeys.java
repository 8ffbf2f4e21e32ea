package io.okxconnect.credential;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The keys of an open store. Safe for use by many threads; after {@link #close()} every use fails as closed. */
final class VaultKeys implements AutoCloseable {
    private final byte[] storeId;
    private final byte[] nameKey;
    private final byte[] dataKey;
    private boolean closed;

    VaultKeys(byte[] storeId, byte[] nameKey, byte[] dataKey) {
        this.storeId = storeId;
        this.nameKey = nameKey;
        this.dataKey = dataKey;
    }

    byte[] storeId() {
        return storeId.clone();
    }

    /** 32 bytes that stand for an account, and tell nothing about its id to whoever lists the directory. */
    synchronized byte[] nameOf(AccountId accountId) {
        requireOpen();
        return HmacSha256.of(nameKey, accountId.value().getBytes(StandardCharsets.UTF_8));
    }

    /** The key of one box of one written record; the caller wipes it. */
    synchronized byte[] boxKey(byte[] salt, String box) {
        requireOpen();
        return Hkdf.key(dataKey, salt, box);
    }

    /** Name key and data key, to be wrapped; the caller wipes them. */
    synchronized byte[] toBytes() {
        requireOpen();
        byte[] both = Arrays.copyOf(nameKey, nameKey.length + dataKey.length);
        System.arraycopy(dataKey, 0, both, nameKey.length, dataKey.length);
        return both;
    }

    synchronized void requireOpen() {
        if (closed) {
            throw VaultFailure.closed();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(nameKey, (byte) 0);
        Arrays.fill(dataKey, (byte) 0);
    }
}
