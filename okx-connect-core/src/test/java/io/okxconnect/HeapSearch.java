package io.okxconnect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for texts in a heap dump, as bytes, as characters, and as either kind of the JDK's strings; reads the dump once. */
public final class HeapSearch {
    private static final List<Charset> FORMS =
            List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    /** By the first two bytes. */
    private final Map<Integer, List<Wanted>> wanted = new HashMap<>();

    private final boolean[] starts = new boolean[1 << 16];

    private HeapSearch() {}

    /** One half of a secret in one form, and how often it was found. */
    private static final class Wanted {
        private final byte[] bytes;
        private int found;

        Wanted(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean isAt(byte[] content, int at) {
            if (at + bytes.length > content.length) {
                return false;
            }
            for (int i = 2; i < bytes.length; i++) {
                if (content[at + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * How often each secret, or one half of it, is there.
     *
     * @param secrets by name
     */
    public static Map<String, Integer> counts(byte[] dump, Map<String, String> secrets) {
        HeapSearch search = new HeapSearch();
        Map<String, List<Wanted[]>> forms = new LinkedHashMap<>();
        secrets.forEach((name, secret) -> forms.put(name, search.forms(secret)));
        search.read(dump);
        Map<String, Integer> counts = new LinkedHashMap<>();
        forms.forEach((name, halves) -> counts.put(
                name,
                halves.stream()
                        .mapToInt(each -> Math.max(each[0].found, each[1].found))
                        .sum()));
        return counts;
    }

    private List<Wanted[]> forms(String secret) {
        int half = secret.length() / 2;
        List<Wanted[]> forms = new ArrayList<>();
        for (Charset form : FORMS) {
            forms.add(new Wanted[] {
                want(secret.substring(0, half).getBytes(form)),
                want(secret.substring(half).getBytes(form))
            });
        }
        return forms;
    }

    private Wanted want(byte[] bytes) {
        Wanted one = new Wanted(bytes);
        int start = start(bytes, 0);
        starts[start] = true;
        wanted.computeIfAbsent(start, absent -> new ArrayList<>()).add(one);
        return one;
    }

    private static int start(byte[] content, int at) {
        return (content[at] & 0xFF) << 8 | (content[at + 1] & 0xFF);
    }

    private void read(byte[] content) {
        for (int at = 0; at < content.length - 1; at++) {
            int start = start(content, at);
            if (starts[start]) {
                for (Wanted each : wanted.getOrDefault(start, List.of())) {
                    each.found += each.isAt(content, at) ? 1 : 0;
                }
            }
        }
    }
}
