package io.okxconnect.oauth;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The loopback address that a receiver listens on, and the host that its redirect URI names (RFC 8252, section 7.3). */
public enum LoopbackAddress {
    /** {@code 127.0.0.1}: what RFC 8252 recommends. */
    IPV4("127.0.0.1", "127.0.0.1"),
    /** {@code [::1]}. */
    IPV6("[::1]", "::1"),
    /** {@code localhost} in the redirect URI, {@code 127.0.0.1} on the machine: only for servers that have the name registered. */
    LOCALHOST("localhost", "127.0.0.1");

    private final String host;
    private final String literal;

    LoopbackAddress(String host, String literal) {
        this.host = host;
        this.literal = literal;
    }

    String host() {
        return host;
    }

    /** Made of a literal: no name is looked up. */
    InetAddress address() {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("A literal address is always known.", e);
        }
    }
}
