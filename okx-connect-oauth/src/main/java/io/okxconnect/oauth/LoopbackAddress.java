package io.okxconnect.oauth;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The loopback address that a receiver listens on, and the host that its redirect URI names (RFC 8252, section 7.3). */
public enum LoopbackAddress {
    /** {@code 127.0.0.1}: what RFC 8252 recommends. */
    IPV4("127.0.0.1", new byte[] {127, 0, 0, 1}),
    /** {@code [::1]}. */
    IPV6("[::1]", new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}),
    /** {@code localhost} in the redirect URI, {@code 127.0.0.1} on the machine: only for servers that have the name registered. */
    LOCALHOST("localhost", new byte[] {127, 0, 0, 1});

    private final String host;
    private final byte[] octets;

    LoopbackAddress(String host, byte[] octets) {
        this.host = host;
        this.octets = octets;
    }

    String host() {
        return host;
    }

    /** Made of octets: no name is looked up. */
    InetAddress address() {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of 4 or 16 octets is always valid.", e);
        }
    }
}
