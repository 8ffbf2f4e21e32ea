package io.okxconnect.credential;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways to damage or forge bytes, by a seed. */
final class Mutations {
    /** Where numbers and boxes of records begin and end; splices there make a well-formed whole more often. */
    private static final int[] BORDERS = {4, 6, 7, 8, 12, 20, 28, 44, 56, 68, 72, 76};

    private static final int[] NUMBERS = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 20, 1 << 30, 0xFFFF};

    private final Random random;
    private final List<byte[]> donors;
    private String last = "";

    Mutations(Random random, List<byte[]> donors) {
        this.random = random;
        this.donors = donors;
    }

    /** What the last one did. */
    String last() {
        return last;
    }

    byte[] mutate(byte[] genuine) {
        byte[] donor = donors.get(random.nextInt(donors.size()));
        int kind = random.nextInt(10);
        last = "mutation " + kind;
        return switch (kind) {
            case 0, 1 -> flipped(genuine, 1);
            case 2 -> flipped(genuine, 2 + random.nextInt(30));
            case 3 -> Arrays.copyOf(genuine, random.nextInt(genuine.length));
            case 4 -> lengthened(genuine);
            case 5 -> numbered(genuine);
            case 6 -> donor.clone();
            case 7 -> headAndTail(genuine, donor, border(genuine, donor));
            case 8 -> rangeFrom(genuine, donor);
            default -> without(genuine);
        };
    }

    private byte[] flipped(byte[] genuine, int bits) {
        byte[] mutated = genuine.clone();
        for (int i = 0; i < bits; i++) {
            int bit = random.nextInt(8 * mutated.length);
            mutated[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return mutated;
    }

    private byte[] lengthened(byte[] genuine) {
        byte[] longer = Arrays.copyOf(genuine, genuine.length + 1 + random.nextInt(200));
        if (random.nextBoolean()) {
            byte[] tail = new byte[longer.length - genuine.length];
            random.nextBytes(tail);
            System.arraycopy(tail, 0, longer, genuine.length, tail.length);
        }
        return longer;
    }

    /** A number that is as wrong as can be, most often where a length stands. */
    private byte[] numbered(byte[] genuine) {
        byte[] mutated = genuine.clone();
        int at = random.nextInt(3) == 0 ? random.nextInt(mutated.length) : BORDERS[random.nextInt(BORDERS.length)];
        int number = NUMBERS[random.nextInt(NUMBERS.length)] + random.nextInt(3) - 1;
        for (int i = 0; i < 4 && at + i < mutated.length; i++) {
            mutated[at + i] = (byte) (number >>> 24 - 8 * i);
        }
        return mutated;
    }

    private int border(byte[] genuine, byte[] donor) {
        int shorter = Math.min(genuine.length, donor.length);
        int border = random.nextBoolean() ? BORDERS[random.nextInt(BORDERS.length)] : random.nextInt(shorter);
        return Math.min(border, shorter);
    }

    private static byte[] headAndTail(byte[] head, byte[] tail, int border) {
        byte[] spliced = tail.clone();
        System.arraycopy(head, 0, spliced, 0, border);
        return spliced;
    }

    /** A field of another record in the place of the same field. */
    private byte[] rangeFrom(byte[] genuine, byte[] donor) {
        byte[] spliced = genuine.clone();
        int one = border(genuine, donor);
        int other = border(genuine, donor);
        int from = Math.min(one, other);
        System.arraycopy(donor, from, spliced, from, Math.max(one, other) - from);
        return spliced;
    }

    private byte[] without(byte[] genuine) {
        int from = random.nextInt(genuine.length);
        int to = from + random.nextInt(genuine.length - from);
        byte[] shorter = new byte[genuine.length - (to - from)];
        System.arraycopy(genuine, 0, shorter, 0, from);
        System.arraycopy(genuine, to, shorter, from, genuine.length - to);
        return shorter;
    }
}
