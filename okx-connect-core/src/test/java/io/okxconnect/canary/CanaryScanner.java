package io.okxconnect.canary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches a text for all forms of all secrets at once (Aho-Corasick): about a nanosecond a character, whatever their number,
 * so that it can run over everything a suite prints. Immutable and safe for use by many threads.
 */
public final class CanaryScanner {
    private static final CanaryScanner CANARIES = of(Canary.named());
    private static final int ALPHABET = 128;

    private final int[] next;
    private final int[] found;
    private final List<String> names;

    private CanaryScanner(int[] next, int[] found, List<String> names) {
        this.next = next;
        this.found = found;
        this.names = names;
    }

    /** The scanner for {@link Canary}. */
    public static CanaryScanner canaries() {
        return CANARIES;
    }

    /** A scanner for other secrets, by name. */
    public static CanaryScanner of(Map<String, String> secrets) {
        Trie trie = new Trie();
        secrets.forEach(
                (name, secret) -> CanaryForms.of(secret).forEach((form, text) -> trie.add(text, name + ", " + form)));
        return trie.build();
    }

    /** Which secret in which form is in the text, or empty. */
    public Optional<String> find(CharSequence text) {
        Scan scan = new Scan();
        for (int i = 0; i < text.length(); i++) {
            scan.accept(text.charAt(i));
        }
        return scan.found();
    }

    /** As {@link #find(CharSequence)}, one character a byte. */
    public Optional<String> find(byte[] bytes) {
        return find(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** A search through a text that comes in pieces. For use by one thread at a time. */
    public final class Scan {
        private int state;
        private int hit = -1;

        public void accept(int character) {
            state = character >= 0 && character < ALPHABET ? next[state * ALPHABET + character] : 0;
            if (found[state] >= 0) {
                hit = found[state];
            }
        }

        /** What was found since the last call. */
        public Optional<String> found() {
            Optional<String> name = hit < 0 ? Optional.empty() : Optional.of(names.get(hit));
            hit = -1;
            return name;
        }
    }

    private static final class Trie {
        private final List<int[]> nodes = new ArrayList<>();
        private final List<Integer> found = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        Trie() {
            node();
        }

        private int node() {
            int[] edges = new int[ALPHABET];
            Arrays.fill(edges, -1);
            nodes.add(edges);
            found.add(-1);
            return nodes.size() - 1;
        }

        void add(String text, String name) {
            int at = 0;
            for (char c : text.toCharArray()) {
                int[] edges = nodes.get(at);
                if (edges[c] < 0) {
                    edges[c] = node();
                }
                at = edges[c];
            }
            if (found.get(at) < 0) {
                found.set(at, names.size());
                names.add(name);
            }
        }

        /** Completes the tree to an automaton: where a text goes on differently, fall back to the longest match that still fits. */
        CanaryScanner build() {
            int[] fallback = new int[nodes.size()];
            ArrayDeque<Integer> queue = new ArrayDeque<>();
            queue.add(0);
            while (!queue.isEmpty()) {
                int at = queue.remove();
                int[] edges = nodes.get(at);
                for (int c = 0; c < ALPHABET; c++) {
                    int otherwise = at == 0 ? 0 : nodes.get(fallback[at])[c];
                    int child = edges[c];
                    if (child < 0) {
                        edges[c] = otherwise;
                    } else {
                        fallback[child] = otherwise;
                        if (found.get(child) < 0) {
                            found.set(child, found.get(otherwise));
                        }
                        queue.add(child);
                    }
                }
            }
            int[] next = new int[nodes.size() * ALPHABET];
            for (int i = 0; i < nodes.size(); i++) {
                System.arraycopy(nodes.get(i), 0, next, i * ALPHABET, ALPHABET);
            }
            return new CanaryScanner(
                    next, found.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(names));
        }
    }
}
