package io.okxconnect.testkit.internal.model;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/** Makes every random value of the sandbox; with a seed, always the same ones in the same order. */
public final class Ids {
    private static final Pattern API_KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SECRET_KEY = Pattern.compile("[0-9A-F]{32}");

    private final Random random;
    private final Queue<KeyPair> prepared = new ConcurrentLinkedQueue<>();

    /** What OKX makes up for a key. */
    public record KeyPair(String apiKey, String secretKey) {
        public KeyPair {
            if (!API_KEY.matcher(apiKey).matches()
                    || !SECRET_KEY.matcher(secretKey).matches()) {
                throw new IllegalArgumentException("an API key is a lower-case UUID, a secret key 32 digits of 0-9A-F");
            }
        }

        @Override
        public String toString() {
            return "KeyPair[redacted]";
        }
    }

    private Ids(Random random) {
        this.random = random;
    }

    public static Ids unpredictable() {
        return new Ids(new SecureRandom());
    }

    public static Ids seeded(long seed) {
        return new Ids(new Random(seed));
    }

    /** Sets what the next key will be. */
    public void prepare(KeyPair next) {
        prepared.add(next);
    }

    KeyPair keyPair() {
        KeyPair next = prepared.poll();
        return next != null ? next : new KeyPair(apiKey(), secretKey());
    }

    /** An API key as OKX shows it: a lower-case UUID. */
    private String apiKey() {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(16));
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** A secret key as OKX shows it: 32 upper-case hexadecimal digits. */
    private String secretKey() {
        return HexFormat.of().formatHex(bytes(16)).toUpperCase(Locale.ROOT);
    }

    /** A passphrase that keeps OKX's rule. */
    public String passphrase() {
        return "Aa1!" + HexFormat.of().formatHex(bytes(8));
    }

    /** Unguessable text for sessions and forms. */
    public String token() {
        return HexFormat.of().formatHex(bytes(20));
    }

    /** A number with {@code digits} digits, as text, like a uid, an order id or a position id. */
    public String number(int digits) {
        StringBuilder text = new StringBuilder(digits);
        synchronized (random) {
            text.append((char) ('1' + random.nextInt(9)));
            while (text.length() < digits) {
                text.append((char) ('0' + random.nextInt(10)));
            }
        }
        return text.toString();
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        synchronized (random) {
            random.nextBytes(bytes);
        }
        return bytes;
    }
}
