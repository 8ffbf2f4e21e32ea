package io.okxconnect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for a text in a heap dump, as bytes, as characters, and as either kind of the JDK's strings. */
public final class HeapSearch {
    private static final List<Charset> FORMS =
            List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private HeapSearch() {}

    /** How often it, or one half of it, is there. */
    public static int count(byte[] dump, String secret) {
        int half = secret.length() / 2;
        int count = 0;
        for (Charset form : FORMS) {
            count += Math.max(
                    occurrences(dump, secret.substring(0, half).getBytes(form)),
                    occurrences(dump, secret.substring(half).getBytes(form)));
        }
        return count;
    }

    private static int occurrences(byte[] content, byte[] wanted) {
        int found = 0;
        byte first = wanted[0];
        for (int at = 0; at <= content.length - wanted.length; at++) {
            if (content[at] == first && isAt(content, at, wanted)) {
                found++;
            }
        }
        return found;
    }

    private static boolean isAt(byte[] content, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (content[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
