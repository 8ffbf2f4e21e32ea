package io.okxconnect.testkit.internal.model;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Makes every random value of the sandbox; with a seed, always the same ones in the same order. */
public final class Ids {
    private final Random random;

    private Ids(Random random) {
        this.random = random;
    }

    public static Ids unpredictable() {
        return new Ids(new SecureRandom());
    }

    public static Ids seeded(long seed) {
        return new Ids(new Random(seed));
    }

    /** An API key as OKX shows it: a lower-case UUID. */
    public String apiKey() {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(16));
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** A secret key as OKX shows it: 32 upper-case hexadecimal digits. */
    public String secretKey() {
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

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        synchronized (random) {
            random.nextBytes(bytes);
        }
        return bytes;
    }
}
