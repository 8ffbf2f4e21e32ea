package io.okxconnect.credential;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Consumer;

/** A random secret that this process holds only in disguise, so that whoever finds it in the heap found a copy of another. */
final class PlantedSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] disguised;
    private final byte[] mask;

    PlantedSecret(int length) {
        this.disguised = new byte[length];
        this.mask = new byte[length];
        RANDOM.nextBytes(mask);
        for (int i = 0; i < length; i++) {
            disguised[i] = (byte) (LETTERS.charAt(RANDOM.nextInt(LETTERS.length())) ^ mask[i]);
        }
    }

    int length() {
        return mask.length;
    }

    /** Writes it into an array, which the caller wipes. */
    void into(byte[] bytes) {
        for (int i = 0; i < mask.length; i++) {
            bytes[i] = (byte) (disguised[i] ^ mask[i]);
        }
    }

    void lendBytes(Consumer<byte[]> use) {
        byte[] bytes = new byte[mask.length];
        into(bytes);
        use.accept(bytes);
        Arrays.fill(bytes, (byte) 0);
    }

    void lendText(Consumer<char[]> use) {
        char[] text = new char[mask.length];
        for (int i = 0; i < mask.length; i++) {
            text[i] = (char) (disguised[i] ^ mask[i]);
        }
        use.accept(text);
        Arrays.fill(text, '\0');
    }

    /** The text itself; only after the heap was dumped. */
    String reveal() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < mask.length; i++) {
            text.append((char) (disguised[i] ^ mask[i]));
        }
        return text.toString();
    }
}
