package io.okxconnect.internal.call;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Spoils answers in twelve ways, reproducibly. */
final class BodyMutator {
    static final int FAMILIES = 12;
    private static final List<String> VALUES = List.of(
            "null",
            "{}",
            "[]",
            "[[[]]]",
            "0",
            "-1",
            "1e1000000000",
            "true",
            "\"\"",
            "\"0\"",
            "\"1\"",
            "\"50102\"",
            "\"51149_77\"",
            "{\"code\":\"0\"}",
            "\"\\ud800\"",
            "\"9\".",
            "NaN",
            "'x'",
            "\"" + "9".repeat(70) + "\"");

    private final SplittableRandom random;

    BodyMutator(SplittableRandom random) {
        this.random = random;
    }

    byte[] mutate(byte[] body, byte[] other) {
        byte[] mutant = body;
        for (int i = 1 + random.nextInt(3) / 2; i > 0; i--) {
            mutant = mutate(random.nextInt(FAMILIES), mutant, other);
        }
        return mutant;
    }

    byte[] mutate(int family, byte[] body, byte[] other) {
        int at = random.nextInt(body.length + 1);
        int to = at + random.nextInt(body.length - at + 1);
        return switch (family) {
            case 0 -> flipped(body);
            case 1 -> joined(body, at, new byte[] {(byte) random.nextInt(256)}, at);
            case 2 -> joined(body, at, new byte[0], to);
            case 3 -> Arrays.copyOf(body, at);
            case 4 ->
                joined(body, at, Arrays.copyOfRange(other, random.nextInt(other.length), other.length), body.length);
            case 5 -> joined(body, at, Arrays.copyOfRange(body, at, to), at);
            case 6 -> valueReplaced(body);
            case 7 -> joined(body, at, "[".repeat(random.nextInt(1, 60)).getBytes(StandardCharsets.US_ASCII), at);
            case 8 -> joined(body, body.length, " <b>x</b>".getBytes(StandardCharsets.US_ASCII), body.length);
            case 9 -> reEncoded(body);
            case 10 -> joined(body, 0, "<!DOCTYPE html><pre>".getBytes(StandardCharsets.US_ASCII), 0);
            default -> memberRenamed(body);
        };
    }

    private byte[] flipped(byte[] body) {
        byte[] mutant = body.clone();
        if (mutant.length > 0) {
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return mutant;
    }

    private byte[] valueReplaced(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int colon = text.indexOf(':', random.nextInt(text.length() + 1));
        if (colon < 0) {
            return body;
        }
        int end = colon + 1;
        boolean quoted = end < text.length() && text.charAt(end) == '"';
        end = quoted ? text.indexOf('"', end + 1) + 1 : end + 1;
        if (end <= colon || end > text.length()) {
            return body;
        }
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return (text.substring(0, colon + 1) + value + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] memberRenamed(byte[] body) {
        List<String> names = List.of("code", "data", "msg", "sCode", "sMsg", "subCode", "inTime");
        String text = new String(body, StandardCharsets.UTF_8);
        String from = names.get(random.nextInt(names.size()));
        String to = names.get(random.nextInt(names.size()));
        return text.replace("\"" + from + "\":", "\"" + to + "\":").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] reEncoded(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (random.nextInt(4)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private static byte[] joined(byte[] body, int head, byte[] middle, int tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(body, 0, head);
        out.writeBytes(middle);
        out.write(body, tail, body.length - tail);
        return out.toByteArray();
    }
}
