package io.okxconnect.oauth;

import java.util.List;
import java.util.Random;

/** Makes domains that a careless comparison would take for OKX's. */
final class NearMissHosts {
    private static final String REAL = "https://www.okx.com";
    private static final List<String> EVIL =
            List.of("evil.example", "169.254.169.254", "[::1]", "127.0.0.1", "2130706433");
    private static final List<String> ODD = List.of(
            "\t", "\n", "\r", "\0", "%00", "%2e", ".", "..", "\\", "@", ":", ";", ",", "#", "?", "//", "\u3002",
            "\u200b", "\u0430", "\u043e", "*", "_");

    private final Random random;

    NearMissHosts(Random random) {
        this.random = random;
    }

    String next() {
        String evil = pick(EVIL);
        String word = word();
        return switch (random.nextInt(16)) {
            case 0 -> REAL + "." + word + "." + evil;
            case 1 -> REAL + "@" + evil + "/" + word;
            case 2 -> "https://" + word + "@www.okx.com";
            case 3 -> REAL + ":" + random.nextInt(70_000);
            case 4 -> REAL + "/" + word;
            case 5 -> REAL + pick(ODD) + word;
            case 6 -> inserted(REAL, pick(ODD));
            case 7 -> inserted(REAL, word.substring(0, 1));
            case 8 -> removed(REAL);
            case 9 -> changed(REAL);
            case 10 -> pick(List.of("http", "ftp", "file", "data", "javascript", "wss", "")) + REAL.substring(5) + word;
            case 11 -> "https://" + word + "www.okx.com";
            case 12 -> "https://" + evil + "/" + word + "?" + REAL;
            case 13 -> "https://" + evil + "#" + word + REAL;
            case 14 -> REAL + "." + pick(List.of("", "cn", "co", "uk", word));
            default -> random.nextBoolean() ? REAL + "//" + word : "https://xn--" + word + ".okx.com";
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private String inserted(String text, String part) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + part + text.substring(at);
    }

    private String removed(String text) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + text.substring(at + 1);
    }

    private String changed(String text) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + (char) (' ' + random.nextInt(95)) + text.substring(at + 1);
    }
}
