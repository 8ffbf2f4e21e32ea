package io.okxconnect.oauth;

/** What an app may ask a user for, with a client secret or with PKCE (OKX broker docs, "OAuth"). There is none for withdrawals. */
public enum OAuthScope {
    /** Reading the account. */
    READ_ONLY("read_only"),
    /** Trading, transfers between the user's own accounts, and settings. */
    TRADE("trade");

    private final String text;

    OAuthScope(String text) {
        this.text = text;
    }

    /**
     * The scope as OKX writes it.
     *
     * @return for example {@code read_only}
     */
    public String text() {
        return text;
    }

    /** {@return the scope as OKX writes it} */
    @Override
    public String toString() {
        return text;
    }
}
