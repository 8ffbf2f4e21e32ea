package io.okxconnect.canary;

import java.util.Set;
import java.util.TreeSet;

/** Where secrets were found. Safe for use by many threads. */
final class CanaryHits {
    private final CanaryScanner scanner;
    private final Set<String> hits = new TreeSet<>();

    CanaryHits(CanaryScanner scanner) {
        this.scanner = scanner;
    }

    CanaryScanner scanner() {
        return scanner;
    }

    void search(String where, CharSequence text) {
        scanner.find(text).ifPresent(what -> add(where, what));
    }

    synchronized void add(String where, String what) {
        hits.add(what + " in " + where);
    }

    /** What was found since the last call. */
    synchronized Set<String> take() {
        Set<String> taken = new TreeSet<>(hits);
        hits.clear();
        return taken;
    }

    /** Fails if anything was found since the last call. */
    void failOnAny(String when) {
        Set<String> taken = take();
        if (!taken.isEmpty()) {
            throw new AssertionError("Secrets leaked " + when + ":\n  " + String.join("\n  ", taken));
        }
    }
}
