package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;

/**
 * One entry of a key's IP binding: an IPv4 or IPv6 address, or a network such as {@code 2001:db8::/32}. The text is
 * kept as OKX writes it; nothing is resolved.
 *
 * @param text the entry, without surrounding blanks
 */
public record BoundIp(String text) {

    /**
     * Takes the text without surrounding blanks.
     *
     * @param text the entry; surrounding blanks are taken off
     * @throws InvalidArgumentException if it is empty
     */
    public BoundIp {
        text = text.strip();
        if (text.isEmpty()) {
            throw new InvalidArgumentException("text", "must not be empty", "Leave out empty entries.");
        }
    }

    /**
     * Whether the entry is a network instead of one address.
     *
     * @return true if it has a prefix length
     */
    public boolean isNetwork() {
        return text.indexOf('/') >= 0;
    }

    /** {@return the text} */
    @Override
    public String toString() {
        return text;
    }
}
