package io.okxconnect.error;

import java.util.Objects;

/** The HTTP proxy could not be reached, or opened no tunnel to OKX; nothing of the request was sent. */
public final class ProxyException extends TransportException {
    private static final long serialVersionUID = 1L;

    /** Name and port of the proxy. */
    private final String proxy;

    /**
     * Creates the failure.
     *
     * @param problem what happened, one sentence
     * @param nextStep what to do now, one sentence
     * @param retryAdvice what a repeat would do
     * @param phase how far the request had come
     * @param proxy name and port of the proxy, as the app set them
     */
    public ProxyException(
            String problem, String nextStep, RetryAdvice retryAdvice, TransportPhase phase, String proxy) {
        super(problem, nextStep, retryAdvice, phase, false);
        this.proxy = Objects.requireNonNull(proxy, "proxy");
    }

    /**
     * Which proxy it was.
     *
     * @return name and port, as the app set them
     */
    public String proxy() {
        return proxy;
    }
}
