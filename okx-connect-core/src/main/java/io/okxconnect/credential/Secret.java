package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import javax.security.auth.Destroyable;

/**
 * Key material: bytes that are copied in, never printed, compared in constant time, and overwritten on {@link #close()}.
 *
 * <p>Two secrets are {@code equals} only if they are the same object, and no serialiser finds the bytes: the class is not
 * {@link java.io.Serializable} and the bytes are a transient field, which JSON mappers skip.
 *
 * <p>What it cannot do: a header value has to become a {@code String}, the garbage collector may have copied the bytes
 * before they were wiped, and an HTTP connection keeps what it sent for a while. This class shortens the time in which a
 * memory dump holds the secret; it does not abolish it.
 *
 * <p>Safe for use by many threads. Whoever creates or copies a secret closes it.
 */
public final class Secret implements AutoCloseable, Destroyable {
    private final Object lock = new Object();
    private final transient byte[] bytes;
    private boolean destroyed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A secret of the given bytes.
     *
     * @param bytes at least one byte; copied, and left for the caller to wipe
     * @return the secret
     * @throws InvalidArgumentException if there is no byte
     */
    public static Secret of(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        refuseEmpty("bytes", bytes.length);
        return new Secret(bytes.clone());
    }

    /**
     * A secret of the UTF-8 bytes of the given characters.
     *
     * @param characters at least one character; copied, and left for the caller to wipe
     * @return the secret
     * @throws InvalidArgumentException if there is no character or half of a surrogate pair
     */
    public static Secret of(char[] characters) {
        Objects.requireNonNull(characters, "characters");
        refuseEmpty("characters", characters.length);
        return new Secret(utf8(CharBuffer.wrap(characters)));
    }

    /**
     * A secret of the UTF-8 bytes of the given text. Convenient, but the text itself stays in memory until it is collected:
     * prefer {@link #of(char[])} where the characters can be wiped.
     *
     * @param text at least one character
     * @return the secret
     * @throws InvalidArgumentException if there is no character or half of a surrogate pair
     */
    public static Secret of(String text) {
        Objects.requireNonNull(text, "text");
        refuseEmpty("text", text.length());
        return new Secret(utf8(CharBuffer.wrap(text)));
    }

    private static void refuseEmpty(String argument, int length) {
        if (length == 0) {
            throw new InvalidArgumentException(argument, "must not be empty", "Pass the secret that OKX showed.");
        }
    }

    private static byte[] utf8(CharBuffer characters) {
        // Large enough at once: a buffer that grows would leave copies behind that nobody wipes.
        byte[] room = new byte[characters.remaining() * 3];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        try {
            if (StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(characters, encoded, true)
                    .isError()) {
                throw new InvalidArgumentException(
                        "characters", "must be valid Unicode text", "Pass the text exactly as OKX showed it.");
            }
            return Arrays.copyOf(room, encoded.position());
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }

    /**
     * Lends the bytes to a function. It gets a copy of its own, so that a {@link #close()} by another thread cannot change
     * the key under its hands; the copy is wiped when the function returns or throws.
     *
     * @param access the token that marks this call as one that reads key material
     * @param function what needs the bytes; it must not keep the array
     * @param <R> type of its result
     * @return what the function returned
     * @throws IllegalStateException if the secret was destroyed
     */
    public <R> R use(SecretAccess access, Function<byte[], R> function) {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(function, "function");
        byte[] lent = snapshot();
        try {
            return function.apply(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    /**
     * Whether both hold the same bytes, found in a time that does not depend on where they differ.
     *
     * @param other the secret to compare with
     * @return true if the bytes are the same
     * @throws IllegalStateException if one of them was destroyed
     */
    public boolean constantTimeEquals(Secret other) {
        Objects.requireNonNull(other, "other");
        byte[] mine = snapshot();
        byte[] theirs = new byte[0];
        try {
            theirs = other.snapshot();
            return MessageDigest.isEqual(mine, theirs);
        } finally {
            Arrays.fill(mine, (byte) 0);
            Arrays.fill(theirs, (byte) 0);
        }
    }

    /**
     * A second secret with the same bytes, which lives on when this one is closed.
     *
     * @return the copy; the caller closes it
     * @throws IllegalStateException if the secret was destroyed
     */
    public Secret copy() {
        return new Secret(snapshot());
    }

    private byte[] snapshot() {
        synchronized (lock) {
            if (destroyed) {
                throw new IllegalStateException("The secret was destroyed; load or create it anew.");
            }
            return bytes.clone();
        }
    }

    /** Overwrites the bytes. Closing twice has no effect. */
    @Override
    public void close() {
        synchronized (lock) {
            destroyed = true;
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Does what {@link #close()} does. */
    @Override
    public void destroy() {
        close();
    }

    /** {@return whether the bytes were overwritten} */
    @Override
    public boolean isDestroyed() {
        synchronized (lock) {
            return destroyed;
        }
    }

    /** {@return always {@code Secret[redacted]}; not even the length} */
    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
