package io.okxconnect.oauth;

import java.util.Set;

/** What a Fast API key may do. A key that may withdraw cannot be asked for. */
public enum FastApiPermission {
    /** Look at the account. */
    READ_ONLY("read_only", Set.of("read_only")),
    /** Trade and change settings; OKX's {@code trade} includes looking. */
    TRADE("trade", Set.of("read_only", "trade"));

    private final String word;
    private final Set<String> allowed;

    FastApiPermission(String word, Set<String> allowed) {
        this.word = word;
        this.allowed = allowed;
    }

    /** As OKX writes it in {@code perm}. */
    String word() {
        return word;
    }

    /** The words that a key may have that was asked for with this one. */
    Set<String> allowed() {
        return allowed;
    }
}
