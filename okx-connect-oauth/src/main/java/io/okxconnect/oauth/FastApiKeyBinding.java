package io.okxconnect.oauth;

/**
 * Whether a Fast API key works from the app's own servers only ({@code bindApp} in OKX's sample app "builder-integration-demo"). What is set
 * is what is asked for: a key is never made unbound because binding it failed.
 */
public enum FastApiKeyBinding {
    /** From the addresses alone that the app has registered with OKX. Without such a list OKX refuses (50118). */
    BOUND_TO_APP(true),
    /** From anywhere: whoever gets hold of the key can use it. */
    UNBOUND(false);

    private final boolean bound;

    FastApiKeyBinding(boolean bound) {
        this.bound = bound;
    }

    /** The value of {@code bindApp}. */
    boolean isBound() {
        return bound;
    }
}
