package io.okxconnect.oauth;

import java.util.Set;

/** What a Fast API key may do. A key that may withdraw cannot be asked for. */
public enum FastApiPermission {
    /** Look at the account. */
    READ_ONLY("read_only"),
    /** Trade and change settings; OKX's {@code trade} includes looking. */
    TRADE("trade");

    private final String word;

    FastApiPermission(String word) {
        this.word = word;
    }

    /** As OKX writes it in {@code perm}. */
    String word() {
        return word;
    }

    /** The words that a key may have that was asked for with this one. */
    Set<String> allowed() {
        return this == TRADE ? Set.of(READ_ONLY.word, TRADE.word) : Set.of(READ_ONLY.word);
    }
}
