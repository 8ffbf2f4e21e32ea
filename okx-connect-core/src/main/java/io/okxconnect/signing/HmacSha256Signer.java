package io.okxconnect.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.okxconnect.credential.Secret;
import io.okxconnect.credential.SecretAccess;
import java.lang.invoke.VarHandle;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Signs with a secret key in this process: HMAC-SHA256 (RFC 2104, FIPS 198-1) in standard Base64.
 *
 * <p>The key is hashed once, when the signer is made, into the two states that every HMAC with it begins from; each
 * signature goes on from copies of them. So there is neither a lock nor a thread-local, and a signature that was begun
 * cannot be disturbed by another thread: while the signer is being closed, a call either returns the right signature or fails.
 *
 * <p>Safe for use by many threads. The states are as good as the key, so close the signer when the account is disconnected.
 */
public final class HmacSha256Signer implements RequestSigner {
    private static final int BLOCK_BYTES = 64;
    private static final int MAC_BYTES = 32;
    private static final byte INNER_PAD = 0x36;
    private static final byte OUTER_PAD = 0x5c;

    /** Never written to after construction, except by {@link #close()}. */
    private final MessageDigest inner = sha256();

    private final MessageDigest outer = sha256();
    private volatile boolean closed;

    private HmacSha256Signer(byte[] key) {
        byte[] block = Arrays.copyOf(key.length > BLOCK_BYTES ? sha256().digest(key) : key, BLOCK_BYTES);
        pad(block, INNER_PAD);
        inner.update(block);
        pad(block, (byte) (INNER_PAD ^ OUTER_PAD));
        outer.update(block);
        Arrays.fill(block, (byte) 0);
    }

    /**
     * A signer for one API key. It keeps nothing of the given secret, which the caller closes whenever it likes.
     *
     * @param secretKey the API key's secret key; its characters are the key, they are not decoded as hex
     * @return a signer to be closed by the caller
     * @throws IllegalStateException if the secret was destroyed
     */
    public static HmacSha256Signer of(Secret secretKey) {
        return secretKey.use(SecretAccess.insecure(), HmacSha256Signer::new);
    }

    @Override
    public String sign(String timestamp, String method, String requestPath, byte[] body) {
        MessageDigest hash = copyOf(inner);
        MessageDigest last = copyOf(outer);
        // Orders the copying before the look at the flag, so that a state wiped meanwhile is never signed with.
        VarHandle.acquireFence();
        if (closed) {
            throw new IllegalStateException("The signer is closed; make a new one from the credential.");
        }
        hash.update(bytesOf(timestamp, method, requestPath));
        hash.update(body);
        byte[] mac = new byte[MAC_BYTES];
        digest(hash, mac);
        last.update(mac);
        digest(last, mac);
        return Base64.getEncoder().encodeToString(mac);
    }

    @Override
    public void close() {
        closed = true;
        VarHandle.fullFence();
        inner.reset();
        outer.reset();
    }

    /** {@return nothing of the key} */
    @Override
    public String toString() {
        return "HmacSha256Signer[redacted]";
    }

    private static byte[] bytesOf(String timestamp, String method, String requestPath) {
        byte[] bytes = new byte[timestamp.length() + method.length() + requestPath.length()];
        boolean ascii = copyAscii(timestamp, bytes, 0)
                && copyAscii(method, bytes, timestamp.length())
                && copyAscii(requestPath, bytes, timestamp.length() + method.length());
        return ascii ? bytes : (timestamp + method + requestPath).getBytes(UTF_8);
    }

    private static boolean copyAscii(String text, byte[] bytes, int offset) {
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes[offset + i] = (byte) c;
            seen |= c;
        }
        return seen < 0x80;
    }

    private static void pad(byte[] block, byte pad) {
        for (int i = 0; i < block.length; i++) {
            block[i] ^= pad;
        }
    }

    private static void digest(MessageDigest hash, byte[] into) {
        try {
            hash.digest(into, 0, MAC_BYTES);
        } catch (DigestException impossible) {
            throw new IllegalStateException("SHA-256 is not 32 bytes long", impossible);
        }
    }

    private static MessageDigest copyOf(MessageDigest state) {
        try {
            return (MessageDigest) state.clone();
        } catch (CloneNotSupportedException unsuitable) {
            throw new IllegalStateException("This JDK's SHA-256 cannot be copied; use a JDK with the SUN provider.");
        }
    }

    private static MessageDigest sha256() {
        try {
            // By name, because its copies are known to be independent; an app may have put another provider first.
            return MessageDigest.getInstance("SHA-256", "SUN");
        } catch (NoSuchProviderException otherJdk) {
            return anySha256();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This JDK has no SHA-256", impossible);
        }
    }

    private static MessageDigest anySha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This JDK has no SHA-256", impossible);
        }
    }
}
